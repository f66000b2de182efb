package dev.readout.config;

import java.util.List;
import java.util.stream.Collectors;

/** The settings have errors, listed one a line. No cause: a parser's would quote a secret. */
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  InvalidSettingsException(List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .map(mistake -> "\n  " + mistake)
            .collect(Collectors.joining("", title(mistakes.size()), "")));
    this.mistakes = List.copyOf(mistakes);
  }

  private static String title(int count) {
    return count == 1 ? "an error in the settings:" : count + " errors in the settings:";
  }

  /** At least one; those of the files as such first, then in the order of the keys. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /** Something wrong, at a path and line or a variable; holds no secret. Immutable. */
  public record Mistake(String origin, String key, String value, String remedy) {
    static final String HIDDEN = "(hidden)";

    private static final int MAX_CHARS = 80;

    @Override
    public String toString() {
      String shown = value.isEmpty() || value.equals(HIDDEN) ? value : "'" + safe(value) + "'";
      return origin
          + ": "
          + (key.isEmpty() ? "" : safe(key) + " ")
          + (shown.isEmpty() ? "" : shown + ": ")
          + remedy;
    }

    /** Short, and without what a terminal would take for a command. */
    static String safe(String text) {
      String harmless = text.replaceAll("[\\p{C}&&[^\\x{10000}-\\x{10FFFF}]]", "\uFFFD");
      return harmless.length() <= MAX_CHARS ? harmless : harmless.substring(0, MAX_CHARS) + "…";
    }
  }
}
