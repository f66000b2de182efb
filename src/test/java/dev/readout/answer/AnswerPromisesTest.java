package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Answer.SearchedBy;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Source;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import dev.readout.index.Generation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What holds of every answer, whatever was asked: promises 1 to 4 of the design, on 200 answers.
 */
@ExtendWith(ShippedIndex.class)
final class AnswerPromisesTest {
  private static final int ANSWERS = 200;
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}]+");

  /** What answers are cut to, from the least to the most that can be asked for. */
  private static final List<Integer> BUDGETS =
      List.of(
          Question.MIN_BUDGET_CHARS, 200, 500, Question.BUDGET_CHARS, Question.MAX_BUDGET_CHARS);

  private static final int EVERY = 40;

  private static Answerer answerer;
  private static List<Answer.Answered> answers = List.of();
  private static Map<String, CorpusRecord> filed = Map.of();

  @BeforeAll
  static void ask(Generation generation) {
    answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
    answers = answered(DevelopmentQuestions.all(), Question.BUDGET_CHARS).limit(ANSWERS).toList();
    filed =
        new CorpusReader(ShippedIndex.CORPUS)
            .read().records().stream()
                .collect(Collectors.toMap(CorpusRecord::id, record -> record));
  }

  private static Stream<Answer.Answered> answered(List<String> questions, int budgetChars) {
    return questions.stream()
        .map(question -> answerer.answer(Question.of(question, budgetChars)))
        .filter(Answer.Answered.class::isInstance)
        .map(Answer.Answered.class::cast);
  }

  private static List<Snippet> snippets() {
    return answers.stream().flatMap(answer -> answer.all().stream()).toList();
  }

  @Test
  void answers_asked_areEnoughToJudgeBy() {
    assertThat(answers).hasSize(ANSWERS);
  }

  @Test
  void snippets_ofEveryAnswer_areSlicesOfTheFiledRecord() {
    for (Snippet snippet : snippets()) {
      Statement shown = snippet.statement();
      CorpusRecord record = Objects.requireNonNull(filed.get(shown.recordId()));

      assertThat(snippet.record()).isEqualTo(record);
      assertThat(record.body().substring(shown.start(), shown.end())).isEqualTo(shown.text());
      assertThat(record.statements()).as("whole statements only").contains(shown);
    }
  }

  @Test
  void snippets_ofEveryAnswer_carryIssuerDateAndSource() {
    for (Snippet snippet : snippets()) {
      Source source = snippet.source();

      assertThat(snippet.record().issuer()).isNotBlank();
      assertThat(snippet.record().anchorDay()).isNotNull();
      assertThat(snippet.record().sources()).contains(source);
      assertThat(source.url() != null || source.citation() != null).isTrue();
    }
  }

  @Test
  void snippets_ofEveryAnswer_areVerbatimOnlyWithASpeaker() {
    List<Statement> statements = snippets().stream().map(Snippet::statement).toList();

    assertThat(statements).anyMatch(statement -> statement.voice() == Voice.VERBATIM);
    assertThat(statements)
        .allMatch(
            statement -> (statement.voice() == Voice.VERBATIM) == (statement.speaker() != null));
  }

  @Test
  void blocks_ofEveryAnswer_areOneASideAndOthersOnlyWithStatements() {
    for (Answer.Answered answer : answers) {
      List<Side> sides = answer.blocks().stream().map(Answer.Block::side).toList();

      if (!asksForEvents(answer)) {
        assertThat(sides).doesNotHaveDuplicates();
      }
      assertThat(answer.blocks())
          .filteredOn(block -> block.side() != Side.US && block.side() != Side.PRC)
          .noneMatch(block -> block.snippets().isEmpty());
    }
  }

  @Test
  void snippets_shownAtFirst_areFew() {
    assertThat(answers)
        .allMatch(
            answer ->
                answer.snippets().size()
                    <= (asksForEvents(answer) ? Sequences.MAX_STEPS : Composer.MAX_SHOWN));
  }

  @Test
  void verdicts_ofEveryAnswer_nameRecordsThatAreThere() {
    assertThat(answers).anyMatch(answer -> answer.verdict() != null);
    for (Answer.Answered answer : answers) {
      if (answer.verdict() != null) {
        assertThat(answer.verdict().records())
            .isNotEmpty()
            .allMatch(record -> record.equals(filed.get(record.id())));
      }
    }
  }

  @Test
  void blocks_ofEveryAnswer_holdTheirSideOnly() {
    for (Answer.Answered answer : answers) {
      for (Answer.Block block : answer.blocks()) {
        assertThat(block.snippets()).allMatch(s -> s.record().side() == block.side());
      }
    }
  }

  @Test
  void snippets_ofOneAnswer_sayNothingTwice() {
    for (Answer.Answered answer : answers) {
      List<Snippet> shown = answer.all();
      List<Set<String>> words = shown.stream().map(s -> words(s.statement().text())).toList();
      for (int i = 0; i < words.size(); i++) {
        for (int j = i + 1; j < words.size(); j++) {
          assertThat(overlap(words.get(i), words.get(j)))
              .as("%s: %s / %s", answer.question().text(), shown.get(i), shown.get(j))
              .isLessThan(0.8);
        }
      }
    }
  }

  private static Set<String> words(String text) {
    return Set.copyOf(new HashSet<>(SEPARATORS.splitAsStream(text).toList()));
  }

  /** Jaccard's measure: what both hold of what either holds. */
  private static double overlap(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.retainAll(b);
    return (double) both.size() / (a.size() + b.size() - both.size());
  }

  @Test
  void statuses_ofEveryAnswer_areOfItsDayWithProofThatIsThere() {
    for (Answer.Answered answer : answers) {
      assertThat(answer.asOf()).isEqualTo(ShippedIndex.TODAY);
      assertThat(answer.statuses()).doesNotHaveDuplicates();
      for (MeasureStatus status : answer.statuses()) {
        assertThat(MeasureStatus.of(status.measure(), answer.asOf())).contains(status);
        assertThat(status.measure().standing().periods())
            .allMatch(period -> filed.containsKey(period.by()));
      }
    }
  }

  @Test
  void statuses_ofEveryAnswer_coverTheLead() {
    for (Answer.Answered answer : answers) {
      if (answer.lead().record().kind().isMeasure()) {
        assertThat(answer.statuses())
            .extracting(MeasureStatus::measure)
            .contains(answer.lead().record());
      }
    }
  }

  @Test
  void index_ofEveryAnswer_saysHowFarEachSideReaches(Generation generation) {
    assertThat(generation.info().reachesToUs()).isNotNull();
    assertThat(generation.info().reachesToPrc()).isNotNull();
    assertThat(answers).allMatch(answer -> answer.index().equals(generation.info()));
  }

  /** A timeline is led by the oldest event that has room, every other answer by the same. */
  @Test
  void answers_underAnyBudget_keepItAndTheirLead() {
    for (String question : DevelopmentQuestions.oneOf(EVERY)) {
      Set<Statement> leads = new HashSet<>();
      for (int chars : BUDGETS) {
        answered(List.of(question), chars)
            .peek(answer -> assertKeeps(chars, answer))
            .filter(answer -> !asksForEvents(answer))
            .forEach(answer -> leads.add(answer.lead().statement()));
      }
      assertThat(leads).as(question).hasSizeLessThan(2);
    }
  }

  /** Unless the lead alone is longer. */
  private static void assertKeeps(int chars, Answer.Answered answer) {
    int shown = answer.snippets().stream().mapToInt(s -> s.statement().text().length()).sum();
    int lead = answer.lead().statement().text().length();

    assertThat(shown).as(answer.question().text()).isLessThanOrEqualTo(Math.max(chars, lead));
    assertThat(answer.snippets()).allMatch(s -> s.record().statements().contains(s.statement()));
  }

  private static boolean asksForEvents(Answer.Answered answer) {
    return QuestionReader.read(answer.question().text(), ShippedIndex.TODAY).asks(Shape.SEQUENCE);
  }

  /** The order in which they are shown must not depend on a hash seed. */
  @Test
  void repairs_ofAnAnswer_keepTheirOrder(Generation generation) {
    Map<String, String> repairs = new LinkedHashMap<>();
    IntStream.range(0, 30).forEach(i -> repairs.put("mistake" + i, "repair" + i));
    Answer.Declined answer =
        new Answer.Declined(
            Ask.plainly("?"),
            Language.EN,
            ShippedIndex.TODAY,
            generation.info(),
            repairs,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            SearchedBy.WORDS);

    assertThat(answer.repairs()).containsExactlyEntriesOf(repairs);
  }
}
