package dev.readout.discord.picture;

import dev.readout.answer.SourceText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands under a picture, and instead of it. */
final class Captions {
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
