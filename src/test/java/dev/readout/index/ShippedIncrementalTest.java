package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Answerer;
import dev.readout.answer.DevelopmentQuestions;
import dev.readout.answer.Holdings;
import dev.readout.answer.Question;
import dev.readout.answer.RetrievalAnswerer;
import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.meaning.Embedder;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Any sequence of changes to the shipped corpus ends where building it anew does. */
@ExtendWith(ShippedIndex.class)
final class ShippedIncrementalTest {
  private static final Path CORPUS = Path.of("index-data");
  private static final int STEPS = 3;
  private static final int MOST_CHANGES = 30;
  private static final int EVERY = 60;

  @TempDir private Path folder;

  @Test
  void write_randomChanges_areTheSameAsAnew(IndexDirectory shipped) throws IOException {
    Random random = new Random(1);
    Corpus corpus = new CorpusReader(CORPUS).read();
    Generation incremental = shipped.open();
    for (int step = 0; step < STEPS; step++) {
      corpus = changed(corpus, random, step);
      Generation next = from(incremental, corpus, "step-" + step);
      incremental.close();
      incremental = next;
    }
    try (Generation changed = incremental;
        Generation anew = anew(corpus, "anew")) {
      assertSame(changed, anew);
    }
  }

  private static Corpus changed(Corpus corpus, Random random, int step) {
    List<CorpusRecord> records = new ArrayList<>(corpus.records());
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes; i++) {
      int place = random.nextInt(records.size());
      CorpusRecord record = records.get(place);
      switch (random.nextInt(3)) {
        case 0 -> records.remove(place);
        case 1 -> records.set(place, retitled(record, "Walrus quota " + step + " " + i));
        default ->
            records.add(
                new RecordDraft(record.id().substring(0, 10) + "-added-" + step + "-" + i)
                    .title(record.title())
                    .asks("Which walrus quota is number " + i + "?")
                    .says("The narwhal clause " + i + ".", record.statements().getFirst().text())
                    .build());
      }
    }
    return new Corpus(records, corpus.terms(), corpus.topics());
  }

  private static CorpusRecord retitled(CorpusRecord record, String title) {
    return new CorpusRecord(
        record.id(),
        record.kind(),
        record.side(),
        title,
        record.titleZh(),
        record.published(),
        record.asOf(),
        record.effective(),
        record.issuer(),
        null,
        record.participants(),
        record.meeting(),
        record.topics(),
        record.sources(),
        record.provenance(),
        record.standing(),
        List.of(),
        List.of(),
        record.statusNote(),
        null,
        record.relates(),
        List.of(),
        List.of(),
        record.body(),
        record.statements(),
        List.of());
  }

  private Generation anew(Corpus corpus, String name) throws IOException {
    Path target = Files.createDirectory(folder.resolve(name));
    SampleIndex.write(corpus, target);
    return Generation.of(Segment.open(target), Models.off());
  }

  private Generation from(Generation base, Corpus corpus, String name) throws IOException {
    Path target = Files.createDirectory(folder.resolve(name));
    GenerationDiff diff = GenerationDiff.between(base.corpus(), corpus);
    assertThat(diff).isNotEqualTo(new GenerationDiff(List.of(), List.of(), List.of(), true));
    new GenerationBuilder(
            corpus, target, BuildMonitor.NONE, new BuildEmbeddings(Embedder.off(), null))
        .write(
            GenerationInfo.of(corpus, "000001", SampleIndex.BUILT, "tests"),
            base.segments().global(),
            diff);
    return Generation.of(Segment.open(target), Models.off());
  }

  private static void assertSame(Generation incremental, Generation anew) {
    assertThat(incremental.info()).isEqualTo(anew.info());
    assertThat(incremental.records()).containsExactlyElementsOf(anew.records().toList());
    assertThat(Holdings.of(incremental, null)).isEqualTo(Holdings.of(anew, null));
    Answerer changed = new RetrievalAnswerer(incremental, ShippedIndex.CLOCK);
    Answerer whole = new RetrievalAnswerer(anew, ShippedIndex.CLOCK);
    for (String question : questions()) {
      assertThat(incremental.candidates(incremental.plan(question), SearchFilter.ALL))
          .isEqualTo(anew.candidates(anew.plan(question), SearchFilter.ALL));
      assertThat(changed.answer(Question.of(question, 1_000)))
          .isEqualTo(whole.answer(Question.of(question, 1_000)));
      String beginning = question.substring(0, Math.min(9, question.length()));
      assertThat(incremental.suggest(beginning, SearchFilter.ALL, 25))
          .isEqualTo(anew.suggest(beginning, SearchFilter.ALL, 25));
    }
  }

  private static List<String> questions() {
    List<String> questions = new ArrayList<>(List.of("walrus quota", "narwal clause", "walr"));
    questions.addAll(DevelopmentQuestions.oneOf(EVERY));
    return questions;
  }
}
