package dev.readout.discord.picture;

import dev.readout.answer.TextKey;
import dev.readout.discord.render.Phrase;

/** The texts in and about pictures, as those of {@link Phrase}. */
public enum PicturePhrase implements TextKey {
  DARK,
  LIGHT,
  ON_CHINESE,
  ON_US,
  COLON,
  DOT,
  BETWEEN,
  TITLE_BETWEEN,
  TITLE_MEETINGS,
  TITLE_RATES,
  MORE,
  MORE_BARS,
  IN_FILE,
  EARLIER,
  NOT_KNOWN,
  UNTIL,
  LAW,
  CITED,
  SOURCES,
  AND_MORE,
  AS_OF,
  NOTHING,
  CHOOSE,
  CHOOSE_RATES
}
