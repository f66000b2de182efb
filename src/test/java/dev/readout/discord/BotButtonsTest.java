package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.ShippedIndex;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.message.SelectMenu;
import dev.readout.discord.standin.person.Person;
import dev.readout.index.IndexDirectory;
import dev.readout.store.FeedbackCounts;
import dev.readout.store.FeedbackTable;
import dev.readout.store.QuotedStatement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every button and menu under a reply. */
@ExtendWith(ShippedIndex.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BotButtonsTest {
  private static final String QUESTION = "is the affiliates rule in force?";

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private ServedBot served;
  private Person alice;
  private Person bob;

  @BeforeAll
  void start(IndexDirectory index, @TempDir Path folder) {
    served = ServedBot.start(index, folder);
    alice = served.person("Alice");
    bob = served.person("Bob");
  }

  @AfterAll
  void close() {
    served.close();
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

  private static Optional<String> more(Message message) {
    return message.buttonLabels().stream().filter(label -> label.startsWith("More (")).findFirst();
  }

  static String receipt(Message answer) {
    return answer.button("Sources").orElseThrow().customId().split(":", -1)[2];
  }

  /** The pages from the first to the last, as a member opens one after the other. */
  private List<Message> pages(Message first) {
    List<Message> pages = new ArrayList<>(List.of(first));
    Optional<String> more = more(first);
    while (more.isPresent()) {
      pages.add(press(alice, pages.getLast(), more.get()));
      more = more(pages.getLast());
    }
    return pages;
  }

  @Test
  void more_toTheLastPage_showsEveryStatementOnce() {
    Message answer = ask(QUESTION);
    List<String> shown =
        pages(answer).stream().flatMap(page -> Shown.in(page).stream()).map(Shown::words).toList();

    List<String> whole = ServedBot.words(served.receipt(receipt(answer)));
    assertThat(whole).hasSizeGreaterThan(Shown.in(answer).size());
    assertThat(shown).containsExactlyInAnyOrderElementsOf(whole);
  }

  @Test
  void more_page_isForWhoPressedAndSaysItsNumber() {
    Message page = pressMore(bob, ask(QUESTION));

    assertThat(page.isEphemeral()).isTrue();
    assertThat(page.receiverId()).contains(bob.id());
    assertThat(page.text()).contains(" · Page 2");
  }

  @Test
  void more_ofAComparison_showsEveryRowOnce() {
    Message first =
        ReplyRules.checked(served, alice.slash("compare").option("meeting", "Busan").send());
    List<Message> pages = pages(first);
    List<String> shown =
        pages.stream().flatMap(page -> Shown.in(page).stream()).map(Shown::words).toList();

    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(shown).doesNotHaveDuplicates();
    assertThat(more(pages.getLast())).isEmpty();
    assertThat(pages.get(1).text()).contains("Trump–Xi meeting in Busan", " · Page 2");
  }

  @Test
  void more_ofAComparisonByAReaderOfChinese_goesOnWhereItStopped() {
    Message first =
        ReplyRules.checked(served, alice.slash("compare").option("meeting", "Busan").send());
    String more = more(first).orElseThrow();
    Message inEnglish = press(alice, first, more);
    Message pressedInChinese = press(bob.withLocale("zh-CN"), first, more);

    assertThat(Shown.in(pressedInChinese)).isEqualTo(Shown.in(inEnglish));
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
                            ? String.valueOf(source.citation())
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
    assertThat(Shown.unescaped(reply.text())).startsWith("> " + related.value() + "\n");
    assertThat(Shown.in(reply)).isNotEmpty();
  }

  @Test
  void show_pressed_repeatsTheReplyForEverybody() {
    Message answer = askInPrivate();
    Message shown = press(alice, answer, "Show to channel");

    assertThat(shown.isEphemeral()).isFalse();
    assertThat(Shown.in(shown)).isEqualTo(Shown.in(answer));
    assertThat(shown.text()).contains("-# Shown by Alice");
    assertThat(shown.buttonLabels())
        .contains("Sources", "Helpful", "Remove")
        .doesNotContain("Show to channel");
    assertThat(press(bob, shown, "Sources").text()).startsWith("### Sources");
  }

  @Test
  void show_twice_isStillWithinDiscordsLimits() {
    Message page = pressMore(alice, ask(QUESTION));
    Message shown = press(alice, page, "Show to channel");

    assertThat(Shown.in(shown)).isEqualTo(Shown.in(page));
  }

  @Test
  void vote_pressed_countsOneAMemberAndTheLastOne() {
    Message answer = ask(QUESTION);
    Message thanks = press(alice, answer, "Helpful");
    press(alice, answer, "Out of date");
    press(bob, answer, "Wrong source");

    assertThat(thanks.text()).startsWith("Thank you.");
    assertThat(thanks.isEphemeral()).isTrue();
    assertThat(new FeedbackTable(served.database()).of(receipt(answer)))
        .isEqualTo(new FeedbackCounts(0, 1, 1));
  }

  @Test
  void forgetMe_afterVotes_erasesThem() {
    Person carol = served.person("Carol");
    Message answer = ask(QUESTION);
    press(carol, answer, "Helpful");
    Message first = ReplyRules.checked(served, carol.slash("forget-me").send());
    Message second = ReplyRules.checked(served, carol.slash("forget-me").send());

    assertThat(first.text()).startsWith("Erased: 1 votes");
    assertThat(second.text()).startsWith("Erased: 0 votes");
    assertThat(new FeedbackTable(served.database()).of(receipt(answer)))
        .isEqualTo(new FeedbackCounts(0, 0, 0));
  }

  @Test
  void remove_byTheAsker_takesTheReplyAway() {
    Message answer = ask(QUESTION);
    Interaction pressed = alice.press(answer, "Remove");

    assertThat(pressed.acknowledged().type()).isEqualTo(Acknowledgement.DEFERRED_UPDATE);
    assertRemoved(answer);
  }

  @Test
  void remove_byAModerator_takesTheReplyAway() {
    Message answer = ask(QUESTION);
    var _ = served.person("Mallory").asManager().press(answer, "Remove");

    assertRemoved(answer);
  }

  private void assertRemoved(Message answer) {
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () ->
                served.discord().messages(answer.channelId()).stream()
                    .filter(message -> message.id().equals(answer.id()))
                    .allMatch(Message::isDeleted));
  }

  @Test
  void remove_bySomebodyElse_isRefused() {
    Message answer = ask(QUESTION);
    Interaction pressed = bob.press(answer, "Remove");

    assertThat(pressed.reply().text()).startsWith("Only who asked, or a moderator");
    assertThat(pressed.reply().isEphemeral()).isTrue();
    assertThat(served.discord().messages(answer.channelId()))
        .filteredOn(message -> message.id().equals(answer.id()))
        .noneMatch(Message::isDeleted);
  }

  private Message pressMore(Person person, Message message) {
    return press(person, message, ServedBot.more(message));
  }
}
