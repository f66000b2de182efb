package dev.readout.intake;

import dev.readout.corpus.CitationMention;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Source;
import dev.readout.index.Generation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which measures a document names: by a citation or a Federal Register document number that is
 * theirs alone, or by the name at the head of their title. A person says what it means for them.
 * Pure functions.
 */
final class NamedMeasures {
  /** An order revokes a handful; what names more is a list of everything. */
  private static final int MAX = 10;

  /** What a document is about is said there; its annexes name everything. */
  private static final int READ_CHARS = 20_000;

  private static final int LEAST_NAME_CHARS = 12;
  private static final int LEAST_CHINESE_NAME_CHARS = 6;

  /** "2025-19001", in an address between slashes. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9-])((?:19|20)[0-9]{2}-[0-9]{4,5})(?![0-9-])");

  /** "The Affiliates Rule (50% rule): …" without what is round its name; a number is no name. */
  private static final Pattern NAME =
      Pattern.compile("^(?:the )?(.+?[^0-9])(?: ?[(（].*|: .*|：.*)?$");

  private NamedMeasures() {}

  /** Ids of the measures that the document names, those cited before those called by name. */
  static List<String> in(Generation generation, String title, String body) {
    String text = title + "\n" + body.substring(0, Math.min(body.length(), READ_CHARS));
    String lower = text.toLowerCase(Locale.ROOT);
    Set<String> keys = keys(text).collect(Collectors.toSet());
    List<CorpusRecord> measures =
        generation.records().filter(record -> record.kind().isMeasure()).toList();
    return Stream.concat(
            measures.stream().filter(measure -> ownKeys(measure).anyMatch(keys::contains)),
            measures.stream().filter(measure -> isCalled(measure, lower)))
        .map(CorpusRecord::id)
        .distinct()
        .limit(MAX)
        .toList();
  }

  private static Stream<String> keys(String text) {
    return Stream.concat(
        CitationMention.in(text).stream().map(CitationMention::key),
        NUMBER.matcher(text).results().map(number -> number.group(1)));
  }

  private static Stream<String> ownKeys(CorpusRecord measure) {
    return measure.sources().stream()
        .flatMap(source -> Stream.of(source).mapMulti(NamedMeasures::texts))
        .flatMap(NamedMeasures::keys);
  }

  private static void texts(Source source, Consumer<String> out) {
    if (source.citation() != null) {
      out.accept(source.citation());
    }
    if (source.url() != null) {
      out.accept(source.url());
    }
  }

  private static boolean isCalled(CorpusRecord measure, String lower) {
    String chinese = measure.titleZh();
    return isCalled(measure.title(), LEAST_NAME_CHARS, lower)
        || (chinese != null && isCalled(chinese, LEAST_CHINESE_NAME_CHARS, lower));
  }

  private static boolean isCalled(String title, int leastChars, String lower) {
    Matcher name = NAME.matcher(title.toLowerCase(Locale.ROOT));
    return name.matches() && name.group(1).length() >= leastChars && lower.contains(name.group(1));
  }
}
