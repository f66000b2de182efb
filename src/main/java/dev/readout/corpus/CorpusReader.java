package dev.readout.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.corpus.YamlDocument.Schema;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a corpus folder such as {@code index-data}: records {@code <kind>s/<id>.md}, lists of
 * terms, names, topics and known sources, and their schemas. Thread-safe.
 */
public record CorpusReader(Path directory) {
  /** A record is a page or two; past this it is a mistake. */
  static final long MAX_FILE_BYTES = 1 << 20;

  static final int MAX_FILES = 100_000;

  /** What was read, whole only without defects. */
  public record Reading(Corpus corpus, List<Defect> defects) {}

  /** The corpus; throws when anything in it is defective or unreadable. */
  public Corpus read() {
    Reading reading = check();
    if (!reading.defects().isEmpty()) {
      throw new InvalidCorpusException(directory, reading.defects());
    }
    return reading.corpus();
  }

  /** The corpus and its defects, by file and line; throws when folder or schema is unreadable. */
  public Reading check() {
    try {
      Schema schema = schema("record.schema.json");
      List<RecordFile> files = new ArrayList<>();
      for (Path path : recordFiles()) {
        files.add(recordFile(path, schema));
      }
      ListFile<Topic> topics = list("topics.yaml", "topics.schema.json", Topic.class);
      ListFile<Term> terms = list("terms.yaml", "terms.schema.json", Term.class);
      ListFile<Term> names = list("names.yaml", "terms.schema.json", Term.class);
      List<CorpusRecord> records =
          files.stream().map(RecordFile::value).filter(Objects::nonNull).toList();
      List<Defect> defects = new ArrayList<>(strays());
      files.forEach(file -> defects.addAll(file.defects()));
      defects.addAll(topics.defects());
      defects.addAll(terms.defects());
      defects.addAll(names.defects());
      defects.addAll(
          new CorpusRules(files, topics, List.of(terms, names), knownSources()).defects());
      defects.sort(Defect.BY_PLACE);
      List<Term> allTerms =
          Stream.concat(terms.values().stream(), names.values().stream()).toList();
      return new Reading(
          new Corpus(distinct(records), allTerms, topics.values()), List.copyOf(defects));
    } catch (IOException e) {
      throw new InvalidCorpusException(
          "cannot read the corpus in %s: %s; set READOUT_CORPUS to its folder"
              .formatted(directory, e.getMessage()),
          e);
    }
  }

  /** Of two files with one id, a defect, the first is kept, so that the rest can be checked. */
  private static List<CorpusRecord> distinct(List<CorpusRecord> records) {
    Set<String> ids = new HashSet<>();
    return records.stream().filter(record -> ids.add(record.id())).toList();
  }

  private List<Path> recordFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Path folder = directory.resolve(kind.folder());
      if (Files.isDirectory(folder)) {
        try (Stream<Path> entries = Files.list(folder)) {
          entries
              .filter(path -> path.toString().endsWith(".md"))
              .sorted()
              .limit(MAX_FILES)
              .forEach(files::add);
        }
      }
    }
    return files;
  }

  /** A record that cannot be read is a defect of its own; the others are still checked. */
  private RecordFile recordFile(Path path, Schema schema) throws IOException {
    Path file = directory.relativize(path);
    if (Files.size(path) > MAX_FILE_BYTES) {
      return RecordFile.broken(
          file, 1, "larger than " + MAX_FILE_BYTES + " bytes; a record is a page or two");
    }
    try {
      return RecordFile.parse(file, content(path), schema);
    } catch (CharacterCodingException e) {
      return RecordFile.broken(file, 1, "not UTF-8 text; save it as UTF-8");
    }
  }

  /** Markdown that nobody reads, because no kind has its folder. */
  private List<Defect> strays() throws IOException {
    try (Stream<Path> entries = Files.walk(directory)) {
      return entries
          .map(directory::relativize)
          .filter(
              file ->
                  file.toString().endsWith(".md")
                      && !file.equals(Path.of("README.md"))
                      && !isInKindFolder(file))
          .map(
              file ->
                  new Defect(file, 1, "no record is read from here; it belongs in <kind>s/<id>.md"))
          .toList();
    }
  }

  private static boolean isInKindFolder(Path file) {
    return file.getNameCount() == 2
        && Arrays.stream(Kind.values()).anyMatch(kind -> file.startsWith(kind.folder()));
  }

  private <T> ListFile<T> list(String name, String schema, Class<T> type) throws IOException {
    return ListFile.parse(Path.of(name), content(name), schema(schema), type);
  }

  private List<String> knownSources() throws IOException {
    return content("known-sources.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
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

  /** A YAML list of terms or topics: its values, the line of each, the defects. Immutable. */
  record ListFile<T>(Path file, List<T> values, List<Integer> lines, List<Defect> defects) {

    static <T> ListFile<T> parse(Path file, String text, Schema schema, Class<T> type)
        throws IOException {
      YamlDocument document;
      try {
        document = YamlDocument.parse(text, 1);
      } catch (IOException e) {
        return new ListFile<>(
            file,
            List.of(),
            List.of(),
            List.of(
                new Defect(file, YamlDocument.line(e, 1), "not YAML: " + YamlDocument.problem(e))));
      }
      List<Defect> defects = schema.defects(file, document);
      if (!defects.isEmpty()) {
        return new ListFile<>(file, List.of(), List.of(), defects);
      }
      List<T> values = new ArrayList<>();
      List<Integer> lines = new ArrayList<>();
      for (JsonNode node : document.root()) {
        lines.add(document.line("/" + values.size()));
        values.add(JsonCodec.readFrontMatter(node, type));
      }
      return new ListFile<>(file, List.copyOf(values), List.copyOf(lines), List.of());
    }
  }

  /** The corpus has defects, or cannot be read at all. */
  public static final class InvalidCorpusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidCorpusException(Path directory, List<Defect> defects) {
      super(
          "%s has %d defect(s), the first: %s; run 'bin/readout check' for all of them"
              .formatted(directory, defects.size(), defects.getFirst()));
    }

    InvalidCorpusException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Something wrong in a file of the corpus, at a line from 1, and what to do. Immutable. */
  public record Defect(Path file, int line, String message) {
    static final Comparator<Defect> BY_PLACE =
        Comparator.comparing(Defect::file)
            .thenComparingInt(Defect::line)
            .thenComparing(Defect::message);

    @Override
    public String toString() {
      return file + ":" + line + ": " + message;
    }
  }
}
