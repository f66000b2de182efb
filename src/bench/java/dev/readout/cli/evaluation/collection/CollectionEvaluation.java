package dev.readout.cli.evaluation.collection;

import dev.readout.cli.evaluation.collection.CollectionFolder.Query;
import dev.readout.index.PlainIndex;
import dev.readout.index.PlainIndex.Scored;
import dev.readout.meaning.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One collection, indexed and searched as records are, by words, by meaning and by both. Documents
 * and queries pass through; only the index, on disk, and the judgements are held. Confined to one
 * thread.
 */
public final class CollectionEvaluation {
  private static final int PROGRESS = 1_000;

  private final CollectionFolder collection;
  private final Embedder embedder;
  private final Consumer<String> progress;
  private final RankingFigures words = new RankingFigures();
  private final RankingFigures meaning = new RankingFigures();
  private final RankingFigures fused = new RankingFigures();
  private final DecliningFigures decliningByWords = new DecliningFigures();
  private final DecliningFigures decliningByBoth = new DecliningFigures();

  private CollectionEvaluation(
      CollectionFolder collection, Embedder embedder, Consumer<String> progress) {
    this.collection = collection;
    this.embedder = embedder;
    this.progress = progress;
  }

  /**
   * Indexes the collection in a folder of its own, which is removed again, and asks its queries.
   *
   * @param progress told every thousand documents or queries
   * @return the figures as a table
   * @throws MalformedCollectionException when the folder holds something else
   * @throws IOException when it cannot be read
   */
  public static String of(Path folder, Embedder embedder, Consumer<String> progress)
      throws IOException {
    CollectionEvaluation evaluation =
        new CollectionEvaluation(new CollectionFolder(folder), embedder, progress);
    Path index = Files.createTempDirectory("readout-collection");
    try {
      evaluation.run(index);
      return evaluation.table();
    } finally {
      delete(index);
    }
  }

  private void run(Path folder) throws IOException {
    Map<String, Map<String, Integer>> judged = collection.judgements();
    collection.queries(_ -> {}); // a defect is told before the work, not after it
    try (PlainIndex.Writer writer = PlainIndex.write(folder, embedder)) {
      int[] documents = {0};
      int empty =
          collection.documents(
              document -> {
                writer.add(document);
                tell(++documents[0], "documents");
              });
      if (empty > 0) {
        progress.accept("documents without a word, left out: " + empty);
      }
      try (PlainIndex index = writer.open()) {
        int[] queries = {0};
        collection.queries(
            query -> {
              ask(index, query, judged.getOrDefault(query.id(), Map.of()));
              tell(++queries[0], "queries");
            });
      }
    }
    if (words.queries() == 0) {
      throw new MalformedCollectionException("qrels.tsv", "judges no query of queries.jsonl");
    }
  }

  private void ask(PlainIndex index, Query query, Map<String, Integer> relevant) {
    if (relevant.isEmpty() && query.answerable() == null) {
      return; // not judged
    }
    PlainIndex.Found found = index.search(query.text());
    if (!relevant.isEmpty()) {
      words.add(found.words(), relevant);
      if (!found.meaning().isEmpty()) {
        meaning.add(found.meaning(), relevant);
      }
      fused.add(found.fused(), relevant);
    }
    if (query.answerable() != null) {
      add(decliningByWords, found.words(), query.answerable(), relevant);
      add(decliningByBoth, found.fused(), query.answerable(), relevant);
    }
  }

  private static void add(
      DecliningFigures figures,
      List<Scored> found,
      boolean answerable,
      Map<String, Integer> relevant) {
    boolean right = answerable && !found.isEmpty() && relevant.containsKey(found.getFirst().id());
    figures.add(found.isEmpty() ? 0 : found.getFirst().confidence(), answerable, right);
  }

  private void tell(int done, String what) {
    if (done % PROGRESS == 0) {
      progress.accept(String.format(Locale.ROOT, "%,d %s", done, what));
    }
  }

  private String table() {
    StringBuilder table = new StringBuilder();
    table.append(row("search by", "queries", "nDCG@10", "MRR@10", "R@100", "AUROC", "cov@10%"));
    table.append(row("words", words, decliningByWords));
    table.append(row("meaning", meaning, new DecliningFigures()));
    table.append(row("both", fused, decliningByBoth));
    if (!decliningByWords.isEmpty()) {
      table.append(
          "AUROC: of telling queries with an answer from those without. cov@10%: share of all"
              + " queries answered when one answer in ten is wrong.\n");
    }
    return table.toString();
  }

  private static String row(String name, RankingFigures ranking, DecliningFigures declining) {
    boolean declines = !declining.isEmpty();
    return row(
        name,
        Integer.toString(ranking.queries()),
        figure(ranking.ndcgAt10()),
        figure(ranking.mrrAt10()),
        figure(ranking.recallAt100()),
        declines ? figure(declining.auroc()) : "-",
        declines ? figure(declining.coverageAtRisk()) : "-");
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-10s %8s %8s %8s %8s %8s %8s\n", cells);
  }

  private static String figure(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
