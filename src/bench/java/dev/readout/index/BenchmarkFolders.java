package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What benchmarks read and where they write; run from the project's folder. */
final class BenchmarkFolders {
  static final Path CORPUS = Path.of("index-data");

  private BenchmarkFolders() {}

  static Corpus shipped() {
    return new CorpusReader(CORPUS).read();
  }

  static Path create() throws IOException {
    return Files.createTempDirectory("readout-benchmark");
  }

  static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
