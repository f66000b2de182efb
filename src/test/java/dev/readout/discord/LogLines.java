package dev.readout.discord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.readout.discord.command.Trace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;

/**
 * What Readout itself logs at INFO and above until this is closed, each line with the interaction
 * that it is about. Thread-safe.
 */
final class LogLines implements AutoCloseable {
  private static final String READOUT = "dev.readout";
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

  private final String source;
  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
            event.prepareForDeferredProcessing(); // by the thread that logs
            events.add(event);
          }
        }
      };

  private LogLines(String source) {
    this.source = source;
  }

  static LogLines open() {
    return open(READOUT);
  }

  /** The same of everything under a logger, such as JDA's. */
  static LogLines open(String logger) {
    LogLines lines = new LogLines(logger);
    Logger source = lines.logger();
    lines.appender.setContext(source.getLoggerContext());
    lines.appender.start();
    source.addAppender(lines.appender);
    return lines;
  }

  private Logger logger() {
    return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(source);
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

  /** The interactions of the lines that contain this, empty for none, in the order of the lines. */
  List<String> interactions(String part) {
    return events.stream()
        .filter(event -> event.getFormattedMessage().contains(part))
        .map(LogLines::interaction)
        .toList();
  }

  private static String interaction(ILoggingEvent event) {
    return event.getMDCPropertyMap().getOrDefault(Trace.INTERACTION, "");
  }

  private static String line(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    String line = event.getLevel() + " [" + interaction(event) + "] " + event.getFormattedMessage();
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
