package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Side;
import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.person.SlashCall;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /ask} with every option, and a message's menu, as a member of a server uses them. */
@ExtendWith(SharedBot.class)
final class BotAskTest {
  private static final String QUESTION = "what did both sides say about TikTok in Madrid?";

  private final ServedBot served;
  private final Person alice;

  BotAskTest(ServedBot served) {
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
  void ask_question_showsLeadAndBothSidesWithReceipt() {
    Message reply = reply(ask(QUESTION));

    assertThat(reply.isEphemeral()).isFalse();
    assertThat(reply.text())
        .startsWith("-# " + QUESTION)
        .contains("Summaries", "(US)", "(CN) · `")
        .containsAnyOf("**Washington** ", "**Beijing** ");
    assertThat(Shown.in(reply)).hasSizeBetween(2, 3);
    assertThat(records(reply)).extracting(CorpusRecord::side).contains(Side.US, Side.PRC);
    assertThat(reply.buttonLabels()).contains("Sources", "👍", "👎", "🗑️").doesNotContain("📢");
    assertThat(reply.selects()).singleElement().extracting("placeholder").isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"Washington, Beijing, US", "Beijing, Washington, PRC"})
  void ask_side_showsThatSideOnly(String side, String other, Side shown) {
    Message reply = reply(ask(QUESTION).option("side", side));

    assertThat(reply.text()).doesNotContain("**" + other + "** ");
    assertThat(records(reply)).isNotEmpty().allMatch(record -> record.side() == shown);
  }

  @Test
  void ask_topic_showsRecordsOfThatTopicOnly() {
    Message reply =
        reply(ask("what did Beijing say about soybeans?").option("topic", "agriculture"));

    assertThat(records(reply)).isNotEmpty().allMatch(r -> r.topics().contains("agriculture"));
  }

  @Test
  void ask_unknownTopic_isToldToTheAskerAloneAtOnce() {
    Interaction asked = ask(QUESTION).option("topic", "no-*such*-topic").send();
    Message reply = ReplyRules.checked(served, asked);

    assertThat(Shown.unescaped(reply.text())).contains("There is no topic “no-*such*-topic”");
    assertThat(reply.text()).doesNotContain("*such*");
    assertThat(reply.isEphemeral()).isTrue();
    assertThat(asked.acknowledged().type()).isEqualTo(Acknowledgement.MESSAGE);
  }

  @Test
  void ask_sinceAndUntil_showsRecordsBetweenOnly() {
    Message reply =
        reply(
            ask("what did China say about soybeans?")
                .option("since", "2025-10-01")
                .option("until", "2025-12-31"));

    assertThat(records(reply))
        .isNotEmpty()
        .allMatch(record -> !record.anchorDay().isBefore(LocalDate.of(2025, 10, 1)))
        .allMatch(record -> !record.anchorDay().isAfter(LocalDate.of(2025, 12, 31)));
  }

  @Test
  void ask_asOf_showsStandingOnThatDay() {
    Message reply = reply(ask("is the affiliates rule in force?").option("as-of", "2025-11-12"));

    assertThat(reply.text()).contains("🟡 **Suspended from 10 November 2025 to 9 November 2026**");
  }

  @Test
  void ask_whichMeasuresThereAre_namesThemWithALinkToEach() {
    Message reply = reply(ask("which rare earth controls are in force?"));

    assertThat(reply.text())
        .contains(
            "**In force as of 24 November 2026:**\n- 🟢 ",
            "\n**Not known since 11 November 2026 (suspended from 7 November 2025 to 10 November"
                + " 2026):**\n- ⚪ ")
        .containsPattern(
            "\n- 🟢 China requires licences for seven [^\n]+ \\[MOFCOM/GACC, 4 Apr 2025]\\(<");
  }

  @Test
  void ask_compiledRecordTellsALastDayThatIsPast_saysHowTheMeasureStandsNow() {
    Message reply =
        reply(ask("samarium gadolinium lutetium yttrium holmium erbium thulium europium"));

    assertThat(reply.text())
        .contains(
            "⚪ Standing of “Announcement 57: five more rare earths put under licence”: Not known"
                + " since 11 November 2026");
  }

  @Test
  void ask_untilBeforeSince_isToldToTheAskerAloneAtOnce() {
    Interaction asked =
        ask("soybeans?").option("since", "2025-03-01").option("until", "2025-02-01").send();

    assertThat(asked.reply().text()).startsWith("The last day comes before the first.");
    assertThat(asked.acknowledged().type()).isEqualTo(Acknowledgement.MESSAGE);
  }

  @Test
  void ask_private_onlyTheAskerSeesIt() {
    Message reply = reply(ask(QUESTION).option("private", true));

    assertThat(reply.isEphemeral()).isTrue();
    assertThat(reply.receiverId()).contains(alice.id());
    assertThat(reply.buttonLabels()).contains("📢").doesNotContain("🗑️");
  }

  @Test
  void ask_forSomebody_tellsNobodyElse() {
    Person bob = served.person("Bob");
    served.mayMention(bob);
    Interaction asked = ask(QUESTION + " @everyone").option("for", bob).send();
    Message reply = ReplyRules.checked(served, asked);

    assertThat(reply.text()).startsWith("<@" + bob.id() + ">\n");
    assertThat(ReplyRules.pinged(served, asked)).containsExactly(bob.id());
  }

  @Test
  void ask_withMentions_tellsNobody() {
    Interaction asked = ask("soybeans for <@" + alice.id() + "> and @here?").send();
    Message reply = ReplyRules.checked(served, asked);

    assertThat(ReplyRules.pinged(served, asked)).isEmpty();
    assertThat(reply.text()).doesNotContain("<@" + alice.id());
  }

  @Test
  void ask_notInTheSources_isDeclinedToTheAskerAloneBeforeAnythingIsAcknowledged() {
    String question = "what is the capital of Peru";
    assertThat(reply(ask(question)).isEphemeral()).isTrue();

    // Known by now, as soon as it has to be on however slow a machine.
    Interaction asked = ask(question).send();
    Message reply = ReplyRules.checked(served, asked);

    assertThat(reply.text())
        .contains("**Not in the sources.** Missing: no record ", "(US)", "(CN)");
    assertThat(Shown.in(reply)).isEmpty();
    assertThat(reply.isEphemeral()).isTrue();
    assertThat(asked.acknowledged().type()).isEqualTo(Acknowledgement.MESSAGE);
  }

  @Test
  void ask_notSaidByTheSources_showsTheNearestAndWhatIsMissing() {
    Message reply =
        reply(ask("what was agreed in London on soybeans and fentanyl?").option("side", "Beijing"));

    assertThat(reply.text())
        .contains(
            "**The sources do not say this.** Missing: no record that tells of this with the"
                + " rest of the question: London.");
    assertThat(reply.selects().getFirst().options()).hasSizeBetween(1, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?!", " ", "the of and"})
  void ask_nothingToSearchFor_isAPlainNotice(String question) {
    assertThat(reply(ask(question)).textDisplays()).hasSize(1);
  }

  @Test
  void ask_longestQuestion_isTaken() {
    Message reply = reply(ask("soybeans * ".repeat(60).substring(0, 500)));

    assertThat(reply.textDisplays()).isNotEmpty();
  }

  @Test
  void menu_findSources_asksWithTheMessage() {
    Message reply =
        ReplyRules.checked(
            served,
            alice.menu(
                "Find sources for this",
                "**China** will *suspend* the rare earth controls https://x.example <@123>"));

    assertThat(reply.isEphemeral()).isTrue();
    assertThat(reply.text()).startsWith("-# China will suspend the rare earth controls\n");
    assertThat(Shown.in(reply)).isNotEmpty();
  }

  @Test
  void menu_ofAMessageWithoutWords_saysSo() {
    for (String menu : List.of("Find sources for this", "Check this quote")) {
      Message reply = ReplyRules.checked(served, alice.menu(menu, ""));
      assertThat(reply.text()).isEqualTo("That message holds no text to look for.");
    }
  }

  @Test
  void menu_checkQuote_findsTheWordsAndWhoSaidThem() {
    String quotation = Shown.anyQuotation();
    Message reply =
        ReplyRules.checked(
            served, alice.menu("Check this quote", "He said “" + quotation + "” I think"));

    assertThat(reply.isEphemeral()).isTrue();
    assertThat(reply.text()).contains("✅").contains("Verbatim in the sources");
    assertThat(Shown.in(reply)).isNotEmpty();
  }

  @Test
  void menu_checkInventedQuote_isNotFound() {
    Message reply =
        ReplyRules.checked(
            served,
            alice.menu("Check this quote", "\"unicorns shall graze the lawns of both capitals\""));

    assertThat(reply.text()).contains("Not found in the sources");
  }
}
