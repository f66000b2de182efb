package dev.readout.discord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;

/** What Readout itself logs at INFO and above until this is closed. Thread-safe. */
final class LogLines implements AutoCloseable {
  private static final String READOUT = "dev.readout";
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(15);

  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
            events.add(event);
          }
        }
      };

  private LogLines() {}

  static LogLines open() {
    LogLines lines = new LogLines();
    Logger logger = logger();
    lines.appender.setContext(logger.getLoggerContext());
    lines.appender.start();
    logger.addAppender(lines.appender);
    return lines;
  }

  private static Logger logger() {
    return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(READOUT);
  }

  /** Each with its stack trace. */
  List<String> all() {
    return events.stream().map(LogLines::line).toList();
  }

  List<String> errors() {
    return events.stream()
        .filter(event -> event.getLevel() == Level.ERROR)
        .map(LogLines::line)
        .toList();
  }

  private static String line(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    String line = event.getLevel() + " " + event.getFormattedMessage();
    return thrown == null ? line : line + "\n" + ThrowableProxyUtil.asString(thrown);
  }

  /** Waits for a line that contains this. */
  String await(String part) {
    return Awaitility.await()
        .atMost(LONG_ENOUGH)
        .until(
            () -> all().stream().filter(line -> line.contains(part)).findFirst().orElse(""),
            line -> !line.isEmpty());
  }

  @Override
  public void close() {
    logger().detachAppender(appender);
    appender.stop();
  }
}
