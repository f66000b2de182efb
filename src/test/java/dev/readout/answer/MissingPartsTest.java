package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Answer.Missing;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to be missing, beside a record of talks in Lisbon about bells. */
final class MissingPartsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final List<Term> TERMS =
      List.of(
          RecordSketch.term("bell", "commodity", "bell", "bells"),
          RecordSketch.term("saddle", "commodity", "saddle", "saddles"),
          RecordSketch.term("pump", "commodity", "pump", "pumps"),
          RecordSketch.term("jane-roe", "person", "Jane Roe"),
          RecordSketch.term("lisbon", "place", "Lisbon"),
          RecordSketch.term("zurich", "place", "Zurich"));

  @TempDir static Path folder;
  private static Generation generation;

  @BeforeAll
  static void index() throws IOException {
    generation =
        RecordSketch.index(
            folder,
            TERMS,
            new RecordSketch("lisbon-talks", Kind.READOUT, Side.US)
                .published("2025-03-01")
                .says("The two sides talked in Lisbon about bells on 1 March 2025."),
            new RecordSketch("saddle-note", Kind.READOUT, Side.PRC)
                .published("2025-06-01")
                .says("Jane Roe complained about saddles."));
  }

  @AfterAll
  static void close() {
    generation.close();
  }

  private static Evidence lisbon(QueryPlan plan) {
    return generation.evidenceOf(plan, List.of("lisbon-talks")).getFirst();
  }

  private static List<Missing> missing(String question) {
    QueryPlan plan = generation.plan(question);
    Reading reading = QuestionReader.read(plan.text(), TODAY);
    return MissingParts.of(generation, plan, reading, List.of(lisbon(plan)), lacking(reading));
  }

  private static @Nullable Missing lacking(Reading reading) {
    return reading.asks(Slot.AMOUNT) ? new Missing(Missing.Kind.AMOUNT, "") : null;
  }

  @Test
  void of_nameThatNoRecordHas_isNowhere() {
    assertThat(missing("Did they talk about bells in Zurich?"))
        .containsExactly(new Missing(Missing.Kind.NOWHERE, "Zurich"));
  }

  @Test
  void of_personOfAnotherRecord_isNeverTogetherWithTheRest() {
    assertThat(missing("Did Jane Roe talk about bells in Lisbon?"))
        .allMatch(one -> one.kind() == Missing.Kind.NEVER_TOGETHER)
        .extracting(Missing::what)
        .containsExactly("Jane Roe", "bells", "Lisbon");
  }

  @Test
  void of_dayThatTheNearestLacks_isNamedAsWritten() {
    assertThat(missing("Did they talk about bells in Lisbon in April 2025?"))
        .extracting(Missing::what)
        .containsExactly("April 2025");
  }

  @Test
  void of_timeAfterTheSources_namesTheirLastDay() {
    assertThat(missing("Did they talk about bells since August 2026?"))
        .contains(new Missing(Missing.Kind.AFTER_THE_SOURCES, "2025-06-01"));
    assertThat(missing("Did they talk about bells since May 2025?"))
        .noneMatch(one -> one.kind() == Missing.Kind.AFTER_THE_SOURCES);
  }

  @ParameterizedTest
  @CsvSource({
    "How many bells did they talk about in Lisbon?, AMOUNT",
    "When did they talk about bells in Lisbon?, DAY",
    "Until when did they talk about bells in Lisbon?, DAY",
    "Who did talk about bells in Lisbon?, PERSON",
    "Where in Lisbon did they talk about bells?, PLACE",
    "Why did they talk about bells in Lisbon?, REASON",
    "Did they talk about bells in Lisbon?, DETAIL"
  })
  void of_allNamesAreThere_isTheSlotThatIsNotFilled(String question, Missing.Kind kind) {
    assertThat(missing(question)).containsExactly(new Missing(kind, ""));
  }

  @Test
  void of_nameThatNoRecordHasBesideOneThatOthersHave_isTheFormer() {
    assertThat(missing("Did they talk about Zurich's saddles?"))
        .containsExactly(new Missing(Missing.Kind.NOWHERE, "Zurich"));
  }

  @Test
  void of_recordFurtherDownHasAll_isNoClaimAboutAllRecords() {
    QueryPlan plan = generation.plan("Did Jane Roe complain about saddles?");
    Reading reading = QuestionReader.read(plan.text(), TODAY);
    List<Evidence> found = generation.evidenceOf(plan, List.of("lisbon-talks", "saddle-note"));

    assertThat(MissingParts.of(generation, plan, reading, found, null))
        .containsExactly(new Missing(Missing.Kind.DETAIL, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "What about bells and saddles in Lisbon?, saddles",
    "Bells or the saddles?, saddles",
    "Bells and Zurich?,",
    "Did they talk of bells and more or sell saddles?,",
    "What about saddles?,"
  })
  void unsaid_onlyOfTwoThingsSideBySide(String question, String what) {
    QueryPlan plan = generation.plan(question);

    assertThat(MissingParts.unsaid(generation, plan, List.of(lisbon(plan))))
        .extracting(Missing::what)
        .containsExactlyElementsOf(what == null ? List.of() : List.of(what));
  }

  @Test
  void of_noRecordNear_isEveryName() {
    QueryPlan plan = generation.plan("saddles in Zurich");
    Reading reading = QuestionReader.read(plan.text(), TODAY);

    assertThat(
            MissingParts.of(
                generation, plan, reading, List.of(), new Missing(Missing.Kind.AMOUNT, "")))
        .extracting(Missing::what)
        .containsExactly("saddles", "Zurich");
  }

  @ParameterizedTest
  @CsvSource({
    "What about bells and saddles in Lisbon?, What about bells in Lisbon?, saddles, NOT_TOGETHER",
    "What about saddles and bells in Lisbon?, What about bells in Lisbon?, saddles, NOT_TOGETHER",
    "What about bells or pumps in Lisbon?, What about bells in Lisbon?, pumps, NOWHERE"
  })
  void withoutPart_oneOfTwoThings_leavesTheOther(
      String question, String left, String what, Missing.Kind kind) {
    QueryPlan plan = generation.plan(question);

    assertThat(MissingParts.withoutPart(generation, plan, lisbon(plan)))
        .hasValueSatisfying(
            part -> {
              assertThat(part.left()).isEqualToNormalizingWhitespace(left);
              assertThat(part.missing()).isEqualTo(new Missing(kind, what));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "What about bells and Jane Roe in Lisbon?",
    "What about bells in Lisbon and Zurich?",
    "What about saddles in Lisbon?",
    "What about bells in Lisbon?"
  })
  void withoutPart_personOrPlaceOrTheOnlyThing_isNoPart(String question) {
    QueryPlan plan = generation.plan(question);

    assertThat(MissingParts.withoutPart(generation, plan, lisbon(plan))).isEmpty();
  }

  @Test
  void withoutPart_noRecordNear_isNone() {
    assertThat(MissingParts.withoutPart(generation, generation.plan("bells and saddles"), null))
        .isEmpty();
  }
}
