package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.SourceText;
import dev.readout.corpus.Language;
import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.message.SelectMenu;
import dev.readout.discord.standin.person.Person;
import dev.readout.store.FeedbackTable;
import dev.readout.store.FeedbackTable.FeedbackCounts;
import dev.readout.store.Receipt.QuotedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every button and menu under a reply. */
@ExtendWith(SharedBot.class)
final class BotButtonsTest {
  private static final String QUESTION = "is the affiliates rule in force?";

  private final ServedBot served;
  private final Person alice;
  private final Person bob;

  BotButtonsTest(ServedBot served) {
    this.served = served;
    alice = served.person("Alice");
    bob = served.person("Bob");
  }

  private Message ask(String question) {
    return ReplyRules.checked(served, alice.slash("ask").option("question", question).send());
  }

  private Message askInPrivate() {
    return ReplyRules.checked(
        served, alice.slash("ask").option("question", QUESTION).option("private", true).send());
  }

  private Message press(Person person, Message message, String button) {
    return ReplyRules.checked(served, person.press(message, button));
  }

  static String receipt(Message answer) {
    return answer.button("Sources").orElseThrow().customId().split(":", -1)[2];
  }

  /** The pages from the first to the last, as a member opens one after the other. */
  private List<Message> pages(Message first) {
    List<Message> pages = new ArrayList<>(List.of(first));
    Optional<String> more = ServedBot.more(first);
    while (more.isPresent()) {
      pages.add(press(alice, pages.getLast(), more.get()));
      more = ServedBot.more(pages.getLast());
    }
    return pages;
  }

  @Test
  void more_toTheLastPage_showsEveryStatementOnce() {
    Message answer = ask(QUESTION);
    List<String> shown =
        pages(press(alice, answer)).stream()
            .flatMap(page -> Shown.in(page).stream())
            .map(Shown::words)
            .toList();

    List<String> whole = ServedBot.words(served.receipt(receipt(answer)));
    assertThat(whole).hasSizeGreaterThan(Shown.in(answer).size());
    assertThat(shown).containsExactlyInAnyOrderElementsOf(whole);
  }

  @Test
  void all_pressed_isForWhoPressed() {
    Message page = press(bob, ask(QUESTION));

    assertThat(page.isEphemeral()).isTrue();
    assertThat(page.receiverId()).contains(bob.id());
    assertThat(page.text()).contains("### Standing on 24 November 2026");
  }

  @Test
  void topic_chosen_isShownInBothVersions() {
    Message table =
        ReplyRules.checked(served, alice.slash("compare").option("meeting", "Busan").send());
    String topic = table.selects().getFirst().options().getFirst().label();
    Message both = ReplyRules.checked(served, bob.choose(table, topic));

    assertThat(both.isEphemeral()).isTrue();
    assertThat(both.text()).startsWith("### " + topic).contains("**Washington**", "**Beijing**");
    assertThat(Shown.in(both)).isNotEmpty();
  }

  @Test
  void table_asFile_holdsEveryStatement() {
    Message table =
        ReplyRules.checked(served, alice.slash("compare").option("meeting", "Busan").send());
    Message reply = ReplyRules.checked(served, alice.press(table, "Table as file"));

    assertThat(reply.files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.name()).endsWith(".csv");
              assertThat(file.text()).contains("\"topic\",\"side\",\"statement\"", "soybeans");
            });
  }

  @Test
  void cite_pressed_isTextMarkdownAndBibtex() {
    Message sources = press(alice, ask(QUESTION), "Sources");
    Message cited = press(alice, sources, "Cite");

    assertThat(cited.text()).contains("```md\n", "```bibtex\n@misc{", "url = {https://");
  }

  @Test
  void status_history_listsEveryState() {
    Message status =
        ReplyRules.checked(
            served, alice.slash("status").option("measure", "affiliates rule").send());
    Message history = press(bob, status, "History (2)");

    assertThat(history.text()).contains("🟡 suspended from", "🟢 in force from");
  }

  @Test
  void status_anotherDayChosen_standsAsOfThatDay() {
    Message status =
        ReplyRules.checked(
            served, alice.slash("status").option("measure", "affiliates rule").send());
    Message then = ReplyRules.checked(served, alice.choose(status, "29 September 2025"));

    assertThat(then.text()).contains("🟢 **In force from 29 September 2025");
    assertThat(then.json().toString()).contains("as of 29 September 2025: In force");
  }

  @Test
  void explain_more_showsTheWholeEntry() {
    Message explained =
        ReplyRules.checked(served, alice.slash("explain").option("term", "EL").send());
    String more = ServedBot.more(explained).orElseThrow();

    assertThat(Shown.in(press(bob, explained, more)).size())
        .isGreaterThan(Shown.in(explained).size());
  }

  @Test
  void wish_ofADeclinedQuestion_goesToTheModerators() {
    Message declined = ask("best marzipan in Shanghai");
    Message wished = press(alice, declined, "Ask the moderators to add it");

    assertThat(wished.text()).startsWith("The moderators see that this is wanted");
  }

  @Test
  void sources_pressed_listsEverySourceOfEveryRecord() {
    Message answer = ask(QUESTION);
    Message sources = press(bob, answer, "Sources");

    assertThat(sources.isEphemeral()).isTrue();
    assertThat(sources.text())
        .startsWith("### Sources")
        .as("the measure that the verdict is of")
        .contains("2025-19001/expansion-of-end-user-controls");
    served.receipt(receipt(answer)).records().values().stream()
        .filter(record -> isQuoted(record.id(), answer))
        .flatMap(record -> record.sources().stream())
        .forEach(
            source ->
                assertThat(Shown.unescaped(sources.text()))
                    .contains(
                        source.url() == null
                            ? SourceText.citation(
                                Objects.requireNonNull(source.citation()), Language.EN)
                            : "(<" + source.url() + ">)"));
  }

  private boolean isQuoted(String recordId, Message answer) {
    return served.receipt(receipt(answer)).statements().stream()
        .filter(quoted -> !quoted.block().equals(QuotedStatement.MORE))
        .anyMatch(quoted -> quoted.recordId().equals(recordId));
  }

  @Test
  void related_chosen_isAskedForWhoChose() {
    Message answer = ask(QUESTION);
    SelectMenu.Option related = answer.selects().getFirst().options().getFirst();
    Interaction chosen = bob.choose(answer, related.label());
    Message reply = ReplyRules.checked(served, chosen);

    assertThat(reply.isEphemeral()).isTrue();
    assertThat(Shown.unescaped(reply.text())).startsWith("-# " + related.value() + "\n");
    assertThat(Shown.in(reply)).isNotEmpty();
  }

  @Test
  void show_pressed_repeatsTheReplyForEverybody() {
    Message answer = askInPrivate();
    Message shown = press(alice, answer, "📢");

    assertThat(shown.isEphemeral()).isFalse();
    assertThat(Shown.in(shown)).isEqualTo(Shown.in(answer));
    assertThat(shown.text()).contains("-# Shown by Alice");
    assertThat(shown.buttonLabels()).contains("Sources", "👍", "🗑️").doesNotContain("📢");
    assertThat(press(bob, shown, "Sources").text()).startsWith("### Sources");
  }

  @Test
  void show_twice_isStillWithinDiscordsLimits() {
    Message page = press(alice, ask(QUESTION));
    Message shown = press(alice, page, "📢");

    assertThat(Shown.in(shown)).isEqualTo(Shown.in(page));
  }

  @Test
  void vote_pressed_countsOneAMemberAndTheLastOne() {
    Message answer = ask(QUESTION);
    Message thanks = press(alice, answer, "👍");
    served.dislike(alice, answer, "Out of date");
    served.dislike(bob, answer, "Wrong source");

    assertThat(thanks.text()).startsWith("Thank you.");
    assertThat(thanks.isEphemeral()).isTrue();
    assertThat(new FeedbackTable(served.database()).of(receipt(answer)))
        .isEqualTo(new FeedbackCounts(0, 1, 1));
  }

  @Test
  void vote_pressedAgain_isTakenBack() {
    Message answer = ask(QUESTION);
    press(alice, answer, "👍");
    assertThat(press(alice, answer, "👍").text()).startsWith("Your vote is taken back.");
    Message thanks = served.dislike(alice, answer, "Out of date");
    press(alice, thanks, "Take my vote back");

    assertThat(new FeedbackTable(served.database()).of(receipt(answer)))
        .isEqualTo(new FeedbackCounts(0, 0, 0));
  }

  @Test
  void forgetMe_afterVotes_erasesThem() {
    Person carol = served.person("Carol");
    Message answer = ask(QUESTION);
    press(carol, answer, "👍");
    Message first = ReplyRules.checked(served, carol.slash("forget-me").send());
    Message second = ReplyRules.checked(served, carol.slash("forget-me").send());

    assertThat(first.text()).startsWith("Erased: 1 vote,");
    assertThat(second.text()).startsWith("Erased: 0 votes");
    assertThat(new FeedbackTable(served.database()).of(receipt(answer)))
        .isEqualTo(new FeedbackCounts(0, 0, 0));
  }

  @Test
  void remove_byTheAsker_takesTheReplyAway() {
    Message answer = ask(QUESTION);
    Interaction pressed = alice.press(answer, "🗑️");

    assertThat(pressed.acknowledged().type()).isEqualTo(Acknowledgement.DEFERRED_UPDATE);
    assertRemoved(answer);
  }

  @Test
  void remove_byAModerator_takesTheReplyAway() {
    Message answer = ask(QUESTION);
    var _ = served.person("Mallory").asManager().press(answer, "🗑️");

    assertRemoved(answer);
  }

  private void assertRemoved(Message answer) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                served.discord().messages(answer.channelId()).stream()
                    .filter(message -> message.id().equals(answer.id()))
                    .allMatch(Message::isDeleted));
  }

  @Test
  void remove_bySomebodyElse_isRefused() {
    Message answer = ask(QUESTION);
    Interaction pressed = bob.press(answer, "🗑️");

    assertThat(pressed.reply().text()).startsWith("Only who asked, or a moderator");
    assertThat(pressed.reply().isEphemeral()).isTrue();
    assertThat(served.discord().messages(answer.channelId()))
        .filteredOn(message -> message.id().equals(answer.id()))
        .noneMatch(Message::isDeleted);
  }

  /** All statements. */
  private Message press(Person person, Message answer) {
    return press(person, answer, ServedBot.all(answer));
  }
}
