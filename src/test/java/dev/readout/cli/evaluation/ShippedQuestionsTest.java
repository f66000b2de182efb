package dev.readout.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Answer;
import dev.readout.answer.Answer.SearchedBy;
import dev.readout.answer.Question;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.index.GenerationInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The judged questions can be judged: what they expect is in the shipped corpus. */
final class ShippedQuestionsTest {
  private static final Path QUESTIONS = Path.of("src/test/resources/questions");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final GenerationInfo INDEX =
      new GenerationInfo("000001", Instant.EPOCH, 1, 1, null, null, "", "");
  private static final String UNANSWERABLE = "unanswerable";
  private static final Set<String> TYPES =
      Set.of(
          "fact", "definition", "status", "comparison", "timeline", "sloppy", "zh", UNANSWERABLE);
  private static final Set<String> ANSWERABLE_KINDS = Set.of("paraphrase");
  private static final Set<String> UNANSWERABLE_KINDS =
      Set.of("near-miss", "detail", "off-topic", "unrecorded");

  private static Map<String, CorpusRecord> corpus = Map.of();

  @BeforeAll
  static void readCorpus() {
    corpus =
        new CorpusReader(Path.of("index-data"))
            .read().records().stream()
                .collect(Collectors.toMap(CorpusRecord::id, Function.identity()));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(QUESTIONS)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private static List<JudgedQuestion> answerable(Path file) throws IOException {
    return JudgedQuestionFile.read(file).stream().filter(JudgedQuestion::isAnswerable).toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void records_ofEveryQuestion_areInTheCorpus(Path file) throws IOException {
    for (JudgedQuestion question : JudgedQuestionFile.read(file)) {
      assertThat(corpus.keySet()).as(question.text()).containsAll(question.records());
      assertThat(question.records()).as(question.text()).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void mustPatterns_ofEveryQuestion_standInItsRecords(Path file) throws IOException {
    List<Judgement> lacking =
        answerable(file).stream()
            .map(question -> Judgement.of(question, allOfItsRecords(question)))
            .filter(judgement -> !judgement.missing().isEmpty())
            .toList();
    assertThat(lacking)
        .extracting(judgement -> judgement.question().text(), Judgement::missing)
        .isEmpty();
  }

  /** An answer that says all that the right records say. */
  private static Answer allOfItsRecords(JudgedQuestion question) {
    List<Snippet> snippets = new ArrayList<>();
    for (String id : question.records()) {
      CorpusRecord record = Objects.requireNonNull(corpus.get(id));
      record.statements().forEach(statement -> snippets.add(new Snippet(record, statement)));
    }
    return new Answer.Answered(
        Question.of(question.text(), Question.MAX_BUDGET_CHARS),
        Language.EN,
        TODAY,
        INDEX,
        Map.of(),
        null,
        snippets.getFirst(),
        List.of(
            new Answer.Block(Side.US, snippets.subList(1, snippets.size())),
            new Answer.Block(Side.PRC, List.of())),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        SearchedBy.WORDS);
  }

  @ParameterizedTest
  @MethodSource("files")
  void typesAndKinds_ofEveryQuestion_suitWhatIsExpected(Path file) throws IOException {
    for (JudgedQuestion question : JudgedQuestionFile.read(file)) {
      assertThat(TYPES).as(question.text()).contains(question.type());
      assertThat(question.type().equals(UNANSWERABLE))
          .as(question.text())
          .isEqualTo(!question.isAnswerable());
      if (question.kind() != null) {
        assertThat(question.isAnswerable() ? ANSWERABLE_KINDS : UNANSWERABLE_KINDS)
            .as(question.text())
            .contains(question.kind());
      }
    }
  }

  /** A question both tuned to and judged by would judge nothing. */
  @Test
  void questions_ofAllFiles_areAskedOnce() throws IOException {
    Map<String, Path> seen = new HashMap<>();
    for (Path file : files()) {
      for (JudgedQuestion question : JudgedQuestionFile.read(file)) {
        String words =
            question
                .text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}]+", " ")
                .strip();
        assertThat(seen.put(words, file)).as("%s, also in", question.text()).isNull();
      }
    }
  }
}
