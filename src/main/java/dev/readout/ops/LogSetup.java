package dev.readout.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.readout.config.Setting;
import dev.readout.ops.LineEncoder.LogLine;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sets up logging: standard error only, since standard output belongs to answers; our own lines
 * from INFO on, others' from WARN. {@code READOUT_LOG} names another level for ours. In code rather
 * than in XML, which takes Logback a tenth of a second to read at every start. Found by Logback as
 * a service; thread-safe after start.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
  /** The loggers of Readout's own classes. */
  private static final String OURS = "dev.readout";

  private static final String APPENDER = "stderr";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setName(APPENDER);
    appender.setContext(context);
    appender.setTarget("System.err");
    write(appender, new LineEncoder(LogLine::terminal, new LineEncoder.Masking(""), null));
    appender.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    context.addTurboFilter(new LineEncoder.JdaFilter());
    // They log what they throw as well.
    context.getLogger("org.flywaydb").setLevel(Level.OFF);
    context.getLogger("org.sqlite").setLevel(Level.OFF);
    // It warns of every line that is no rule, and strangers write robots.txt.
    context.getLogger("crawlercommons").setLevel(Level.ERROR);
    // The letters of pictures have no names, and need none.
    context.getLogger("org.apache.fontbox").setLevel(Level.ERROR);
    String level = Objects.requireNonNullElse(System.getenv("READOUT_LOG"), "INFO");
    context.getLogger(OURS).setLevel(Level.toLevel(level, Level.INFO));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static void write(ConsoleAppender<ILoggingEvent> appender, LineEncoder encoder) {
    encoder.setContext(appender.getContext());
    encoder.start();
    appender.setEncoder(encoder);
  }

  /** Logs as the bot does from now on, without its token; called before other threads log. */
  public static void serve(LogSettings settings, String token) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    if (appender(context) instanceof ConsoleAppender<ILoggingEvent> appender) {
      write(
          appender,
          new LineEncoder(
              settings.format().form(),
              new LineEncoder.Masking(token),
              new StackTrace.SeenTraces()));
    }
    context.getLogger(OURS).setLevel(Level.valueOf(settings.level().name()));
    org.slf4j.Logger log = LoggerFactory.getLogger(LogSetup.class);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> log.error("thread '{}' ended", thread.getName(), failure));
  }

  private static @Nullable Appender<ILoggingEvent> appender(LoggerContext context) {
    return context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(APPENDER);
  }

  /** How the bot logs; of libraries it is from WARN on. Immutable. */
  public record LogSettings(LogFormat format, @Setting(variable = "READOUT_LOG") LogLevel level) {

    /** What lines look like where the bot serves. */
    public enum LogFormat {
      /** For people: time, level, the class that speaks, message. */
      PLAIN,
      /** For programs: one JSON object a line. */
      JSON;

      Function<LogLine, String> form() {
        return switch (this) {
          case PLAIN -> LogLine::plain;
          case JSON -> LogLine::json;
        };
      }
    }

    /** From which level on Readout's own lines are written; Logback's own. */
    public enum LogLevel {
      TRACE,
      DEBUG,
      INFO,
      WARN,
      ERROR,
      OFF
    }
  }
}
