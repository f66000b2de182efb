package dev.readout.discord;

import static dev.readout.discord.ServedSources.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.intake.reindex.Reindexer;
import dev.readout.intake.reindex.Reindexing;
import dev.readout.store.SourceEntry.SourceState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A source's whole life: added, answering, withdrawn at once, taken back. */
@ExtendWith(ShippedIndex.class)
final class BotSourceAnswersTest {
  private static final String QUESTION =
      "What did the Sample Secretary and the Model Minister discuss about widgets?";
  private static final Pattern RECEIPT = Pattern.compile("`([0-9A-Z]{6,})`");

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private static void reindex(ServedSources scene) throws Exception {
    Reindexer reindexer = scene.served.sources().reindexer();
    Reindexing.Outcome outcome =
        reindexer
            .start(reindexer.plan(scene.scope, false), "terminal")
            .outcome()
            .get(2, TimeUnit.MINUTES);
    assertThat(outcome).isInstanceOf(Reindexing.Outcome.Done.class);
  }

  private static Message ask(Person person) {
    return person.slash("ask").option("question", QUESTION).send().reply();
  }

  @Test
  void source_added_answersAfterReindexAndNoLongerOnceRemoved(@TempDir Path folder)
      throws Exception {
    try (ServedSources scene = ServedSources.startWithOwnIndex(folder)) {
      scene.added(scene.release());
      Person alice = scene.served.person("Alice");
      assertThat(ask(alice).text()).doesNotContain("Model Minister and");
      reindex(scene);
      Message answer = ask(alice);
      assertThat(answer.text()).contains("Sample Secretary", "U.S. Department of Commerce");
      Matcher receipt = RECEIPT.matcher(answer.text());
      assertThat(receipt.find()).isTrue();

      assertThat(scene.source("show", "1").text()).contains("**First used in an answer:** ");
      Message sure = scene.source("remove", "1");
      assertThat(sure.text()).startsWith("Remove number **1**");
      assertThat(scene.entry(1).state()).isEqualTo(SourceState.ACCEPTED);
      Message removed = done(scene.manager.press(sure, "Remove it"));
      assertThat(removed.text()).contains("It has stopped answering at once.");

      assertThat(ask(alice).text()).doesNotContain("Sample Secretary met");
      assertThat(ask(alice).text()).doesNotContain("www.commerce.gov:");
      Message kept = alice.slash("receipt").option("id", receipt.group(1)).send().reply();
      assertThat(kept.text()).contains("withdrawn");
      restored(scene, removed);
    }
  }

  private static void restored(ServedSources scene, Message removed) throws IOException {
    assertThat(scene.add(scene.release()).text())
        .isEqualTo("This is number **1** already (removed). It can be taken back.");
    assertThat(done(scene.manager.press(removed, "Take back")).text())
        .startsWith("Number **1** is accepted");
    assertThat(scene.entry(1).state()).isEqualTo(SourceState.ACCEPTED);
  }
}
