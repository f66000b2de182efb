package dev.readout.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.readout.ops.LogSetup.LogSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * What is written to standard error while the log is as a bot's, until closed. Changes the log of
 * the whole process, and sets it back.
 */
public final class CapturedLog implements AutoCloseable {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream before = System.err;
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = context.getLogger("dev.readout");
  private final Level rootLevel = root.getLevel();
  private final Level ourLevel = ours.getLevel();
  private final Encoder<ILoggingEvent> encoder = appender().getEncoder();
  private final Thread.UncaughtExceptionHandler handler =
      Thread.getDefaultUncaughtExceptionHandler();

  private CapturedLog() {}

  /** From now on. */
  public static CapturedLog of(LogSettings settings, String token) {
    CapturedLog log = new CapturedLog();
    System.setErr(new PrintStream(log.written, true, StandardCharsets.UTF_8));
    LogSetup.serve(settings, token);
    return log;
  }

  private ConsoleAppender<ILoggingEvent> appender() {
    return (ConsoleAppender<ILoggingEvent>) root.getAppender("stderr");
  }

  /** What libraries log, too, from this level on. */
  public CapturedLog withLibraries(Level level) {
    root.setLevel(level);
    return this;
  }

  /** Nothing of this one; for what runs beside the bot in a test alone. */
  public void silence(String logger) {
    context.getLogger(logger).setLevel(Level.OFF);
  }

  public String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  public List<String> lines() {
    return text().lines().toList();
  }

  @Override
  public void close() {
    System.setErr(before);
    appender().setEncoder(encoder);
    root.setLevel(rootLevel);
    ours.setLevel(ourLevel);
    Thread.setDefaultUncaughtExceptionHandler(handler);
  }
}
