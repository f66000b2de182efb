package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.readout.corpus.CorpusReader;
import dev.readout.index.Generation;
import dev.readout.index.IndexDirectory;
import dev.readout.index.Indexes;
import dev.readout.meaning.Models;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.slf4j.LoggerFactory;

/** Same question, same generation, same answer; and no trace of the question is kept. */
@ExtendWith(ShippedIndex.class)
final class DeterminismTest {
  private static final int EVERY = 40;

  private static List<Question> questions = List.of();
  private static List<Answer> expected = List.of();

  private final Generation generation;

  DeterminismTest(Generation generation) {
    this.generation = generation;
  }

  @BeforeAll
  static void ask(Generation generation) {
    questions = DevelopmentQuestions.oneOf(EVERY).stream().map(Ask::plainly).toList();
    expected = answers(generation, questions);
  }

  private static List<Answer> answers(Generation generation, List<Question> questions) {
    Answerer answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
    return questions.stream().map(answerer::answer).toList();
  }

  @Test
  void answer_askedInAnotherOrder_isEqual() {
    List<Answer> backwards = answers(generation, questions.reversed()).reversed();

    assertThat(backwards).isEqualTo(expected);
  }

  @Test
  void answer_corpusBuiltAgain_isEqual(@TempDir Path folder) {
    Indexes indexes = new Indexes(folder, ShippedIndex.CLOCK, Models.off());
    CorpusReader reader = new CorpusReader(ShippedIndex.CORPUS);
    try (Generation rebuilt =
        indexes.openGlobalAsBuilt(ShippedIndex.CORPUS, reader::read, List::of)) {
      assertThat(answers(rebuilt, questions)).isEqualTo(expected);
    }
  }

  @Test
  @DefaultLocale("tr-TR")
  void answer_turkishLocale_isEqual(IndexDirectory directory) {
    try (Generation reopened = directory.open()) {
      assertThat(answers(reopened, questions)).isEqualTo(expected);
    }
  }

  @Test
  void answer_fourThreadsAtOnce_isEqual() throws Exception {
    Answerer answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<List<Answer>> asking = () -> questions.stream().map(answerer::answer).toList();
      for (Future<List<Answer>> answers : threads.invokeAll(Collections.nCopies(4, asking))) {
        assertThat(answers.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void answer_anyQuestion_isNotLogged() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level level = root.getLevel();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.INFO);
    try {
      assertThat(answers(generation, List.of(Ask.plainly("zyzzyva tariffs"), Ask.plainly(""))))
          .hasSize(2);
      assertThat(log.list).isEmpty();
    } finally {
      root.setLevel(level);
      root.detachAppender(log);
    }
  }
}
