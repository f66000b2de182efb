package dev.readout.index;

import static dev.readout.index.SampleIndex.corpus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.index.GenerationBuilder.BuildPlan;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generation made by changing another is the one that building it anew gives. */
final class IncrementalBuildTest {
  private static final int RECORDS = 8;

  private final List<String> said = new ArrayList<>();
  private Path root;
  private IndexDirectory directory;

  @BeforeEach
  void folders(@TempDir Path temp) {
    root = temp;
    directory = new IndexDirectory(temp.resolve("index"), () -> SampleIndex.BUILT, Models.off());
  }

  private static RecordDraft draft(int number) {
    return new RecordDraft("record-" + number)
        .title("The tariff notice number " + number)
        .asks("What is notice " + number + "?")
        .says("Notice " + number + " cut tariffs.", "A hearing follows.");
  }

  private static RecordDraft[] drafts() {
    return IntStream.range(0, RECORDS)
        .mapToObj(IncrementalBuildTest::draft)
        .toArray(RecordDraft[]::new);
  }

  /** Builds the base, then the target from it; how many records were cut is noted. */
  private Generation changed(Corpus base, Corpus target) {
    directory.build(new BuildPlan(base, "base", null), BuildMonitor.NONE);
    try (Generation current = directory.open()) {
      directory.build(new BuildPlan(target, "target", current.segments().global()), new Noting());
    }
    return directory.open();
  }

  private final class Noting implements BuildMonitor {
    @Override
    public void at(BuildStep step, int done, int total) {
      said.add(step + " " + done + "/" + total);
    }

    @Override
    public boolean isCancelled() {
      return false;
    }
  }

  private Generation anew(Corpus target) throws IOException {
    return SampleIndex.open(Files.createDirectory(root.resolve("anew")), target);
  }

  private static void assertSame(Generation incremental, Generation anew) {
    assertThat(incremental.records()).containsExactlyElementsOf(anew.records().toList());
    for (String question : List.of("tariff notice", "hearing", "notice 3", "walrus", "tarif")) {
      QueryPlan plan = incremental.plan(question);
      assertThat(plan.tokens()).isEqualTo(anew.plan(question).tokens());
      assertThat(plan.repairs()).isEqualTo(anew.plan(question).repairs());
      assertThat(incremental.candidates(plan, SearchFilter.ALL))
          .isEqualTo(anew.candidates(anew.plan(question), SearchFilter.ALL));
      assertThat(incremental.suggest(question, SearchFilter.ALL, 20))
          .isEqualTo(anew.suggest(question, SearchFilter.ALL, 20));
    }
  }

  @Test
  void build_oneRecordChanged_cutsThatOneAlone() throws IOException {
    RecordDraft[] drafts = drafts();
    drafts[3] = draft(3).says("Everything else.", "More.", "And a walrus.");

    try (Generation incremental = changed(corpus(drafts()), corpus(drafts));
        Generation anew = anew(corpus(drafts))) {
      assertSame(incremental, anew);
    }
    assertThat(said).contains("CUT 1/1").doesNotContain("CUT 8/8");
  }

  @Test
  void build_oneAddedInTheMiddle_standsInItsPlace() throws IOException {
    List<CorpusRecord> records = new ArrayList<>(corpus(drafts()).records());
    records.add(draft(35).build());
    Corpus base = corpus(drafts());
    Corpus target = new Corpus(records, base.terms(), base.topics());

    try (Generation incremental = changed(base, target);
        Generation anew = anew(target)) {
      assertSame(incremental, anew);
      assertThat(IndexFixture.ids(incremental)).containsSubsequence("record-3", "record-35");
    }
    assertThat(said).contains("CUT 1/1").doesNotContain("CUT 9/9");
  }

  @Test
  void build_oneRemoved_forgetsItsWords() throws IOException {
    RecordDraft[] with = drafts();
    with[0] = draft(0).title("The walrus quota").asks("Which walrus?").says("A walrus.");
    Corpus target =
        corpus(IntStream.range(1, RECORDS).mapToObj(i -> draft(i)).toArray(RecordDraft[]::new));

    try (Generation incremental = changed(corpus(with), target);
        Generation anew = anew(target)) {
      assertSame(incremental, anew);
      assertThat(incremental.plan("walrus").tokens()).noneMatch(QueryToken::known);
      assertThat(incremental.plan("walruss").repairs()).isEmpty();
      assertThat(incremental.suggest("walr", SearchFilter.ALL, 10)).isEmpty();
    }
    assertThat(said).contains("CUT 0/0");
  }

  @Test
  void build_nothingChanged_copies() throws IOException {
    try (Generation incremental = changed(corpus(drafts()), corpus(drafts()));
        Generation anew = anew(corpus(drafts()))) {
      assertSame(incremental, anew);
      assertThat(incremental.info().name()).isEqualTo("000002");
      assertThat(incremental.info().corpus()).isEqualTo("target");
    }
    assertThat(said).contains("CUT 0/0");
  }

  @Test
  void build_mostChanged_isAnew() throws IOException {
    RecordDraft[] drafts = drafts();
    for (int i = 0; i < 3; i++) {
      drafts[i] = draft(i).says("Something else.");
    }
    try (Generation incremental = changed(corpus(drafts()), corpus(drafts))) {
      assertThat(IndexFixture.ids(incremental)).hasSize(RECORDS);
    }
    assertThat(said).contains("CUT 8/8");
  }

  @Test
  void build_termsChanged_isAnew() {
    Corpus target =
        corpus(List.of(SampleIndex.term("notice", List.of("notice"), List.of())), drafts());

    try (Generation incremental = changed(corpus(drafts()), target)) {
      assertThat(incremental.terms()).hasSize(1);
      assertThat(incremental.naming("notice")).hasSize(RECORDS);
    }
    assertThat(said).contains("CUT 8/8");
  }

  @Test
  void build_baseRemovedMeanwhile_isAnew() throws IOException {
    directory.build(new BuildPlan(corpus(drafts()), "base", null), BuildMonitor.NONE);
    try (Generation base = directory.open()) {
      IOUtils.rm(root.resolve("index/000001"));
      directory.build(
          new BuildPlan(corpus(drafts()), "target", base.segments().global()), new Noting());
    }

    try (Generation built = directory.open()) {
      assertThat(IndexFixture.ids(built)).hasSize(RECORDS);
    }
    assertThat(said).contains("CUT 8/8", "SWAP 1/1");
  }

  @Test
  void between_everyKindOfChange_isListed() {
    RecordDraft[] drafts = drafts();
    drafts[1] = draft(1).says("Something else.");
    drafts[2] = draft(9);
    directory.build(new BuildPlan(corpus(drafts()), "base", null), BuildMonitor.NONE);

    try (Generation base = directory.open()) {
      assertThat(GenerationDiff.between(base.corpus(), corpus(drafts)))
          .isEqualTo(
              new GenerationDiff(
                  List.of("record-9"), List.of("record-1"), List.of("record-2"), true));
      assertThat(GenerationDiff.between(base.corpus(), corpus(drafts())))
          .isEqualTo(new GenerationDiff(List.of(), List.of(), List.of(), true));
    }
  }
}
