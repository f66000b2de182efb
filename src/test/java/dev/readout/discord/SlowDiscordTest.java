package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.rest.RestFault;
import dev.readout.index.IndexDirectory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A Discord that takes a reply but confirms it later than JDA waits; takes over ten seconds. */
@ExtendWith(ShippedIndex.class)
final class SlowDiscordTest {
  private static final Duration LATE = Duration.ofSeconds(12);

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  @Test
  void edit_confirmedTooLate_isNotSentAgain(IndexDirectory index, @TempDir Path folder) {
    jdaLog.expect("I/O error"); // "timeout" or "Read timed out", whichever clock is first
    try (LogLines log = LogLines.open();
        ServedBot served = ServedBot.start(index, folder)) {
      Person alice = served.person("Alice");
      served.discord().fail(RestFault.on("PATCH", "webhooks/.*").slow(LATE));
      Interaction asked =
          alice.slash("ask").option("question", "is the affiliates rule in force?").send();
      assertThat(Shown.in(asked.reply())).isNotEmpty();
      log.await("[" + asked.id() + "] the reply was not taken");
      ReplyRules.checked(served, alice.slash("about").send());

      assertThat(served.sent(asked)).extracting(Exchange::method).containsExactly("POST", "PATCH");
      assertThat(asked.reply().edits()).isEqualTo(1);
      assertThat(asked.followUps()).isEmpty();
    }
  }
}
