package dev.readout.ops;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.readout.discord.command.Trace;
import dev.readout.ops.StackTrace.SeenTraces;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns what is logged into lines, and takes out what must not be in them. Thread-safe. */
final class LineEncoder extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};

  /** A trace through JDA tells nothing of a network that is down. */
  private static final List<String> NETWORK = List.of("java.net.", "java.io.", "javax.net.ssl.");

  private final Function<LogLine, String> form;
  private final Masking masking;

  /** Null where every trace is written. */
  private final @Nullable SeenTraces seen;

  LineEncoder(Function<LogLine, String> form, Masking masking, @Nullable SeenTraces seen) {
    this.form = form;
    this.masking = masking;
    this.seen = seen;
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    return form.apply(line(event)).getBytes(StandardCharsets.UTF_8);
  }

  private LogLine line(ILoggingEvent event) {
    String logger = event.getLoggerName();
    String message = String.valueOf(event.getFormattedMessage());
    String interaction = event.getMDCPropertyMap().getOrDefault(Trace.INTERACTION, "");
    return new LogLine(
        event.getInstant(),
        event.getLevel().toString(),
        logger.substring(logger.lastIndexOf('.') + 1),
        event.getThreadName(),
        interaction,
        masking.of(JdaFilter.isLogger(logger) ? JdaFilter.shown(message) : message),
        masking.of(exception(event, !interaction.isEmpty())));
  }

  private String exception(ILoggingEvent event, boolean isInteraction) {
    IThrowableProxy proxy = event.getThrowableProxy();
    if (proxy == null) {
      return "";
    }
    boolean isJda = JdaFilter.isLogger(event.getLoggerName());
    StackTrace trace = new StackTrace(proxy, isInteraction || isJda);
    if (isJda && NETWORK.stream().anyMatch(trace::isCausedBy)) {
      return trace.summary("");
    }
    return seen == null
        ? trace.trace()
        : seen.before(
                event.getLoggerName() + event.getMessage() + trace.origin(), event.getInstant())
            .map(at -> trace.summary("; its trace is at " + LogLine.text(at)))
            .orElseGet(trace::trace);
  }
}
