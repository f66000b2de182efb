package dev.readout.corpus.file;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads a corpus folder such as {@code index-data}: {@code <kind>s/<id>.md}, {@code terms.yaml}, {@code topics.yaml} and
 * the schemas that say what each looks like. Thread-safe.
 */
public final class CorpusReader {
  /** A record is a page or two; past this it is a mistake. */
  static final long MAX_FILE_BYTES = 1 << 20;

  static final int MAX_FILES = 100_000;

  private final Path directory;

  public CorpusReader(Path directory) {
    this.directory = directory;
  }

  /** What was read and what is wrong with it; the corpus is whole only when there are no defects. */
  public record Reading(Corpus corpus, List<Defect> defects) {}

  /**
   * The corpus.
   *
   * @throws InvalidCorpusException when anything in it is defective or unreadable
   */
  public Corpus read() {
    Reading reading = check();
    if (!reading.defects().isEmpty()) {
      throw new InvalidCorpusException(directory, reading.defects());
    }
    return reading.corpus();
  }

  /**
   * The corpus and all its defects, in order of file and line.
   *
   * @throws InvalidCorpusException when the folder or a schema cannot be read
   */
  public Reading check() {
    try {
      Schema schema = schema("record.schema.json");
      List<RecordFile> files = new ArrayList<>();
      for (Path path : recordFiles()) {
        files.add(RecordFile.parse(directory.relativize(path), content(path), schema));
      }
      ListFile<Topic> topics = ListFile.topics(Path.of("topics.yaml"), content("topics.yaml"), schema("topics.schema.json"));
      ListFile<Term> terms = ListFile.terms(Path.of("terms.yaml"), content("terms.yaml"), schema("terms.schema.json"));
      List<CorpusRecord> records = files.stream().map(RecordFile::value).filter(Objects::nonNull).toList();
      List<Defect> defects = new ArrayList<>();
      files.forEach(file -> defects.addAll(file.defects()));
      defects.addAll(topics.defects());
      defects.addAll(terms.defects());
      defects.addAll(new CorpusRules(files, topics, terms, knownSources()).defects());
      defects.sort(Defect.BY_PLACE);
      return new Reading(new Corpus(distinct(records), terms.values(), topics.values()), List.copyOf(defects));
    } catch (IOException e) {
      throw new InvalidCorpusException(
          "cannot read the corpus in " + directory + ": " + e.getMessage() + "; set READOUT_CORPUS to its folder", e);
    }
  }

  /** Two files with one id are a defect; the value keeps the first, so that the rest can still be checked. */
  private static List<CorpusRecord> distinct(List<CorpusRecord> records) {
    List<String> ids = new ArrayList<>();
    return records.stream()
        .filter(
            record -> {
              boolean first = !ids.contains(record.id());
              ids.add(record.id());
              return first;
            })
        .toList();
  }

  private List<Path> recordFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Path folder = directory.resolve(kind.folder());
      if (Files.isDirectory(folder)) {
        try (Stream<Path> entries = Files.list(folder)) {
          entries.filter(path -> path.toString().endsWith(".md")).sorted().limit(MAX_FILES).forEach(files::add);
        }
      }
    }
    return files;
  }

  private List<String> knownSources() throws IOException {
    return content("known-sources.txt").lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  private Schema schema(String name) throws IOException {
    return new Schema(content(name));
  }

  private String content(String name) throws IOException {
    return content(directory.resolve(name));
  }

  private static String content(Path path) throws IOException {
    if (Files.size(path) > MAX_FILE_BYTES) {
      throw new IOException(path + " is larger than " + MAX_FILE_BYTES + " bytes");
    }
    return Files.readString(path, StandardCharsets.UTF_8);
  }
}
