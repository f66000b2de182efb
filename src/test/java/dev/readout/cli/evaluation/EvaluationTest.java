package dev.readout.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.readout.answer.Answer;
import dev.readout.answer.Answer.SearchedBy;
import dev.readout.answer.Answerer;
import dev.readout.answer.Question;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Source;
import dev.readout.corpus.Standing;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import dev.readout.index.GenerationInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class EvaluationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final GenerationInfo INDEX =
      new GenerationInfo("000001", Instant.EPOCH, 1, 1, null, null, "", "");

  /** Shows the records that the question names, in that order; declines without any. */
  private static final Answerer ECHO =
      question -> {
        List<Snippet> snippets =
            Arrays.stream(question.text().split(" ", -1))
                .filter(word -> word.startsWith("id-"))
                .map(EvaluationTest::snippet)
                .toList();
        return snippets.isEmpty() ? declined(question) : answered(question, snippets);
      };

  private static Answer answered(Question question, List<Snippet> snippets) {
    List<Answer.Block> blocks =
        List.of(
            new Answer.Block(Side.US, snippets.subList(1, snippets.size())),
            new Answer.Block(Side.PRC, snippets));
    return new Answer.Answered(
        question,
        Language.EN,
        TODAY,
        INDEX,
        Map.of(),
        null,
        snippets.getFirst(),
        blocks,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        SearchedBy.WORDS);
  }

  private static Answer declined(Question question) {
    return new Answer.Declined(
        question,
        Language.EN,
        TODAY,
        INDEX,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        SearchedBy.WORDS);
  }

  private static Snippet snippet(String id) {
    String body = "Body of " + id;
    Statement statement = Statement.cut(id, body, 0, body.length(), Voice.SUMMARY, null);
    CorpusRecord record =
        new CorpusRecord(
            id,
            Kind.READOUT,
            Side.US,
            "Title",
            null,
            LocalDate.of(2024, 10, 8),
            null,
            null,
            "Issuer",
            null,
            List.of(),
            null,
            List.of(),
            List.of(new Source(null, "90 FR 1", null, null, null)),
            Provenance.SECONDARY,
            Standing.NONE,
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            body,
            List.of(statement),
            List.of());
    return new Snippet(record, statement);
  }

  private static JudgedQuestion asked(
      String text, String type, List<String> right, String... must) {
    return new JudgedQuestion(
        text, right, Arrays.stream(must).map(Pattern::compile).toList(), type, null);
  }

  private static JudgedQuestion askedOfKind(String kind, String text, List<String> right) {
    return new JudgedQuestion(text, right, List.of(), "fact", kind);
  }

  private static Evaluation evaluate(JudgedQuestion... questions) {
    return Evaluation.of(ECHO, List.of(questions), 1_000);
  }

  @Test
  void all_rankOfTheRightRecord_countsDistinctRecordsInOrder() {
    Figures figures =
        evaluate(
                asked("id-a id-b", "fact", List.of("id-a")),
                asked("id-b id-b id-c id-a", "fact", List.of("id-a")))
            .all();
    assertThat(figures.success1()).isEqualTo(0.5);
    assertThat(figures.success3()).isEqualTo(1.0);
    assertThat(figures.reciprocalRank()).isCloseTo((1 + 1 / 3.0) / 2, within(1e-9));
  }

  @Test
  void all_answerableQuestionDeclined_isAMissAndWronglyDeclined() {
    Figures figures = evaluate(asked("nothing", "fact", List.of("id-a"), "x")).all();
    assertThat(figures.success5()).isZero();
    assertThat(figures.must()).isZero();
    assertThat(figures.wronglyDeclined()).isEqualTo(1);
    assertThat(figures.falseAnswers()).isZero();
  }

  @Test
  void all_unanswerableQuestions_countDeclinesAndFalseAnswers() {
    Figures figures =
        evaluate(asked("nothing", "none", List.of()), asked("id-a", "none", List.of())).all();
    assertThat(figures.rightlyDeclined()).isEqualTo(0.5);
    assertThat(figures.falseAnswers()).isEqualTo(1);
    assertThat(figures.success1()).isNaN();
  }

  @Test
  void all_mustPatterns_areFoundInTextTitleCitationAndDay() {
    Figures figures =
        evaluate(
                asked("id-a", "fact", List.of("id-a"), "Body of id-a", "Title", "90 FR 1"),
                asked("id-a", "fact", List.of("id-a"), "2024-10-08", "8 October 2024"),
                asked("id-a", "fact", List.of("id-a"), "Body", "absent"),
                asked("id-a", "fact", List.of("id-a")))
            .all();
    assertThat(figures.must()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void all_leadAndFirstThree_areOfWhatIsShownFirst() {
    Figures figures =
        evaluate(
                asked("id-a id-b id-c id-d", "fact", List.of("id-a"), "Body of id-a"),
                asked("id-b id-a id-c id-d", "fact", List.of("id-a"), "Body of id-a"),
                asked("id-b id-c id-d id-a", "fact", List.of("id-a"), "Body of id-a"),
                asked("id-a id-b id-c id-d", "fact", List.of("id-a"), "Body of id-b"))
            .all();
    assertThat(figures.lead()).isEqualTo(0.25);
    assertThat(figures.inThree()).isEqualTo(0.75);
  }

  @Test
  void byType_twoTypes_areMeasuredApart() {
    Evaluation evaluation =
        evaluate(asked("id-a", "fact", List.of("id-a")), asked("id-b", "zh", List.of("id-a")));
    assertThat(evaluation.byType().keySet()).containsExactly("fact", "zh");
    assertThat(evaluation.byType().get("zh")).extracting(Figures::success1).isEqualTo(0.0);
  }

  @Test
  void byKind_someStateNone_measuresTheOthersOnly() {
    Evaluation evaluation =
        evaluate(
            askedOfKind("paraphrase", "id-a", List.of("id-a")),
            askedOfKind("near-miss", "id-b", List.of()),
            asked("id-c", "fact", List.of("id-c")));
    assertThat(evaluation.byKind().keySet()).containsExactly("near-miss", "paraphrase");
    assertThat(evaluation.byKind().get("paraphrase")).extracting(Figures::questions).isEqualTo(1);
    assertThat(evaluation.byKind().get("near-miss")).extracting(Figures::falseAnswers).isEqualTo(1);
  }

  @Test
  void table_kindsStated_followInALaterTable() {
    String table =
        EvaluationText.table(
            evaluate(
                askedOfKind("paraphrase", "id-a", List.of("id-a")),
                asked("id-b", "zh", List.of("id-b"))));
    assertThat(table)
        .contains(
            """
            ALL                    2     1.000     1.000  1.000  1.000  1.000      -        0        -      -      2     24

            kind           questions success@1 success@3    MRR   lead   top3   must  refused declined  false  shown  chars
            paraphrase             1     1.000     1.000  1.000  1.000  1.000      -        0        -      -      2     24
            """);
  }

  @Test
  void misses_kindStated_namesIt() {
    assertThat(EvaluationText.misses(evaluate(askedOfKind("paraphrase", "id-b", List.of("id-a")))))
        .startsWith("fact (paraphrase): id-b\n");
  }

  @Test
  void table_typesAndAll_areAligned() {
    String table =
        EvaluationText.table(
            evaluate(asked("id-a", "fact", List.of("id-a")), asked("x", "none", List.of())));
    assertThat(table)
        .startsWith(
            """
            type           questions success@1 success@3    MRR   lead   top3   must  refused declined  false  shown  chars
            fact                   1     1.000     1.000  1.000  1.000  1.000      -        0        -      -      2     24
            none                   1         -         -      -      -      -      -        -    1.000      0      -      -
            ALL                    2     1.000     1.000  1.000  1.000  1.000      -        0    1.000      0      2     24
            """);
  }

  @Test
  void misses_eachKind_saysWhy() {
    Evaluation evaluation =
        evaluate(
            asked("id-a", "fact", List.of("id-a")),
            asked("id-b id-a", "fact", List.of("id-a"), "absent"),
            asked("nothing", "fact", List.of("id-a")),
            asked("id-b", "fact", List.of("id-a")),
            asked("id-b", "none", List.of()));
    assertThat(EvaluationText.misses(evaluation))
        .isEqualTo(
            """
            fact: id-b id-a
              expected [id-a]
              got      [id-b, id-a]
              reason   right record is number 2; text lacks /absent/
            fact: nothing
              expected [id-a]
              got      declined
              reason   declined, must be answered
            fact: id-b
              expected [id-a]
              got      [id-b]
              reason   right record not shown
            none: id-b
              expected to be declined
              got      [id-b]
              reason   answered, must be declined
            """);
  }
}
