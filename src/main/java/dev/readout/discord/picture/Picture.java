package dev.readout.discord.picture;

import dev.readout.answer.SourceText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A picture of at most {@link #MAX_BYTES}, the same in words, as much as Discord takes, and all of
 * it as a table, with the names of who published it. Immutable; the arrays must not be changed.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Picture(String title, byte[] png, String alt, byte[] csv, String sources) {
  /** So that a phone loads it at once. */
  public static final int MAX_BYTES = 300_000;

  /** Of nothing that is recorded. */
  public static final Picture NOTHING = new Picture("", new byte[0], "", new byte[0], "");

  /** Whether there is anything to draw. */
  public boolean isEmpty() {
    return png.length == 0;
  }

  /** How a picture is to look, {@code dark} or {@code light}. Immutable. */
  public record Look(String theme, Language language) {}

  /** What stands under a picture, and instead of it. */
  static final class Captions {
    private static final int MAX_NAMED = 6;
    private static final int MAX_ALT_CHARS = 1_024;

    private Captions() {}

    /** Who issued the records, the most frequent first. */
    static String of(Stream<CorpusRecord> records, Language language) {
      Map<String, Long> issuers =
          records.collect(
              Collectors.groupingBy(
                  record -> SourceText.issuer(record, language), Collectors.counting()));
      String named =
          issuers.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Long>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .limit(MAX_NAMED)
              .map(Map.Entry::getKey)
              .collect(Collectors.joining(PicturePhrase.BETWEEN.in(language)));
      int left = issuers.size() - MAX_NAMED;
      return PicturePhrase.SOURCES.in(language, named)
          + (left > 0 ? PicturePhrase.AND_MORE.in(language, left) : "");
    }

    /** As many lines as have room, the last ones, and how many have none. */
    static String alt(
        String title, List<String> lines, PicturePhrase cut, String more, Language language) {
      for (int shown = lines.size(); ; shown--) {
        List<String> all = new ArrayList<>(List.of(title));
        all.addAll(lines.subList(lines.size() - shown, lines.size()));
        if (shown < lines.size()) {
          all.add(cut.in(language, lines.size() - shown));
        }
        if (!more.isEmpty()) {
          all.add(more);
        }
        String alt = String.join("\n", all);
        if (alt.length() <= MAX_ALT_CHARS || shown == 0) {
          return alt.substring(0, Math.min(alt.length(), MAX_ALT_CHARS));
        }
      }
    }
  }
}
