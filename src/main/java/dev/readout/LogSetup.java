package dev.readout;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Objects;
import org.slf4j.Logger;

/**
 * Sets up logging: standard error only, since standard output belongs to answers; our own lines
 * from INFO on, others' from WARN. {@code READOUT_LOG} names another level for ours. In code rather
 * than in XML, which takes Logback a tenth of a second to read at every start. Found by Logback as
 * a service; thread-safe after start.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("readout: %msg%n%ex");
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    // They log what they throw as well.
    context.getLogger("org.flywaydb").setLevel(Level.OFF);
    context.getLogger("org.sqlite").setLevel(Level.OFF);
    // It warns of every line that is no rule, and strangers write robots.txt.
    context.getLogger("crawlercommons").setLevel(Level.ERROR);
    String level = Objects.requireNonNullElse(System.getenv("READOUT_LOG"), "INFO");
    context.getLogger("dev.readout").setLevel(Level.toLevel(level, Level.INFO));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
