package dev.readout.index;

import static dev.readout.index.SampleIndex.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.index.Evidence.Candidate;
import dev.readout.meaning.Models;
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

/** What a search finds and what it leaves out. */
final class RecordSearcherTest {
  private static final String QUESTION = "tariffs";
  private static Generation generation;

  @BeforeAll
  static void build(@TempDir Path folder) throws IOException {
    SampleIndex.write(
        SampleIndex.corpus(
            new RecordDraft("a-geneva-us")
                .published("2025-05-12")
                .meeting("m-geneva")
                .topics("tariffs")
                .asks("Which duties fell in Geneva?")
                .says("Washington cut tariffs to 10 percent.", "Both sides will meet again.")
                .otherWords("levies lowered", "reunion"),
            new RecordDraft("b-geneva-prc")
                .side(Side.PRC)
                .published("2025-05-13")
                .meeting("m-geneva")
                .topics("tariffs", "chips")
                .says("Beijing cut tariffs to 10 percent."),
            new RecordDraft("c-joint")
                .side(Side.JOINT)
                .published("2025-06-01")
                .topics("chips")
                .says("Tariffs on chips wait."),
            new RecordDraft("d-other")
                .side(Side.OTHER)
                .published("2025-07-01")
                .says("What tariffs are."),
            new RecordDraft("m-geneva")
                .kind(Kind.MEETING)
                .side(Side.JOINT)
                .published("2025-05-11")
                .says("They met.")),
        folder);
    generation = Generation.of(Segment.open(folder), Models.off());
  }

  @AfterAll
  static void close() {
    generation.close();
  }

  private static SearchFilter filter(
      @Nullable Side side,
      @Nullable String topic,
      @Nullable LocalDate since,
      @Nullable LocalDate until) {
    return new SearchFilter(side, topic, since, until);
  }

  @Test
  void evidence_wordsBesideAStatement_findItAlone() {
    QueryPlan plan = generation.plan("levies");

    assertThat(generation.evidence(plan, generation.candidates(plan, SearchFilter.ALL)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.record().id()).isEqualTo("a-geneva-us");
              assertThat(one.inOtherWords()).isDeepEqualTo(new boolean[][] {{true}, {false}});
              assertThat(one.inStatement()).isDeepEqualTo(new boolean[][] {{false}, {false}});
              assertThat(one.inAnyWords()).containsExactly(true);
              assertThat(one.inRecord()).as("what the record says").containsExactly(false);
            });
  }

  @Test
  void candidates_noFilter_areAllThatHoldTheWord() {
    assertThat(found(generation, QUESTION, SearchFilter.ALL))
        .containsExactly("a-geneva-us", "b-geneva-prc", "c-joint", "d-other");
  }

  @ParameterizedTest
  @CsvSource({"US, a-geneva-us", "PRC, b-geneva-prc", "JOINT, c-joint", "OTHER, d-other"})
  void candidates_side_areOnlyThatSides(Side side, String id) {
    assertThat(found(generation, QUESTION, filter(side, null, null, null))).containsExactly(id);
  }

  @Test
  void candidates_topic_areOnlyThoseFiledUnderIt() {
    assertThat(found(generation, QUESTION, filter(null, "chips", null, null)))
        .containsExactly("b-geneva-prc", "c-joint");
  }

  @Test
  void candidates_unknownTopic_areNone() {
    assertThat(found(generation, QUESTION, filter(null, "lunch", null, null))).isEmpty();
  }

  @Test
  void candidates_since_includeThatDay() {
    assertThat(found(generation, QUESTION, filter(null, null, LocalDate.of(2025, 6, 1), null)))
        .containsExactly("c-joint", "d-other");
  }

  @Test
  void candidates_until_includeThatDay() {
    assertThat(found(generation, QUESTION, filter(null, null, null, LocalDate.of(2025, 5, 13))))
        .containsExactly("a-geneva-us", "b-geneva-prc");
  }

  @Test
  void candidates_sinceAndUntilTheSameDay_areOfThatDay() {
    LocalDate day = LocalDate.of(2025, 5, 13);

    assertThat(found(generation, QUESTION, filter(null, null, day, day)))
        .containsExactly("b-geneva-prc");
  }

  @Test
  void candidates_sinceAfterUntil_areNone() {
    assertThat(
            found(
                generation,
                QUESTION,
                filter(null, null, LocalDate.of(2025, 6, 1), LocalDate.of(2025, 5, 1))))
        .isEmpty();
  }

  @Test
  void candidates_everyFilterAtOnce_mustAllHold() {
    LocalDate day = LocalDate.of(2025, 5, 13);

    assertThat(found(generation, QUESTION, filter(Side.PRC, "chips", day, day)))
        .containsExactly("b-geneva-prc");
  }

  @Test
  void candidates_askedTwice_areEqual() {
    QueryPlan plan = generation.plan(QUESTION);

    assertThat(generation.candidates(plan, SearchFilter.ALL))
        .isEqualTo(generation.candidates(generation.plan(QUESTION), SearchFilter.ALL))
        .isNotEmpty();
  }

  @Test
  void candidates_wordOfAQuestionOnly_hasAQuestionScore() {
    QueryPlan plan = generation.plan("Which duties fell?");

    assertThat(generation.candidates(plan, SearchFilter.ALL))
        .filteredOn(candidate -> candidate.question() > 0)
        .singleElement()
        .satisfies(
            candidate ->
                assertThat(generation.evidence(plan, List.of(candidate)).getFirst().record().id())
                    .isEqualTo("a-geneva-us"));
  }

  @Test
  void candidates_neighbouringWordsThatStayNeighbours_gainPhrases() {
    QueryPlan plan = generation.plan("cut tariffs");

    assertThat(generation.candidates(plan, SearchFilter.ALL))
        .extracting(candidate -> candidate.phrases() > 0)
        .containsExactly(true, true, false, false);
  }

  @Test
  void evidence_statements_scoreByWhatTheyHold() {
    QueryPlan plan = generation.plan("cut tariffs");
    Evidence first =
        generation.evidence(plan, generation.candidates(plan, SearchFilter.ALL)).getFirst();

    assertThat(first.statementScores()).hasSize(2);
    assertThat(first.statementScores()[0]).isPositive();
    assertThat(first.statementScores()[1]).isZero();
  }

  @Test
  void evidence_statements_tellWhichTokensTheyHold() {
    QueryPlan plan = generation.plan("meet tariffs");
    Evidence first =
        generation.evidence(plan, generation.candidates(plan, SearchFilter.ALL)).getFirst();

    assertThat(first.record().id()).isEqualTo("a-geneva-us");
    assertThat(first.inStatement()).isDeepEqualTo(new boolean[][] {{false, true}, {true, false}});
  }

  @Test
  void evidence_candidatesInAnyOrder_keepIt() {
    QueryPlan plan = generation.plan(QUESTION);
    List<Candidate> candidates = generation.candidates(plan, SearchFilter.ALL);

    assertThat(generation.evidence(plan, candidates.reversed()))
        .extracting(Evidence::candidate)
        .isEqualTo(candidates.reversed());
  }

  @Test
  void evidence_noCandidates_isEmpty() {
    assertThat(generation.evidence(generation.plan(QUESTION), List.of())).isEmpty();
  }

  private static List<String> texts(String... texts) {
    return generation.statements(List.of(texts), SearchFilter.ALL, 10).stream()
        .map(hit -> hit.statement().text())
        .toList();
  }

  @Test
  void statements_wordForWord_comeFirst() {
    assertThat(texts("Tariffs on chips")).first().isEqualTo("Tariffs on chips wait.");
    assertThat(texts("tariffs to 10"))
        .startsWith("Washington cut tariffs to 10 percent.", "Beijing cut tariffs to 10 percent.")
        .contains("What tariffs are.");
  }

  @Test
  void statements_severalTexts_areAllFound() {
    assertThat(texts("They met", "on chips wait")).contains("They met.", "Tariffs on chips wait.");
  }

  @Test
  void statements_foundByWordsAndAsPhrase_areListedOnce() {
    assertThat(texts("Both sides will meet again")).doesNotHaveDuplicates();
  }

  @Test
  void statements_limit_holdsForEachWayOfFinding() {
    assertThat(generation.statements(List.of("tariffs"), SearchFilter.ALL, 1)).hasSize(1);
  }

  @Test
  void statements_noWords_areNone() {
    assertThat(texts("", "… !")).isEmpty();
  }
}
