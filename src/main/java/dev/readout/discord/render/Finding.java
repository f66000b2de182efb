package dev.readout.discord.render;

/**
 * How one thing is that was looked at. Immutable.
 *
 * @param text in Discord's Markdown; where something is wrong, also what to do
 */
public record Finding(Level level, String text) {

  /** How bad it is. */
  public enum Level {
    OK("✅"),
    WARN("⚠️"),
    FAIL("❌");

    private final String sign;

    Level(String sign) {
      this.sign = sign;
    }
  }

  public static Finding ok(String text) {
    return new Finding(Level.OK, text);
  }

  /** Works, but somebody should look at it. */
  public static Finding warn(String text) {
    return new Finding(Level.WARN, text);
  }

  /** Does not work. */
  public static Finding fail(String text) {
    return new Finding(Level.FAIL, text);
  }

  String line() {
    return level.sign + " " + text;
  }
}
