package dev.readout.discord.soak;

import dev.readout.corpus.Language;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds phrases of the bot in what it says. Pure functions. */
final class PhrasePattern {
  private static final Pattern GAP = Pattern.compile("%(?:\\d\\$)?s");

  private PhrasePattern() {}

  /** A phrase in every language. */
  interface Words {
    String in(Language language);
  }

  /** Finds any of them in any language, whatever its gaps are filled with, all on one line. */
  static Pattern of(Words... phrases) {
    return Pattern.compile(
        Arrays.stream(phrases)
            .flatMap(phrase -> Arrays.stream(Language.values()).map(phrase::in))
            .distinct()
            .map(PhrasePattern::withGaps)
            .collect(Collectors.joining("|")));
  }

  private static String withGaps(String phrase) {
    return Arrays.stream(GAP.split(phrase, -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*?"));
  }
}
