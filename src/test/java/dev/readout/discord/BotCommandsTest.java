package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import biweekly.ICalendar;
import dev.readout.corpus.CorpusRecord;
import dev.readout.discord.standin.command.Command;
import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.person.SlashCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command with every option, as a member of a server uses it. */
@ExtendWith(SharedBot.class)
final class BotCommandsTest {
  private static final String QUESTION = "what did both sides say about TikTok in Madrid?";

  private final ServedBot served;
  private final Person alice;

  BotCommandsTest(ServedBot served) {
    this.served = served;
    alice = served.person("Alice");
  }

  private Message reply(SlashCall call) {
    return ReplyRules.checked(served, call.send());
  }

  private SlashCall ask(String question) {
    return alice.slash("ask").option("question", question);
  }

  private static List<CorpusRecord> records(Message message) {
    return Shown.in(message).stream().flatMap(shown -> shown.records().stream()).toList();
  }

  @Test
  void commands_registered_areThereOnceForAllServers() {
    assertThat(served.discord().commands().global())
        .extracting(Command::name)
        .containsExactly(
            "ask",
            "compare",
            "status",
            "next",
            "expiring",
            "digest",
            "timeline",
            "rates",
            "explain",
            "listed",
            "drift",
            "sources",
            "receipt",
            "help",
            "about",
            "ping",
            "privacy",
            "forget-me",
            "Find sources for this",
            "Check this quote",
            "source",
            "settings",
            "reindex",
            "rollback",
            "coverage",
            "audit",
            "doctor",
            "watch");
    String server = served.discord().guild().id();
    assertThat(served.discord().commands().inScope(server)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ask, question, soybeans?, since, 2025-02-30, “2025-02-30” is no day of the calendar",
    "ask, question, soybeans?, until, soon, “soon” is no day of the calendar",
    "ask, question, soybeans?, as-of, 5 May, “5 May” is no day of the calendar",
    "ask, question, ' ', side, Beijing, What would you like to know?",
    "ask, question, what happened on 31 February 2025?, side, Beijing, Which day do you mean?",
    "status, measure, affiliates rule, as-of, 2025-13-01, “2025-13-01” is no day of the calendar"
  })
  void mistake_inWhatWasTyped_isToldToTheAskerAloneAtOnce(
      String command, String name, String typed, String other, String value, String says) {
    Interaction asked = alice.slash(command).option(name, typed).option(other, value).send();

    assertThat(ReplyRules.checked(served, asked).text()).contains(says);
    assertThat(asked.acknowledged().type()).isEqualTo(Acknowledgement.MESSAGE);
    assertThat(asked.reply().isEphemeral()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "compare, meeting, xyzzy `plugh`, No meeting of that name",
    "status, measure, xyzzy plugh, No measure of that name",
    "explain, term, flux capacitor, No term of that name",
    "sources, topic, unicorns, There is no topic “unicorns”"
  })
  void lookup_unknownName_isToldToTheAskerAloneAtOnce(
      String command, String option, String typed, String says) {
    Interaction asked = alice.slash(command).option(option, typed).send();

    assertThat(ReplyRules.checked(served, asked).text()).contains(says);
    assertThat(asked.reply().isEphemeral()).isTrue();
    assertThat(asked.acknowledged().type()).isEqualTo(Acknowledgement.MESSAGE);
  }

  @Test
  void status_severalOfThatName_asksWhichOne() {
    Message which = reply(alice.slash("status").option("measure", "section 301"));

    assertThat(which.text()).contains("Several measures go by that name.");
    assertThat(which.selects().getFirst().options()).hasSizeGreaterThan(5);
    Message chosen = reply(alice, which, which.selects().getFirst().options().get(2).label());
    assertThat(chosen.text()).contains("As of 24 Nov 2026");
  }

  @Test
  void compare_meeting_putsBothAccountsSideBySide() {
    Message reply = reply(alice.slash("compare").option("meeting", "Busan"));

    assertThat(reply.text())
        .contains("Trump–Xi meeting in Busan", "named by both", "**Only Beijing names**");
    assertThat(reply.buttonLabels()).contains("Table as file", "Sources");
  }

  @Test
  void status_measure_standsAsOfToday() {
    Message reply = reply(alice.slash("status").option("measure", "affiliates rule"));

    assertThat(reply.text()).contains("⚪ **Not known since 10 November 2026", "As of 24 Nov 2026");
    assertThat(reply.buttonLabels()).contains("History (2)");
    assertThat(reply.files()).extracting(file -> file.name()).containsExactly("picture.png");
    assertThat(reply.json().toString())
        .contains(
            "suspended from 10 November 2025 to 9 November 2026\\n", "as of 24 November 2026");
  }

  @Test
  void status_asOf_standsAsOfThatDayWithProof() {
    Message reply =
        reply(
            alice
                .slash("status")
                .option("measure", "affiliates rule")
                .option("as-of", "2026-01-05"));

    assertThat(reply.text()).contains("🟡 **Suspended", "Proof: BIS pauses", "As of 5 Jan 2026");
  }

  @Test
  void next_announced_hasDaysLeftSourceAndCalendar() {
    Message reply = reply(alice.slash("next"));

    assertThat(reply.text()).contains("Announced, the soonest first", "2026** · <t:", "to 7 Oct");
    assertThat(calendar(reply).getEvents()).isNotEmpty();
  }

  @Test
  void expiring_days_hasWhatEndsThenAndWhatHasPassed() {
    Message reply = reply(alice.slash("expiring").option("days", 3));

    assertThat(reply.text())
        .contains("Ends from 24 November 2026 to 27 November 2026", "**27 November 2026** · <t:")
        .contains("Last day passed since that side's sources end");
    assertThat(calendar(reply).getEvents())
        .extracting(event -> event.getUid().getValue())
        .contains(
            "2024-12-03-mofcom-46-ban-us-gallium-germanium-antimony-standing-2025-11-09@readout");
  }

  @Test
  void digest_week_saysWhatEnds() {
    assertThat(reply(alice.slash("digest")).text())
        .contains("18 November 2026 to 24 November 2026", "Last days within 60 days: ");
  }

  @Test
  void timeline_topic_isAPictureWithAltTextAndATable() {
    Message reply = reply(alice.slash("timeline").option("topic", "rare-earths"));

    assertThat(reply.text()).contains("### Rare earths", "Sources: ", "As of 24 Nov 2026");
    assertThat(reply.files())
        .extracting(file -> file.name())
        .containsExactly("picture.png", "table.csv");
    assertThat(reply.json().toString()).contains("Paris round");
    assertThat(reply(alice.slash("timeline")).text()).contains("Choose a topic");
    assertThat(reply(alice.slash("timeline").option("measure", "zanzibar")).text())
        .contains("nothing to draw");
  }

  @Test
  void timeline_measureOrDays_isDrawnInTheThemeAskedFor() {
    SlashCall measure = alice.slash("timeline").option("measure", "affiliates rule");
    Message dark = reply(measure);
    Message light = reply(measure.option("theme", "light"));
    Message days =
        reply(alice.slash("timeline").option("since", "2025-10-01").option("until", "2025-11-30"));

    assertThat(dark.json().toString()).contains("suspended: The Affiliates Rule");
    assertThat(light.files().getFirst().bytes()).isNotEqualTo(dark.files().getFirst().bytes());
    assertThat(new String(days.files().getLast().bytes(), StandardCharsets.UTF_8).lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.matches("\"2025-1[01]-.*"));
  }

  @Test
  void rates_goodsOrDuty_isAPictureWithAltTextAndATable() {
    Message all = reply(alice.slash("rates").option("goods", "US goods"));
    Message one = reply(alice.slash("rates").option("duty", "fentanyl tariff"));

    assertThat(all.text()).contains("### What was charged on US goods", "Law and proof: ");
    assertThat(one.files()).extracting(file -> file.name()).contains("picture.png");
  }

  private static ICalendar calendar(Message reply) {
    String text = new String(reply.files().getFirst().bytes(), StandardCharsets.UTF_8);
    return Biweekly.parse(text).first();
  }

  @Test
  void explain_term_hasBothLanguagesAndItsSource() {
    Message reply = reply(alice.slash("explain").option("term", "EL"));

    assertThat(reply.text()).contains("**Entity List · 实体清单**", "not to be confused with");
    assertThat(Shown.in(reply)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US | Inspur | **Entity List: Inspur** | since 2 March 2023; in force on ",
        "zh-CN | 浪潮 | **实体清单：浪潮** | 自2023年3月2日起",
        "zh-TW | 浪潮集團 | **實體清單：浪潮** | 自2023年3月2日起"
      })
  void listed_name_saysWhichSinceWhenAndByWhat(
      String locale, String name, String list, String since) {
    Message reply = reply(alice.withLocale(locale).slash("listed").option("name", name));

    assertThat(Shown.unescaped(reply.text())).contains(list, since);
    assertThat(records(reply))
        .extracting(CorpusRecord::id)
        .contains("2023-03-02-inspur-loongson-entity-list");
  }

  @Test
  void listed_nameOnNoList_isNotCalledANo_andOthersAreOffered() {
    Message reply = reply(alice.slash("listed").option("name", "Huawie"));
    Message chosen = ReplyRules.checked(served, alice.choose(reply, "Huawei"));

    assertThat(reply.text()).contains("which is not a no").doesNotContain("since");
    assertThat(chosen.text()).contains("Covered List: Huawei", "Entity List: Huawei Technologies");
  }

  @Test
  void timeline_meetings_drawsMeetingsOnly() {
    Message reply = reply(alice.slash("timeline").option("meetings", "trade-talks"));
    String table = new String(reply.files().getLast().bytes(), StandardCharsets.UTF_8);

    assertThat(reply.text()).contains("### Meetings: ");
    assertThat(table.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains("\"Joint\""));
  }

  @Test
  void sources_withoutTopic_countsEachSide() {
    Message reply = reply(alice.slash("sources"));

    assertThat(reply.text()).contains("- Washington · records: ", "- Beijing · ", "### Latest");
  }

  @Test
  void sources_topic_countsThatTopic() {
    Message reply = reply(alice.slash("sources").option("topic", "entity-list"));

    assertThat(reply.text()).contains("What the sources hold on Entity List");
  }

  @Test
  void receipt_ofAnAnswer_showsItAgainAndSaysItStands() {
    Message answer = reply(ask(QUESTION));
    String id = answer.button("Sources").orElseThrow().customId().split(":", -1)[2];
    Message again = reply(alice.slash("receipt").option("id", " " + id.toLowerCase(Locale.ROOT)));

    assertThat(again.isEphemeral()).isTrue();
    assertThat(again.text()).contains("Receipt `" + id + "` · asked <t:", "✅ Same today");
    // What has become of the sources stands above, so that less may fit.
    assertThat(words(again)).isSubsetOf(words(answer)).startsWith(words(answer).getFirst());
  }

  private static List<String> words(Message message) {
    return Shown.in(message).stream().map(Shown::words).toList();
  }

  @Test
  void receipt_unknownId_saysHowLongReceiptsAreKept() {
    Message reply = reply(alice.slash("receipt").option("id", "`*XXXX*`"));

    assertThat(reply.text()).contains("No receipt `XXXX` is kept", "180 days", "ask:");
  }

  @Test
  void help_onceCommandsAreKnown_linksEach() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(reply(alice.slash("help")).text())
                    .contains("</ask:", "</forget-me:", "**Find sources for this**"));
    Message help = reply(alice.slash("help"));
    assertThat(help.isEphemeral()).isTrue();
    String question = "When do Trump and Xi meet again?";
    assertThat(ReplyRules.checked(served, alice.choose(help, question)).text()).contains(question);
  }

  @ParameterizedTest
  @CsvSource({
    "about, Readout 1.2.3-test",
    "about, '576 records'",
    "ping, index generation 000001",
    "privacy, 'for 180 days, without your name'",
    "forget-me, Erased: 0 votes"
  })
  void aboutTheBot_isForTheAskerAlone(String command, String says) {
    Message reply = reply(alice.slash(command));

    assertThat(reply.text()).contains(says);
    assertThat(reply.isEphemeral()).isTrue();
  }

  private Message reply(Person person, Message message, String option) {
    return ReplyRules.checked(served, person.choose(message, option));
  }
}
