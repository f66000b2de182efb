package dev.readout.discord.soak;

import dev.readout.discord.render.IndexPhrase;
import dev.readout.discord.render.Phrase;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the bot says instead of an answer, told by its own phrases in every language. */
enum Notice {
  APOLOGY(PhrasePattern.of(Phrase.FAILED::in)),
  NO_DATABASE(PhrasePattern.of(Phrase.NO_DATABASE::in)),
  BUSY(PhrasePattern.of(Phrase.BUSY::in, IndexPhrase.OTHER_UNDER_WAY::in, IndexPhrase.BUSY::in)),
  RATE_LIMIT(PhrasePattern.of(Phrase.SLOW_DOWN::in, Phrase.SERVER_SLOW_DOWN::in));

  private final Pattern pattern;

  Notice(Pattern pattern) {
    this.pattern = pattern;
  }

  /** The one that a text is; empty for an answer. */
  static Optional<Notice> in(String text) {
    return Arrays.stream(values()).filter(one -> one.pattern.matcher(text).find()).findFirst();
  }
}
