package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.meaning.Embedder;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/** Small real indexes. */
final class SampleIndex {
  static final Instant BUILT = Instant.parse("2026-10-09T08:00:00Z");

  private static final List<Topic> TOPICS =
      List.of(
          new Topic("tariffs", "Tariffs", "关税", "關稅", "duties"),
          new Topic("chips", "Chips", "芯片", "晶片", "chips"));

  private SampleIndex() {}

  static Corpus corpus(RecordDraft... drafts) {
    return corpus(List.of(), drafts);
  }

  static Corpus corpus(List<Term> terms, RecordDraft... drafts) {
    return new Corpus(Arrays.stream(drafts).map(RecordDraft::build).toList(), terms, TOPICS);
  }

  static Term term(String id, List<String> en, List<String> zhHans) {
    return new Term(id, "instrument", en, List.of(), zhHans, List.of(), null, null);
  }

  /** Writes the corpus into the folder and opens it. */
  static Generation open(Path folder, Corpus corpus) throws IOException {
    write(corpus, folder);
    return Generation.of(Segment.open(folder), Models.off());
  }

  /** Writes the corpus into the folder. */
  static void write(Corpus corpus, Path folder) throws IOException {
    new GenerationBuilder(
            corpus, folder, BuildMonitor.NONE, new BuildEmbeddings(Embedder.off(), null))
        .write(GenerationInfo.of(corpus, "000001", BUILT, "tests"), null);
  }

  /** What is done to an index that has been built. */
  interface Change {
    void to(IndexWriter writer) throws IOException;
  }

  /**
   * Changes a generation in place, which the product never does, and keeps what it says of itself.
   */
  static void rewrite(Path folder, Change change) throws IOException {
    try (Directory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, GenerationBuilder.settings())) {
      Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
      writer.setLiveCommitData(data);
      change.to(writer);
      writer.forceMerge(1);
      writer.commit();
    }
  }

  /** Makes a generation say that it was built by other settings. */
  static void forgeSettings(Path folder, GenerationInfo info, String settings) throws IOException {
    GenerationInfo forged =
        new GenerationInfo(
            info.name(),
            info.built(),
            info.records(),
            info.statements(),
            info.reachesToUs(),
            info.reachesToPrc(),
            settings,
            info.corpus());
    rewrite(folder, writer -> writer.setLiveCommitData(forged.toUserData().entrySet()));
  }

  /** Ids of the records that a search finds, in order of their documents. */
  static List<String> found(Generation generation, String question, SearchFilter filter) {
    QueryPlan plan = generation.plan(question);
    return generation.evidence(plan, generation.candidates(plan, filter)).stream()
        .map(evidence -> evidence.record().id())
        .toList();
  }
}
