package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.index.GenerationBuilder.BuildPlan;
import dev.readout.meaning.Embedder;
import dev.readout.meaning.Models;
import dev.readout.meaning.Models.ModelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records found by what they mean. */
final class MeaningTest {
  private static final String PARAPHRASE = "Will Beijing's farmers' purchases of legumes resume?";

  private static final RecordDraft BEANS =
      new RecordDraft("2025-01-01-beans")
          .title("Soybeans")
          .says("China will buy American soybeans again.", "Each crop year has its own sum.");
  private static final RecordDraft CHIPS =
      new RecordDraft("2025-01-02-chips")
          .title("Semiconductors")
          .says("Exports of advanced semiconductors need a licence.");
  private static final RecordDraft SHIPS =
      new RecordDraft("2025-01-03-ships")
          .title("Port fees")
          .says("Vessels built in Chinese yards pay a fee at every call.");

  private static Models models;

  @TempDir Path temp;
  private Path corpusFolder;

  @BeforeAll
  static void load() {
    models = Models.idle(ModelSettings.STANDARD);
    models.await(Duration.ofMinutes(2));
  }

  @AfterAll
  static void close() {
    models.close();
  }

  @BeforeEach
  void corpusFolder() throws IOException {
    corpusFolder = Files.createDirectory(temp.resolve("corpus"));
  }

  private static Corpus corpus(RecordDraft... drafts) {
    return SampleIndex.corpus(List.of(), drafts);
  }

  private Generation openOrBuild(Models by, Supplier<Corpus> corpus) {
    return new Indexes(temp.resolve("index"), () -> SampleIndex.BUILT, by)
        .openGlobalAsBuilt(corpusFolder, corpus, List::of);
  }

  private IndexDirectory directory(Models by) {
    return new IndexDirectory(temp.resolve("index"), () -> SampleIndex.BUILT, by);
  }

  private static List<String> found(Generation generation, QueryPlan plan, SearchFilter filter) {
    return generation.evidence(plan, generation.candidates(plan, filter)).stream()
        .sorted(
            (a, b) ->
                Double.compare(b.candidate().likeness().most(), a.candidate().likeness().most()))
        .map(evidence -> evidence.record().id())
        .toList();
  }

  @Test
  void candidates_paraphraseWithoutASharedWord_findsTheRecord() {
    try (Generation generation = openOrBuild(models, () -> corpus(BEANS, CHIPS, SHIPS))) {
      QueryPlan byMeaning = generation.planByMeaning(PARAPHRASE);

      assertThat(byMeaning.hasMeaning()).isTrue();
      assertThat(found(generation, byMeaning, SearchFilter.ALL)).startsWith("2025-01-01-beans");
      assertThat(generation.segments().global().lacksEmbeddings()).isFalse();
    }
  }

  @Test
  void planByMeaning_identifierQuotationOrChinese_isOfWords() {
    try (Generation generation = openOrBuild(models, () -> corpus(BEANS, CHIPS))) {
      for (String question :
          List.of(
              "90 FR 47201",
              "Announcement No. 10 of 2025",
              "who said \"a very good year for all of our farmers\" at the meeting in Busan",
              "Public Law 117-78",
              "中国会买大豆吗")) {
        assertThat(generation.planByMeaning(question).hasMeaning()).as(question).isFalse();
      }
      String inWordsMostly = "which chips did Announcement No. 10 of the commission in Beijing ban";
      assertThat(generation.planByMeaning(inWordsMostly).hasMeaning()).isTrue();
    }
  }

  @Test
  void read_statementsOfARecord_theOneThatAnswersIsAbove() {
    RecordDraft both =
        new RecordDraft("2025-01-04-deal")
            .title("The deal")
            .says(
                "China will buy American soybeans again.",
                "Vessels built in Chinese yards pay a fee at every call.");
    try (Generation generation = openOrBuild(models, () -> corpus(both))) {
      CorpusRecord record = generation.find("2025-01-04-deal").orElseThrow();
      String question = "What do ships made in China have to pay?";
      List<Double> logits =
          record.statements().stream()
              .map(one -> generation.read(question, record, one.text()).orElseThrow())
              .toList();

      assertThat(generation.readsStatements()).isTrue();
      assertThat(logits.get(1)).isGreaterThan(logits.get(0));
    }
    try (Generation without = directory(Models.off()).open()) {
      assertThat(without.readsStatements()).isFalse();
      CorpusRecord record = without.find("2025-01-04-deal").orElseThrow();
      assertThat(without.read("What do ships have to pay?", record, "A fee.")).isEmpty();
    }
  }

  @Test
  void openOrBuild_builtWithoutTheModel_isBuiltAgainWithIt() {
    openOrBuild(Models.off(), () -> corpus(BEANS, CHIPS)).close();
    try (Generation without = directory(Models.off()).open()) {
      assertThat(without.segments().global().lacksEmbeddings()).isTrue();
      assertThat(without.planByMeaning(PARAPHRASE).hasMeaning()).isFalse();
    }
    try (Generation with = openOrBuild(models, () -> corpus(BEANS, CHIPS))) {
      assertThat(with.segments().global().lacksEmbeddings()).isFalse();
      assertThat(with.segments().global().embeddings())
          .containsKeys("Soybeans", "China will buy American soybeans again.");
    }
  }

  @Test
  void build_recordAdded_isTheSameAsAnewAndTakesOverWhatIsKnown() throws IOException {
    IndexDirectory directory = directory(models);
    Path anewFolder = Files.createDirectory(temp.resolve("anew"));
    directory.build(corpus(BEANS, CHIPS), corpusFolder);
    Corpus more = corpus(BEANS, CHIPS, SHIPS);
    try (Generation base = directory.open()) {
      // Without the model only what the base knows can be embedded.
      BuildEmbeddings known = new BuildEmbeddings(Embedder.off(), base.segments().global());
      assertThat(known.of("Semiconductors")).isPresent();
      assertThat(known.of("Port fees")).isEmpty();
      directory.build(new BuildPlan(more, "more", base.segments().global()), BuildMonitor.NONE);
    }
    new GenerationBuilder(
            more, anewFolder, BuildMonitor.NONE, new BuildEmbeddings(models.embedder(), null))
        .write(GenerationInfo.of(more, "000001", SampleIndex.BUILT, "tests"), null);
    try (Generation changed = directory.open();
        Generation anew = Generation.of(Segment.open(anewFolder), models)) {
      assertThat(changed.segments().global().lacksEmbeddings()).isFalse();
      assertThat(changed.candidates(changed.planByMeaning(PARAPHRASE), SearchFilter.ALL))
          .isEqualTo(anew.candidates(anew.planByMeaning(PARAPHRASE), SearchFilter.ALL));
    }
  }

  @Test
  void candidates_filtered_findsNothingAlikeOutsideOfIt() {
    try (Generation generation = openOrBuild(models, () -> corpus(BEANS, CHIPS))) {
      SearchFilter nothing = new SearchFilter(null, "no-such-topic", null, null);

      assertThat(generation.candidates(generation.planByMeaning(PARAPHRASE), nothing)).isEmpty();
    }
  }
}
