package dev.readout.discord.standin;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Fails a test in which JDA warned of something: a payload that JDA cannot read is a warning and
 * silence. As a field, {@code @RegisterExtension final JdaLog jdaLog = new JdaLog()}, or by hand
 * with {@link #open} and {@link #close}. What it collects is not printed. Thread-safe.
 */
public final class JdaLog implements BeforeEachCallback, AfterEachCallback, AutoCloseable {
  private static final String JDA = "net.dv8tion.jda";

  /** JDA's own races while it is closed: its threads end before those that still send. */
  private static final List<String> CLOSING =
      List.of(
          "Was unable to schedule next packet due to rejected",
          "Unable to acquire lock while thread is interrupted");

  private final List<String> expected = new CopyOnWriteArrayList<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Collector collector = new Collector();

  /** Starts to watch, and returns itself. */
  public JdaLog open() {
    Logger logger = logger();
    collector.setContext(logger.getLoggerContext());
    collector.start();
    logger.addAppender(collector);
    logger.setAdditive(false);
    return this;
  }

  private static Logger logger() {
    return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(JDA);
  }

  /** Lets warnings and errors pass that contain this, from now on and in this test only. */
  public void expect(String part) {
    expected.add(part);
  }

  /** All warnings and errors so far, a line each, also the expected. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Those that nobody expected. */
  public List<String> unexpected() {
    return lines.stream()
        .filter(line -> CLOSING.stream().noneMatch(line::contains))
        .filter(line -> expected.stream().noneMatch(line::contains))
        .toList();
  }

  /** Stops watching, and throws {@link AssertionError} if something unexpected was logged. */
  @Override
  public void close() {
    Logger logger = logger();
    logger.detachAppender(collector);
    logger.setAdditive(true);
    collector.stop();
    List<String> bad = unexpected();
    lines.clear();
    expected.clear();
    if (!bad.isEmpty()) {
      throw new AssertionError("JDA warned:\n" + String.join("\n", bad));
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    open();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  private final class Collector extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
        lines.add(line(event));
      }
    }

    private static String line(ILoggingEvent event) {
      String cause =
          Optional.ofNullable(event.getThrowableProxy()).map(JdaLog::describe).orElse("");
      return event.getLevel()
          + " "
          + event.getLoggerName()
          + ": "
          + event.getFormattedMessage()
          + cause;
    }
  }

  private static String describe(IThrowableProxy thrown) {
    StringBuilder text = new StringBuilder();
    for (IThrowableProxy at = thrown; at != null; at = at.getCause()) {
      text.append(" <- ").append(at.getClassName()).append(": ").append(at.getMessage());
      if (at.getStackTraceElementProxyArray().length > 0) {
        text.append(' ').append(at.getStackTraceElementProxyArray()[0]);
      }
    }
    return text.toString();
  }
}
