package dev.readout.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps what members type out of the lines of JDA, Discord's library. Below INFO it prints all that
 * Discord sends and is sent, so there it stays silent, whatever level somebody sets. Above, it
 * prints an event that it cannot read: always on a line of its own, or as JSON. Thread-safe.
 */
final class JdaFilter extends TurboFilter {
  private static final String PACKAGE = "net.dv8tion.jda.";

  /** Where it says that Discord cannot be reached when it starts; the bot ends with that anyway. */
  private static final String REQUESTS = PACKAGE + "api.requests.RestRateLimiter";

  private static final Pattern CONTENT = Pattern.compile("(?s)(\\R|\\{|\\[[\"{\\[]).*");

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    if (!isLogger(logger.getName())) {
      return FilterReply.NEUTRAL;
    }
    boolean isToldElsewhere =
        thrown instanceof UncheckedIOException && logger.getName().equals(REQUESTS);
    return isToldElsewhere || !level.isGreaterOrEqual(Level.INFO)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  static boolean isLogger(String name) {
    return name.startsWith(PACKAGE);
  }

  /** The message without what Discord sent. */
  static String shown(String message) {
    return CONTENT.matcher(message).replaceFirst("");
  }
}
