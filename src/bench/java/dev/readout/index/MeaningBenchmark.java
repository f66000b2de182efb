package dev.readout.index;

import dev.readout.answer.Answer;
import dev.readout.answer.Question;
import dev.readout.answer.RetrievalAnswerer;
import dev.readout.meaning.Models;
import dev.readout.meaning.Models.ModelSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole answer from the shipped corpus with the sentence model, nothing cached, to those of the
 * development questions that are compared by meaning; and to the same ones by words alone.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 4)
@Fork(value = 1, jvmArgsAppend = "-XX:TieredStopAtLevel=1") // as the image runs
@Threads(1)
@State(Scope.Benchmark)
public class MeaningBenchmark {
  private Path folder;
  private Models models;
  private Generation byMeaning;
  private Generation byWords;
  private RetrievalAnswerer meaning;
  private RetrievalAnswerer words;
  private List<String> questions;
  private int next;

  @Setup
  public void open() throws IOException {
    folder = BenchmarkFolders.create();
    models = Models.idle(ModelSettings.STANDARD);
    models.await(Duration.ofMinutes(1));
    IndexDirectory index = new IndexDirectory(folder, AnswerBenchmark.CLOCK, models);
    index.build(BenchmarkFolders.shipped(), BenchmarkFolders.CORPUS);
    byMeaning = index.open();
    byWords = new IndexDirectory(folder, AnswerBenchmark.CLOCK, Models.off()).open();
    meaning = new RetrievalAnswerer(byMeaning, AnswerBenchmark.CLOCK);
    words = new RetrievalAnswerer(byWords, AnswerBenchmark.CLOCK);
    questions =
        AnswerBenchmark.questions().stream()
            .filter(question -> byMeaning.planByMeaning(question).hasMeaning())
            .toList();
  }

  @TearDown
  public void close() throws IOException {
    byMeaning.close();
    byWords.close();
    models.close();
    BenchmarkFolders.delete(folder);
  }

  private Question question() {
    next = next + 1 < questions.size() ? next + 1 : 0;
    return Question.of(questions.get(next), Question.BUDGET_CHARS);
  }

  @Benchmark
  public Answer answerByMeaning() {
    return meaning.answer(question());
  }

  @Benchmark
  public Answer answerByWords() {
    return words.answer(question());
  }
}
