package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one generation is and holds: its folder's name, digits that count up (two for what a server
 * is answered from), up to which day it reaches, null for none, what it was built by and from.
 * Immutable.
 */
public record GenerationInfo(
    String name,
    Instant built,
    int records,
    int statements,
    @Nullable LocalDate reachesToUs,
    @Nullable LocalDate reachesToPrc,
    String settings,
    String corpus) {
  /** Between the names of a global generation and a server's over it. */
  private static final char OVER = '+';

  private static final Logger LOG = LoggerFactory.getLogger(GenerationInfo.class);

  /** What a generation of this corpus, built by this program, will say of itself. */
  static GenerationInfo of(Corpus corpus, String name, Instant built, String fingerprint) {
    return new GenerationInfo(
        name,
        built,
        corpus.records().size(),
        corpus.statementCount(),
        reachesTo(corpus, Side.US),
        reachesTo(corpus, Side.PRC),
        Fingerprint.ofSettings(),
        fingerprint);
  }

  private static @Nullable LocalDate reachesTo(Corpus corpus, Side side) {
    return corpus.records().stream()
        .filter(record -> record.side() == side)
        .map(CorpusRecord::published)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The same with the global one below it: the name has both, for the same answers. */
  public GenerationInfo over(GenerationInfo global) {
    return new GenerationInfo(
        global.name + OVER + name,
        built,
        records + global.records,
        statements + global.statements,
        later(reachesToUs, global.reachesToUs),
        later(reachesToPrc, global.reachesToPrc),
        settings,
        Fingerprint.over(global.corpus, corpus));
  }

  /** The name of the scope's own generation in that of what it answers from. */
  public static String ownName(String name) {
    return name.substring(name.indexOf(OVER) + 1);
  }

  /** The last day on which a record of either side was published; null for none. */
  public @Nullable LocalDate reachesTo() {
    return later(reachesToUs, reachesToPrc);
  }

  /** The last day on which a record of a side was published; of what is joint, the earlier one. */
  public Optional<LocalDate> reachesTo(Side side) {
    return switch (side) {
      case US -> Optional.ofNullable(reachesToUs);
      case PRC -> Optional.ofNullable(reachesToPrc);
      case JOINT, OTHER ->
          Stream.concat(Stream.ofNullable(reachesToUs), Stream.ofNullable(reachesToPrc))
              .min(Comparator.naturalOrder());
    };
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return Stream.concat(Stream.ofNullable(one), Stream.ofNullable(other))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whether it was built by this version's settings, so that it can be served. */
  public boolean isOfThisVersion() {
    return settings.equals(Fingerprint.ofSettings());
  }

  /** What the generation in a folder says of itself; empty when it cannot be read. */
  static Optional<GenerationInfo> read(Path folder) {
    try (Directory directory = new MMapDirectory(folder, NoLockFactory.INSTANCE)) {
      return Optional.of(ofUserData(SegmentInfos.readLatestCommit(directory).getUserData()));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      LOG.warn("The generation in {} cannot be read: {}", folder, e.toString());
      return Optional.empty();
    }
  }

  /** All of it as texts, to be kept and read again. */
  public Map<String, String> toUserData() {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("name", name);
    data.put("built", built.toString());
    data.put("records", Integer.toString(records));
    data.put("statements", Integer.toString(statements));
    data.put("reachesToUs", Objects.toString(reachesToUs, ""));
    data.put("reachesToPrc", Objects.toString(reachesToPrc, ""));
    data.put("settings", settings);
    data.put("corpus", corpus);
    return data;
  }

  /** What {@link #toUserData} wrote; throws when something is missing or malformed. */
  public static GenerationInfo ofUserData(Map<String, String> data) {
    return new GenerationInfo(
        field(data, "name"),
        Instant.parse(field(data, "built")),
        Integer.parseInt(field(data, "records")),
        Integer.parseInt(field(data, "statements")),
        day(field(data, "reachesToUs")),
        day(field(data, "reachesToPrc")),
        field(data, "settings"),
        field(data, "corpus"));
  }

  private static String field(Map<String, String> data, String name) {
    String value = data.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the index does not say its " + name);
    }
    return value;
  }

  private static @Nullable LocalDate day(String value) {
    return value.isEmpty() ? null : LocalDate.parse(value);
  }

  /** A generation was built by an older or a newer version, in a form that this one may misread. */
  static final class OtherSettingsException extends IOException {
    private static final long serialVersionUID = 1L;

    OtherSettingsException(GenerationInfo info) {
      super(
          "generation %s was built by another version, with other settings (%s)"
              .formatted(info.name(), info.settings()));
    }
  }
}
