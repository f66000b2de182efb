package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.Source.SourceType;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What recorded fields say, on a rule, the notice that pauses it, a tariff and a meeting. */
final class VerdictsTest {
  private static final List<Term> TERMS =
      List.of(
          new Term(
              "umbrella-tariff",
              "instrument",
              List.of("umbrella tariff"),
              List.of(),
              List.of(),
              List.of(),
              null,
              null),
          new Term(
              "kettle-tariff",
              "instrument",
              List.of("kettle tariff"),
              List.of(),
              List.of(),
              List.of(),
              null,
              null),
          person("jane-roe", "Jane Roe", "罗伊", Side.US),
          person("li-wei", "Li Wei", "李伟", Side.PRC),
          person("zhou-min", "Zhou Min", "周敏", Side.PRC));

  @TempDir Path folder;

  private static Term person(String id, String english, String chinese, Side side) {
    return new Term(
        id, "person", List.of(english), List.of(), List.of(chinese), List.of(), side, null);
  }

  private static RecordSketch rule() {
    return new RecordSketch("bicycle-rule", Kind.RESTRICTION, Side.US)
        .title("The bicycle export rule")
        .published("2025-09-29")
        .effective("2025-09-30")
        .notes("Said to come back.")
        .sources(
            new Source("https://example.org/rule", null, "Example", SourceType.OFFICIAL, "en"),
            new Source(null, "90 FR 12345", null, null, null))
        .says("The bicycle export rule asks for a licence for every bicycle.")
        .stands("2025-09-30", "2025-11-09", LegalState.IN_FORCE, "bicycle-rule")
        .stands("2025-11-10", "2026-11-09", LegalState.SUSPENDED, "bicycle-pause");
  }

  private static RecordSketch pause() {
    return new RecordSketch("bicycle-pause", Kind.RESTRICTION, Side.US)
        .title("A pause of the bicycle export rule")
        .published("2025-11-10")
        .relates("bicycle-rule")
        .says("The Bureau suspended the bicycle export rule on 10 November 2025 for a year.")
        .stands("2025-11-10", null, LegalState.IN_FORCE, "bicycle-pause");
  }

  private static RecordSketch tariff() {
    return new RecordSketch("umbrella-tariff", Kind.COUNTERMEASURE, Side.PRC)
        .title("The umbrella tariff")
        .topics("umbrellas")
        .published("2025-03-01")
        .says("The umbrella tariff is charged at the border, of 10 percent at first.")
        .stands("2025-03-01", null, LegalState.IN_FORCE, "umbrella-tariff")
        .charges("2025-03-01", "2025-05-31", "10%", "all umbrellas")
        .charges("2025-06-01", null, "15%", "all umbrellas");
  }

  private static RecordSketch stopped() {
    return new RecordSketch("kettle-tariff", Kind.COUNTERMEASURE, Side.PRC)
        .title("The kettle tariff")
        .published("2025-03-02")
        .says("The kettle tariff was charged at the border.")
        .stands("2025-03-02", "2025-05-31", LegalState.IN_FORCE, "kettle-tariff")
        .stands("2025-06-01", null, LegalState.RESCINDED, "kettle-tariff")
        .charges("2025-03-02", "2025-05-31", "10%", "all kettles")
        .charges("2025-06-01", null, "0%", "all kettles");
  }

  private static RecordSketch meeting() {
    return new RecordSketch("lisbon-talks", Kind.MEETING, Side.JOINT)
        .title("The Lisbon talks")
        .topics("umbrellas")
        .published("2025-02-01")
        .participants("Jane Roe", "Li Wei", "Zhou Min")
        .says("The two sides met in Lisbon; the meeting was effective.");
  }

  private Answer.Answered answer(Question question) throws IOException {
    Answer answer = told(question);
    assertThat(answer instanceof Answer.Answered).as(question.text()).isTrue();
    return (Answer.Answered) answer;
  }

  private Answer told(Question question) throws IOException {
    try (Generation generation =
        RecordSketch.index(folder, TERMS, rule(), pause(), tariff(), stopped(), meeting())) {
      return new RetrievalAnswerer(generation, ShippedIndex.CLOCK, 0.0).answer(question);
    }
  }

  private static String text(Answer.Answered answer) {
    return VerdictText.of(Objects.requireNonNull(answer.verdict()), answer.language());
  }

  private void assertVerdict(Question question, Slot slot, String text, String... records)
      throws IOException {
    Answer.Answered answer = answer(question);
    Verdict verdict = answer.verdict();
    assertThat(verdict).as(question.text()).isNotNull();
    assertThat(text(answer)).isEqualTo(text);
    assertThat(verdict.slot()).isEqualTo(slot);
    assertThat(verdict.records()).extracting(CorpusRecord::id).containsExactly(records);
  }

  @Test
  void of_standing_isOfTheDayAskedForWithItsProof() throws IOException {
    assertVerdict(
        Ask.that("Is the bicycle export rule in force?").asOf("2026-01-01").question(),
        Slot.STANDING,
        "Suspended from 10 November 2025 to 9 November 2026 — The bicycle export rule."
            + " Said to come back.",
        "bicycle-rule",
        "bicycle-pause");
  }

  @Test
  void of_standingBeforeThePause_namesWhatFollowsAndItsProof() throws IOException {
    assertVerdict(
        Ask.that("Is the bicycle export rule in force?").asOf("2025-10-01").question(),
        Slot.STANDING,
        "In force from 30 September 2025 to 9 November 2025; then suspended from 10 November 2025"
            + " to 9 November 2026 — The bicycle export rule. Said to come back.",
        "bicycle-rule",
        "bicycle-pause");
  }

  @Test
  void of_standingPastTheLastRecordedDay_isNotKnown() throws IOException {
    assertVerdict(
        Ask.plainly("Is the bicycle export rule still in force?"),
        Slot.STANDING,
        "Not known since 10 November 2026: recorded as suspended from 10 November 2025 to"
            + " 9 November 2026 — The bicycle export rule. Said to come back.",
        "bicycle-rule",
        "bicycle-pause");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is the bicycle export rule suspended?",
        "Is the bicycle export rule on pause?",
        "Is the pause of the bicycle export rule suspended?"
      })
  void of_ruleAndTheNoticeThatPausesIt_isOfTheRule(String question) throws IOException {
    Answer.Answered answer = answer(Ask.plainly(question));
    Verdict verdict = answer.verdict();

    assertThat(verdict).isNotNull();
    assertThat(verdict.records().getFirst().id()).isEqualTo("bicycle-rule");
    assertThat(text(answer)).contains("suspended").doesNotStartWith("In force from 10");
  }

  @Test
  void of_end_isTheLastDayRecorded() throws IOException {
    Answer.Answered answer =
        answer(
            Ask.that("Until when is the bicycle export rule suspended?")
                .asOf("2026-01-01")
                .question());

    assertThat(answer.verdict()).isNotNull();
    assertThat(answer.verdict().slot()).isEqualTo(Slot.END);
    assertThat(text(answer)).contains("to 9 November 2026");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "When was the bicycle export rule effective?",
        "When did the bicycle export rule take effect?"
      })
  void of_start_isTheDayInEffectAndNotThatOfPublication(String question) throws IOException {
    assertVerdict(
        Ask.plainly(question),
        Slot.START,
        "In effect from 30 September 2025 — The bicycle export rule.",
        "bicycle-rule");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is the 24 percent bicycle export rule still in force?",
        "How long is the bicycle export rule of 24 points suspended?"
      })
  void of_figureThatTheTitleLacks_isNone(String question) throws IOException {
    assertThat(answer(Ask.plainly(question)).verdict()).isNull();
  }

  @Test
  void of_citation_isTheFormalOne() throws IOException {
    assertVerdict(
        Ask.plainly("What is the citation of the bicycle export rule?"),
        Slot.CITATION,
        "Citation: 90 FR 12345 — The bicycle export rule.",
        "bicycle-rule");
  }

  @Test
  void of_rateNow_isThatOfTheDay() throws IOException {
    assertVerdict(
        Ask.plainly("What is the rate of the umbrella tariff now?"),
        Slot.AMOUNT,
        "15% on all umbrellas since 1 June 2025 — The umbrella tariff. Other duties may come on"
            + " top.",
        "umbrella-tariff");
    assertVerdict(
        Ask.that("What is the current rate of the umbrella tariff?").asOf("2025-04-01").question(),
        Slot.AMOUNT,
        "10% on all umbrellas from 1 March 2025 to 31 May 2025 — The umbrella tariff. Other duties"
            + " may come on top.",
        "umbrella-tariff");
  }

  @Test
  void of_howARateChanged_isAllOfThem() throws IOException {
    assertVerdict(
        Ask.plainly("How did the umbrella tariff change over time?"),
        Slot.CHANGE,
        "All umbrellas: 10% from 1 March 2025; 15% from 1 June 2025 — The umbrella tariff.",
        "umbrella-tariff");
  }

  @Test
  void of_whenARateEnded_isAllOfThem() throws IOException {
    assertVerdict(
        Ask.plainly("When did the 10 percent umbrella tariff end?"),
        Slot.CHANGE,
        "All umbrellas: 10% from 1 March 2025; 15% from 1 June 2025 — The umbrella tariff.",
        "umbrella-tariff");
  }

  @Test
  void of_rateOfWhatIsStopped_isItsStanding() throws IOException {
    assertVerdict(
        Ask.plainly("What is the kettle tariff now?"),
        Slot.STANDING,
        "Rescinded from 1 June 2025 — The kettle tariff.",
        "kettle-tariff");
  }

  @Test
  void of_rateOnGoodsInPlainWords_isThatOfTheDay() throws IOException {
    assertVerdict(
        Ask.plainly("What is the current tariff on umbrellas?"),
        Slot.AMOUNT,
        "15% on all umbrellas since 1 June 2025 — The umbrella tariff. Other duties may come on"
            + " top.",
        "umbrella-tariff");
    assertThat(
            told(
                Ask.plainly("What is the current tariff on parasols that come from China by sea?")))
        .isInstanceOf(Answer.Declined.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who represented China in Lisbon?"
            + " | Recorded as taking part for China: Li Wei, Zhou Min — The Lisbon talks.",
        "Who was in the American delegation in Lisbon?"
            + " | Recorded as taking part for the United States: Jane Roe — The Lisbon talks.",
        "Who took part in the Lisbon talks? | Recorded as taking part for the United States: Jane"
            + " Roe; for China: Li Wei, Zhou Min — The Lisbon talks.",
        "谁代表中国出席 Lisbon talks 会谈？ | 记录在案的中方与会者：李伟、周敏；会谈：The Lisbon talks。"
      })
  void of_participants_areThoseOfTheSideAskedFor(String question, String text) throws IOException {
    assertVerdict(Ask.plainly(question), Slot.PERSON, text, "lisbon-talks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who opposed the bicycle export rule?",
        "How high was the umbrella tariff?",
        "What does the bicycle export rule ask for?",
        "Where did the two sides meet?",
        "Who went to Lisbon more often, Jane Roe or Zhou Min?",
        "Who led the negotiators of China in the first term?"
      })
  void of_questionForWhatFieldsDoNotHold_isNone(String question) throws IOException {
    assertThat(answer(Ask.plainly(question)).verdict()).isNull();
  }
}
