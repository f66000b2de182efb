package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose words a statement is in: ours about a source ({@code SUMMARY}) or the source's own ({@code
 * VERBATIM}). A summary is never shown between quotation marks or as somebody's words.
 */
public enum Voice {
  SUMMARY,
  VERBATIM;

  /** The word used in JSON. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Voice> ofWireName(String name) {
    return Arrays.stream(values()).filter(voice -> voice.wireName().equals(name)).findFirst();
  }
}
