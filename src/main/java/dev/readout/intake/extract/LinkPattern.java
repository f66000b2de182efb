package dev.readout.intake.extract;

/**
 * Which links of a page are its items: {@code /article/*}, with {@code *} for any number of
 * characters. Found anywhere in the address; no regular expression, so that no pattern is slow.
 * Immutable.
 */
public record LinkPattern(String text) {
  public static final int MAX_CHARS = 200;

  public LinkPattern {
    if (text.isBlank() || text.length() > MAX_CHARS) {
      throw new IllegalArgumentException("a pattern has 1 to " + MAX_CHARS + " characters");
    }
  }

  /** Whether the pattern's parts stand in the address in their order. */
  public boolean fits(String address) {
    int from = 0;
    for (String part : text.split("\\*", -1)) {
      int at = address.indexOf(part, from);
      if (at < 0) {
        return false;
      }
      from = at + part.length();
    }
    return text.endsWith("*") || address.endsWith(lastPart());
  }

  private String lastPart() {
    return text.substring(text.lastIndexOf('*') + 1);
  }
}
