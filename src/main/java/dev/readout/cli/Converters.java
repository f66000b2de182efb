package dev.readout.cli;

import dev.readout.cli.Terminal.BadInputException;
import dev.readout.config.Nearest;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Topic;
import dev.readout.intake.Details;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.SourceEntry.SourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How values of the command line are read, whatever command they are for. */
final class Converters {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern SERVER = Pattern.compile("(?:server-)?([0-9]{1,20})");

  private Converters() {}

  /** Makes a command, and all that are under it so far, read values so. */
  static void registerWith(CommandLine commands) {
    commands
        .registerConverter(LocalDate.class, Converters::day)
        .registerConverter(Scope.class, Converters::scope)
        .registerConverter(
            Language.class, words("language", Language::ofWireName, "en, zh or zh-TW"))
        .registerConverter(Side.class, words("side", Side::ofWireName, "us, prc, joint or other"))
        .registerConverter(
            Kind.class,
            words(
                "source is of the kind",
                word -> Kind.ofWireName(word).filter(Details.KINDS::contains),
                Details.KINDS.stream()
                    .map(Kind::wireName)
                    .collect(Collectors.joining(", ", "one of ", ""))))
        .registerConverter(
            SourceState.class,
            words("state", SourceState::ofWireName, "waiting, accepted, removed or refused"))
        .registerConverter(
            LegalState.class,
            words(
                "state",
                LegalState::ofWireName,
                "proposed, in-force, suspended, superseded, rescinded or expired"))
        .registerConverter(
            FeedKind.class,
            words(
                "kind of feed",
                FeedKind::ofWireName,
                "rss, federal-register, list-page or json-list"));
  }

  /** Reads one of a few words, and names them to who typed another. */
  static <T> ITypeConverter<T> words(
      String what, Function<String, Optional<T>> read, String words) {
    return value ->
        read.apply(value.strip().toLowerCase(Locale.ROOT))
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "no %s '%s'; write %s".formatted(what, value, words)));
  }

  /** A day of the calendar as {@code 2024-10-08}. */
  private static LocalDate day(String value) {
    if (!DAY.matcher(value).matches()) {
      throw new TypeConversionException(
          "no day '" + value + "'; write year-month-day, as 2024-10-08");
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "the calendar has no day '" + value + "'; write one that it has");
    }
  }

  /** {@code global} or the id of a server. */
  private static Scope scope(String value) {
    var server = SERVER.matcher(value.strip());
    try {
      if (server.matches()) {
        return Scope.ofServer(Long.parseUnsignedLong(server.group(1)));
      }
    } catch (NumberFormatException _) {
      // Longer than any id: told below.
    }
    if (value.strip().equals(Scope.GLOBAL.id())) {
      return Scope.GLOBAL;
    }
    throw new TypeConversionException(
        "no server '" + value + "'; write its id, a number, or global");
  }

  record TopicNames(List<Topic> topics) {
    private static final int MAX_NEAREST = 3;

    /** The id of the topic that is called so; bad input, naming the nearest, when none is. */
    String idOf(String typed) {
      String wanted = typed.strip().toLowerCase(Locale.ROOT);
      return topics.stream()
          .filter(topic -> names(topic).anyMatch(wanted::equals))
          .map(Topic::id)
          .findFirst()
          .orElseThrow(
              () ->
                  new BadInputException(
                      "no topic '%s'; the nearest are %s, and all are in topics.yaml of the records"
                          .formatted(typed, nearest(wanted))));
    }

    private String nearest(String wanted) {
      return topics.stream()
          .sorted(
              Comparator.<Topic>comparingInt(
                      topic ->
                          names(topic).mapToInt(name -> distance(wanted, name)).min().orElse(0))
                  .thenComparing(Topic::id))
          .limit(MAX_NEAREST)
          .map(Topic::id)
          .collect(Collectors.joining(", "));
    }

    private static Stream<String> names(Topic topic) {
      return Stream.of(topic.id(), topic.en(), topic.zh(), topic.zhHant())
          .map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** None when one holds the other. */
    private static int distance(String typed, String name) {
      return typed.length() > 2 && (name.contains(typed) || typed.contains(name))
          ? 0
          : Nearest.distance(typed, name);
    }
  }

  /** The file, which can be read; bad input that says why when it cannot. */
  static Path file(String name) {
    try {
      Path file = Path.of(name);
      if (Files.isDirectory(file)) {
        throw new BadInputException(name + " is a folder; name a file");
      }
      if (Files.isReadable(file)) {
        return file;
      }
      if (Files.exists(file)) {
        throw new BadInputException(name + " may not be read; check its permissions");
      }
    } catch (InvalidPathException _) {
      // As one that is not there.
    }
    throw new BadInputException("no such file: " + name + "; check its name and folder");
  }

  static Original document(Path file) throws IOException {
    String name = SourceCommand.shown(file.toString());
    long size = Files.size(file);
    if (size == 0) {
      throw new BadInputException(name + " is empty; name a document");
    }
    if (size > Original.MAX_BYTES) {
      throw new BadInputException(name + " has more than 10 MiB; add a part of it");
    }
    Original.Content content = Original.Content.of(Files.readAllBytes(file));
    Format format =
        Format.detect(content, null, file.getFileName().toString())
            .orElseThrow(
                () ->
                    new BadInputException(
                        name + " is no HTML, PDF, Markdown or text; save it as one of them"));
    return Original.of(content, format, null);
  }
}
