package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.Answer.SearchedBy;
import dev.readout.answer.ReceiptBook.KeptAnswer;
import dev.readout.answer.ReceiptBook.ReceiptState;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.store.Database;
import dev.readout.store.MemberKeys;
import dev.readout.store.Receipts;
import dev.readout.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts over small corpora: the same words again, and what has become of them. */
final class ReceiptBookTest {
  private static final Question QUESTION = Question.of("does a bicycle need a bell?", 2_000);
  private static final String BELL = "Every bicycle needs a bell, says the bicycle rule.";
  private static final Duration KEPT = Duration.ofDays(180);
  private static final Scope HERE = Scope.ofServer(1);

  @TempDir Path folder;

  private Instant now = ShippedIndex.CLOCK.instant();
  private Database database;
  private ReceiptBook book;

  @BeforeEach
  void open() {
    database = TestDatabase.open(folder.resolve("readout.db"), () -> now);
    book = new ReceiptBook(new Receipts(database), new MemberKeys(database), () -> now, KEPT);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static RecordSketch bell(String... says) {
    return new RecordSketch("the-bell", Kind.READOUT, Side.US).published("2025-03-01").says(says);
  }

  /** Says something else, so that the corpus is never empty. */
  private static RecordSketch umbrella() {
    return new RecordSketch("an-umbrella", Kind.READOUT, Side.PRC)
        .published("2025-02-01")
        .says("An umbrella keeps the rain off.");
  }

  private KeptAnswer keep() throws IOException {
    try (Generation generation = RecordSketch.index(folder, bell(BELL), umbrella())) {
      return book.find(id(generation, null), HERE).orElseThrow();
    }
  }

  private String id(Generation generation, @Nullable Long member) {
    return book.keep(answer(generation), generation, HERE, member).orElseThrow();
  }

  @Test
  void keep_databaseLocked_answerDoesNotWaitForIt() throws Exception {
    Receipts receipts = new Receipts(database);
    try (Generation generation = RecordSketch.index(folder, bell(BELL), umbrella())) {
      try (Connection other =
              DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("readout.db"));
          var statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        assertThat(book.keep(answer(generation), generation, HERE, null)).isEmpty();
        statement.execute("ROLLBACK");
      }
    }

    // It has not failed: the answer was there before the database gave up waiting.
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> receipts.firstQuoting("the-bell", HERE).isPresent());
  }

  private static Answer.Answered answer(Generation generation) {
    return new Answer.Answered(
        QUESTION,
        Language.EN,
        ShippedIndex.TODAY,
        generation.info(),
        Map.of(),
        null,
        snippet(generation, "the-bell"),
        List.of(
            new Answer.Block(Side.US, List.of()),
            new Answer.Block(Side.PRC, List.of(snippet(generation, "an-umbrella")))),
        List.of(),
        List.of(),
        List.of(),
        List.of("Does a bicycle need a lamp?"),
        SearchedBy.WORDS);
  }

  private static Snippet snippet(Generation generation, String id) {
    CorpusRecord record = generation.find(id).orElseThrow();
    return new Snippet(record, record.statements().getFirst());
  }

  /** What has become of the answer in an index of these records. */
  private ReceiptState after(KeptAnswer kept, RecordSketch... records) throws IOException {
    Files.writeString(folder.resolve("corpus").resolve("changed.md"), "");
    try (Generation generation = RecordSketch.index(folder, records)) {
      return book.stateOf(kept, generation);
    }
  }

  private static List<String> ids(List<CorpusRecord> records) {
    return records.stream().map(CorpusRecord::id).toList();
  }

  @Test
  void find_kept_isTheSameAnswer() throws IOException {
    try (Generation generation = RecordSketch.index(folder, bell(BELL), umbrella())) {
      Answer.Answered given = answer(generation);
      String id = book.keep(given, generation, HERE, null).orElseThrow();
      KeptAnswer kept = book.find(id, HERE).orElseThrow();

      assertThat(kept.answer().snippets()).isEqualTo(given.snippets());
      assertThat(kept.answer().lead()).isEqualTo(given.lead());
      assertThat(kept.answer().index()).isEqualTo(given.index());
      assertThat(kept.answer().language()).isEqualTo(given.language());
      assertThat(kept.answer().related()).isEqualTo(given.related());
    }
  }

  @Test
  void find_keptWithAVerdictAndMore_hasThem() throws IOException {
    try (Generation generation = RecordSketch.index(folder, bell(BELL), umbrella(), rule(null))) {
      Verdict verdict =
          new Verdict(
              Slot.STANDING, List.of(generation.find("a-rule").orElseThrow()), ShippedIndex.TODAY);
      KeptAnswer kept = kept(generation, verdict);

      assertThat(kept.answer().verdict()).isEqualTo(verdict);
      assertThat(kept.answer().more()).containsExactly(snippet(generation, "an-umbrella"));
      assertThat(kept.answer().blocks())
          .containsExactly(new Answer.Block(Side.US, List.of(), true));
    }
  }

  @Test
  void find_keptWithParticipants_hasTheirNamesAsTheyWereShown() throws IOException {
    Term roe =
        new Term(
            "roe", "person", List.of("Jane Roe"), List.of(), List.of("罗伊"), List.of(), null, null);
    try (Generation generation = RecordSketch.index(folder, bell(BELL), umbrella())) {
      KeptAnswer kept =
          kept(
              generation,
              new Verdict(
                  Slot.PERSON,
                  List.of(generation.find("the-bell").orElseThrow()),
                  ShippedIndex.TODAY,
                  Side.US,
                  List.of(
                      new Verdict.Participant("Ms Roe", roe),
                      new Verdict.Participant("John Doe", null)),
                  List.of()));

      assertThat(VerdictText.of(Objects.requireNonNull(kept.answer().verdict()), Language.EN))
          .isEqualTo(
              "Recorded as taking part for the United States: Jane Roe, John Doe — the bell.");
    }
  }

  @Test
  void stateOf_measureOfTheVerdictGoneOrStandingOtherwise_isWithdrawnOrChanged()
      throws IOException {
    KeptAnswer kept;
    try (Generation generation = RecordSketch.index(folder, bell(BELL), umbrella(), rule(null))) {
      kept =
          kept(
              generation,
              new Verdict(
                  Slot.STANDING,
                  List.of(generation.find("a-rule").orElseThrow()),
                  ShippedIndex.TODAY));
    }

    assertThat(after(kept, bell(BELL), umbrella(), rule(null)).isSame()).isTrue();
    assertThat(ids(after(kept, bell(BELL), umbrella()).withdrawn())).containsExactly("a-rule");
    assertThat(ids(after(kept, bell(BELL), umbrella(), rule("2026-11-30")).changed()))
        .containsExactly("a-rule");
  }

  private static RecordSketch rule(@Nullable String lastDay) {
    return new RecordSketch("a-rule", Kind.RESTRICTION, Side.US)
        .stands("2025-03-01", lastDay, LegalState.IN_FORCE, "a-rule")
        .says("The rule asks for a bell.");
  }

  private KeptAnswer kept(Generation generation, Verdict verdict) {
    Answer.Answered answer =
        new Answer.Answered(
            QUESTION,
            Language.EN,
            ShippedIndex.TODAY,
            generation.info(),
            Map.of(),
            verdict,
            snippet(generation, "the-bell"),
            List.of(new Answer.Block(Side.US, List.of(), true)),
            List.of(snippet(generation, "an-umbrella")),
            List.of(),
            List.of(),
            List.of(),
            SearchedBy.WORDS);
    String id = book.keep(answer, generation, HERE, null).orElseThrow();
    return book.find(id, HERE).orElseThrow();
  }

  @Test
  void keep_withoutMember_keepsNoQuestionEither() throws IOException {
    assertThat(keep().answer().question().text()).isEmpty();
  }

  @Test
  void keep_withMember_keepsTheQuestionUntilForgotten() throws IOException {
    try (Generation generation = RecordSketch.index(folder, bell(BELL), umbrella())) {
      String id = id(generation, 77L);

      assertThat(book.find(id, HERE).orElseThrow().answer().question().text())
          .isEqualTo(QUESTION.text());
      assertThat(book.forget(78L)).isZero();
      assertThat(book.forget(77L)).isEqualTo(1);
      assertThat(book.find(id, HERE).orElseThrow().answer().question().text()).isEmpty();
    }
  }

  @Test
  void find_otherServerOrExpired_isEmpty() throws IOException {
    KeptAnswer kept = keep();

    assertThat(book.find(kept.id(), Scope.ofServer(2))).isEmpty();
    assertThat(book.find(kept.id(), Scope.GLOBAL)).isEmpty();
    now = now.plus(KEPT).minusSeconds(1);
    assertThat(book.find(kept.id(), HERE)).isPresent();
    now = now.plusSeconds(1);
    assertThat(book.find(kept.id(), HERE)).isEmpty();
    now = now.plusSeconds(1);
    assertThat(book.removeOld()).isEqualTo(1);
  }

  @Test
  void stateOf_sameRecordsBuiltAnew_isSame() throws IOException {
    ReceiptState state = after(keep(), bell(BELL), umbrella());

    assertThat(state.isSame()).isTrue();
  }

  @Test
  void stateOf_recordGone_isWithdrawn() throws IOException {
    KeptAnswer kept = keep();
    ReceiptState state = after(kept, umbrella());

    assertThat(kept.answer().snippets()).extracting(Snippet::record).isNotEmpty();
    assertThat(ids(state.withdrawn())).containsExactly("the-bell");
    assertThat(state.changed()).isEmpty();
    assertThat(state.isSame()).isFalse();
  }

  @Test
  void stateOf_statementReworded_isChanged() throws IOException {
    ReceiptState state = after(keep(), bell(BELL.replace("bell", "horn")), umbrella());

    assertThat(ids(state.changed())).containsExactly("the-bell");
    assertThat(state.withdrawn()).isEmpty();
  }

  @Test
  void stateOf_statementAddedBehind_isNoChange() throws IOException {
    ReceiptState state = after(keep(), bell(BELL, "It may be a loud one."), umbrella());

    assertThat(state.changed()).isEmpty();
  }

  @Test
  void stateOf_laterRecordOfTheMeetingOrNamingIt_isNewer() throws IOException {
    KeptAnswer kept;
    try (Generation before = RecordSketch.index(folder, bell(BELL).meeting("a-fair"), umbrella())) {
      kept = book.find(id(before, null), HERE).orElseThrow();
    }
    ReceiptState state =
        after(
            kept,
            bell(BELL).meeting("a-fair"),
            umbrella(),
            later("of-the-meeting", "2025-03-03").meeting("a-fair"),
            later("naming-it", "2025-03-02").relates("the-bell"),
            later("of-something-else", "2025-03-04"),
            later("no-later", "2025-03-01").relates("the-bell"));

    assertThat(ids(state.newer())).containsExactly("of-the-meeting", "naming-it");
    assertThat(state.changed()).isEmpty();
    assertThat(state.withdrawn()).isEmpty();
  }

  private static RecordSketch later(String id, String day) {
    return new RecordSketch(id, Kind.READOUT, Side.US).published(day).says("A bell rang again.");
  }
}
