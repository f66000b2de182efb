package dev.readout.index;

import static dev.readout.index.SampleIndex.corpus;

import dev.readout.corpus.Corpus;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An index folder and a corpus folder, and what a test asks of them. */
final class IndexFixture {
  static final Corpus OLD = corpus(new RecordDraft("old"));
  static final Corpus NEW = corpus(new RecordDraft("new"), new RecordDraft("newer"));

  /** No build of it can be verified. */
  static final Corpus FORGED =
      new Corpus(List.of(new RecordDraft("forged").buildForged()), OLD.terms(), OLD.topics());

  private final Path index;
  private final Path corpusFolder;
  private final IndexDirectory directory;

  IndexFixture(Path temp) throws IOException {
    index = temp.resolve("index");
    corpusFolder = Files.createDirectory(temp.resolve("corpus"));
    Files.writeString(corpusFolder.resolve("record.md"), "one");
    directory = new IndexDirectory(index, InstantSource.fixed(SampleIndex.BUILT), Models.off());
  }

  Path index() {
    return index;
  }

  Path corpusFolder() {
    return corpusFolder;
  }

  IndexDirectory directory() {
    return directory;
  }

  void changeCorpus() throws IOException {
    Files.writeString(corpusFolder.resolve("record.md"), "another, longer one");
  }

  List<String> files() throws IOException {
    try (Stream<Path> entries = Files.list(index)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /** The ids of the records that are served now. */
  List<String> served() {
    try (Generation generation = directory.open()) {
      return ids(generation);
    }
  }

  List<String> openedOrBuilt(Supplier<Corpus> corpus) {
    try (Generation generation =
        new Indexes(index, InstantSource.fixed(SampleIndex.BUILT), Models.off())
            .openGlobalAsBuilt(corpusFolder, corpus, List::of)) {
      return ids(generation);
    }
  }

  /** Opens what is there; fails if the corpus is read for it. */
  List<String> opened() {
    return openedOrBuilt(
        () -> {
          throw new AssertionError("the corpus was read although the index was good");
        });
  }

  static List<String> ids(Generation generation) {
    return generation.records().map(record -> record.id()).toList();
  }
}
