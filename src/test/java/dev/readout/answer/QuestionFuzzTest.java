package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.Language;
import dev.readout.corpus.OddText;
import dev.readout.corpus.TinyCorpus;
import dev.readout.index.Generation;
import dev.readout.index.Indexes;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever is asked, something is said, in time, and the same when it is asked again. */
final class QuestionFuzzTest {
  private static final Duration PATIENCE = Duration.ofSeconds(100);
  private static @Nullable Generation generation;

  @BeforeContainer
  static void build() throws IOException {
    Path folder = Files.createTempDirectory("questions");
    Path corpus = new TinyCorpus(Files.createDirectory(folder.resolve("corpus"))).folder();
    Indexes index = new Indexes(folder.resolve("index"), ShippedIndex.CLOCK, Models.off());
    generation = index.openGlobalAsBuilt(corpus, new CorpusReader(corpus)::read, List::of);
  }

  @AfterContainer
  static void close() {
    Objects.requireNonNull(generation).close();
  }

  @Provide
  Arbitrary<String> odd() {
    return OddText.upTo(25);
  }

  @Property
  void read_oddQuestion_isRead(@ForAll("odd") String odd) {
    long start = System.nanoTime();
    QuestionReader.impossibleDate(odd);
    assertThat(QuestionReader.read(odd, ShippedIndex.TODAY))
        .isEqualTo(QuestionReader.read(odd, ShippedIndex.TODAY));
    assertInTime(start);
  }

  @Property
  void answer_oddQuestion_isTheSameTwice(@ForAll("odd") String odd) {
    long start = System.nanoTime();
    assertThat(said(odd)).isEqualTo(said(odd));
    assertInTime(start);
  }

  /** By serving of their own, so that nothing is kept from the first time. */
  private static String said(String odd) {
    Generation from = Objects.requireNonNull(generation);
    ServingIndex desk = ServingIndex.of(from, ShippedIndex.CLOCK, 10);
    return desk.answerer().answer(Question.of(odd, 2_000))
        + "\n"
        + from.plan(odd).repairs()
        + desk.completions().questions(odd, 25)
        + desk.completions().meetings(odd, Language.EN, 25)
        + desk.completions().terms(odd, Language.ZH, 25)
        + desk.lookups().compare(odd)
        + desk.lookups().status(odd, ShippedIndex.TODAY)
        + desk.lookups().explain(odd)
        + desk.quotes().check("“" + odd + "”")
        + desk.quotes().check(odd);
  }

  private static void assertInTime(long start) {
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
  }
}
