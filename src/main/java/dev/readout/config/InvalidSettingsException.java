package dev.readout.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings have mistakes; the message lists all of them, one a line. It has no cause: that of a
 * parser would quote the line at fault, and with it perhaps a secret.
 */
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
    return count == 1 ? "a mistake in the settings:" : count + " mistakes in the settings:";
  }

  /** At least one; those of the file as such first, then in the order of the keys. */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
