package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.RecordSketch;
import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.interaction.Choice;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.person.SlashCall;
import dev.readout.discord.standin.place.Place;
import dev.readout.index.IndexDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a side no longer says: in private of the shipped records, in a server of three accounts, of
 * which the two last are stored word for word.
 */
@ExtendWith(ShippedIndex.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BotDriftTest {
  private static final String BY_WORDS = "Compared are the sources’ own words";
  private static final String BY_STATEMENTS = "Compared are statements";
  private static final String LAST = "The last two accounts on this that we hold";

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private ServedBot served;
  private Person alice;

  @BeforeAll
  void start(IndexDirectory index, @TempDir Path folder) throws IOException {
    served = ServedBot.start(index, folder);
    alice = served.person("Alice");
    Scope server = Scope.ofServer(Long.parseLong(served.discord().guild().id()));
    served
        .indexes()
        .replace(
            server,
            RecordSketch.index(
                folder.resolve("sketches"),
                account("spring", "2026-03-01").says("Bicycles shall be exempt."),
                account("summer", "2026-06-01")
                    .quotes("the ministry", "Both sides agreed to exempt bicycles from duties.")
                    .quotes("the ministry", "Bicycles with two saddles are to be licensed."),
                account("autumn", "2026-09-01")
                    .quotes("the ministry", "The two sides agreed to exempt bicycles from duties.")
                    .quotes("the ministry", "Exports of bicycle bells resume in October.")));
  }

  @AfterAll
  void close() {
    served.close();
  }

  private static RecordSketch account(String id, String published) {
    return new RecordSketch(id, Kind.READOUT, Side.PRC).published(published);
  }

  private static SlashCall drift(Person person, String topic, String side) {
    return person.slash("drift").option("topic", topic).option("side", side);
  }

  private SlashCall bicycles() {
    return drift(alice, "bicycles", "Beijing");
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, 'In the earlier account, not in the later account we hold', New in the later account",
    "zh-CN, 前一份有、我们持有的后一份中没有, 后一份新增",
    "zh-TW, 前一份有、我們持有的後一份中沒有, 後一份新增"
  })
  void drift_topicOfASide_laysItsLastTwoAccountsBesideEachOther(
      String locale, String gone, String added) {
    Person reader = alice.in(Place.botDm()).withLocale(locale);
    Message reply = ReplyRules.checked(served, drift(reader, "overcapacity", "Washington").send());

    assertThat(Shown.unescaped(reply.text())).contains(gone, added);
    assertThat(Shown.in(reply))
        .flatMap(Shown::records)
        .isNotEmpty()
        .allMatch(record -> record.side() == Side.US && record.topics().contains("overcapacity"));
  }

  @Test
  void drift_topicWithoutTwoAccounts_saysSoInPrivate() {
    Message reply = ReplyRules.checked(served, drift(alice, "*none*", "Beijing").send());

    assertThat(reply.text()).contains("We do not hold two accounts of Beijing");
    assertThat(reply.isEphemeral()).isTrue();
  }

  @Test
  void drift_storedWordForWord_comparesTheWordsAndSaysSo() {
    String text = bicycles().send().reply().text();

    assertThat(text)
        .contains("1 Jun 2026 → 1 Sep 2026", LAST, BY_WORDS)
        .containsSubsequence(
            "not in the later account we hold (1)",
            "two saddles",
            "New in the later account (1)",
            "bells",
            "In both (1)",
            "Both sides agreed",
            "The two sides agreed");
  }

  @Test
  void drift_chosenAccounts_areOfferedByDayAndLaidInOrderOfTime() {
    List<Choice> offered = bicycles().typing("later", "").choices();
    assertThat(offered)
        .extracting(Choice::name)
        .containsExactly("1 Sep 2026 · autumn", "1 Jun 2026 · summer", "1 Mar 2026 · spring");
    assertThat(bicycles().typing("earlier", "sum").choices()).hasSize(1);
    assertThat(drift(alice, "bicycles", "Washington").typing("earlier", "").choices()).isEmpty();

    String chosen =
        bicycles()
            .option("earlier", offered.get(1).valueText())
            .option("later", offered.get(2).valueText())
            .send()
            .reply()
            .text();
    assertThat(chosen)
        .contains("1 Mar 2026 → 1 Jun 2026", BY_STATEMENTS, "two saddles")
        .doesNotContain(LAST, "bells");
    assertThat(bicycles().option("later", "2026-08-31").send().reply().text())
        .contains("1 Mar 2026 → 1 Jun 2026");
  }
}
