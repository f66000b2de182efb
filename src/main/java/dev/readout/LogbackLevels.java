package dev.readout;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.readout.ops.LogLevels;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/**
 * The levels of Logback's loggers, beside {@link LogSetup}, which sets them at start. Thread-safe.
 */
final class LogbackLevels implements LogLevels {
  private static final String ROOT = "root";

  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

  @Override
  public SortedMap<String, String> all() {
    SortedMap<String, String> levels = new TreeMap<>();
    for (Logger logger : context.getLoggerList()) {
      Level level = logger.getLevel();
      if (level != null) {
        boolean isRoot = logger.getName().equals(org.slf4j.Logger.ROOT_LOGGER_NAME);
        levels.put(isRoot ? ROOT : logger.getName(), level.toString());
      }
    }
    return levels;
  }

  @Override
  public void set(String logger, String level) {
    String name = logger.equals(ROOT) ? org.slf4j.Logger.ROOT_LOGGER_NAME : logger;
    context.getLogger(name).setLevel(Level.valueOf(level));
  }
}
