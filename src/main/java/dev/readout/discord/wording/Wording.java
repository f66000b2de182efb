package dev.readout.discord.wording;

import dev.readout.answer.reading.Language;
import java.util.Locale;

/** A phrase in every language. */
public interface Wording {
  String in(Language language);

  /** The phrase with its gaps filled. */
  default String in(Language language, Object... fillings) {
    return String.format(Locale.ROOT, in(language), fillings);
  }
}
