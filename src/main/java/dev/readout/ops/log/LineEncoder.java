package dev.readout.ops.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.readout.discord.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what is logged into lines, and takes out what must not be in them. Thread-safe. */
final class LineEncoder extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};

  /** A trace through JDA tells nothing of a network that is down. */
  private static final List<String> NETWORK = List.of("java.net.", "java.io.", "javax.net.ssl.");

  private final LineForm form;
  private final Hidden hidden;

  /** Null where every trace is written. */
  private final @Nullable SeenTraces seen;

  LineEncoder(LineForm form, Hidden hidden, @Nullable SeenTraces seen) {
    this.form = form;
    this.hidden = hidden;
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
    return form.text(line(event)).getBytes(StandardCharsets.UTF_8);
  }

  private Line line(ILoggingEvent event) {
    String logger = event.getLoggerName();
    String message = String.valueOf(event.getFormattedMessage());
    String interaction = event.getMDCPropertyMap().getOrDefault(Trace.INTERACTION, "");
    return new Line(
        event.getInstant(),
        event.getLevel().toString(),
        logger.substring(logger.lastIndexOf('.') + 1),
        event.getThreadName(),
        interaction,
        hidden.in(Jda.isLogger(logger) ? Jda.shown(message) : message),
        hidden.in(exception(event, !interaction.isEmpty())));
  }

  private String exception(ILoggingEvent event, boolean isInteraction) {
    IThrowableProxy proxy = event.getThrowableProxy();
    if (proxy == null) {
      return "";
    }
    boolean isJda = Jda.isLogger(event.getLoggerName());
    Thrown thrown = new Thrown(proxy, isInteraction || isJda);
    if (isJda && NETWORK.stream().anyMatch(thrown::isCausedBy)) {
      return thrown.summary("");
    }
    return seen == null
        ? thrown.trace()
        : seen.before(
                event.getLoggerName() + event.getMessage() + thrown.origin(), event.getInstant())
            .map(at -> thrown.summary("; its trace is at " + PlainLine.time(at)))
            .orElseGet(thrown::trace);
  }
}
