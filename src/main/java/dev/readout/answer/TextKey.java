package dev.readout.answer;

import dev.readout.corpus.Language;
import java.util.Locale;

/**
 * The name of a text that stands in {@code texts_<language>.properties}, under the enum and
 * constant that name it. Only enums are such names.
 */
public interface TextKey {
  /** The constant's. */
  String name();

  /** The text as it stands, with its gaps: {@code %1$s}, or {@code %s} where there is one. */
  default String in(Language language) {
    return Texts.text(getClass().getSimpleName() + "." + name(), language);
  }

  /** The text with its gaps filled. */
  default String in(Language language, Object... fillings) {
    return String.format(Locale.ROOT, Texts.counted(in(language), fillings), fillings);
  }
}
