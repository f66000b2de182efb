package dev.readout.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.spi.FilterReply;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.answer.SafeText;
import dev.readout.discord.command.Trace;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/** Turns what is logged into lines, and takes out what must not be in them. Thread-safe. */
final class LineEncoder extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};

  /** A trace through JDA tells nothing of a network that is down. */
  private static final List<String> NETWORK = List.of("java.net.", "java.io.", "javax.net.ssl.");

  private final Function<LogLine, String> form;
  private final Masking masking;

  /** Null where every trace is written. */
  private final StackTrace.@Nullable SeenTraces seen;

  LineEncoder(
      Function<LogLine, String> form, Masking masking, StackTrace.@Nullable SeenTraces seen) {
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

  /**
   * Keeps what members type out of the lines of JDA, Discord's library. Below INFO it prints all
   * that Discord sends and is sent, so there it stays silent, whatever level somebody sets. Above,
   * it prints an event that it cannot read: always on a line of its own, or as JSON. Thread-safe.
   */
  static final class JdaFilter extends TurboFilter {
    private static final String PACKAGE = "net.dv8tion.jda.";

    /** Where it says that Discord cannot be reached at its start; the bot ends with that anyway. */
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

  /**
   * Takes secrets out of text, wherever they came from: the bot's token, and the tokens of
   * interactions, with which anybody can reply in the bot's name for a quarter of an hour.
   * Thread-safe.
   */
  static final class Masking {
    static final String MARK = "<hidden>";

    /** As in Discord's addresses and in what Discord sends. */
    private static final Pattern INTERACTION_TOKEN =
        Pattern.compile("\\b((?:webhooks|interactions)/[0-9]+/)[^/\\s?\"']+");

    private static final Pattern TOKEN_FIELD = Pattern.compile("(\"token\"\\s*:\\s*\")[^\"]*");

    private final String token;

    /** Hides the bot's token; empty for none. */
    Masking(String token) {
      this.token = token;
    }

    String of(String text) {
      String shown = token.isEmpty() ? text : text.replace(token, MARK);
      if (shown.contains("s/")) { // as few lines do
        shown = INTERACTION_TOKEN.matcher(shown).replaceAll("$1" + MARK);
      }
      return shown.contains("\"token\"")
          ? TOKEN_FIELD.matcher(shown).replaceAll("$1" + MARK)
          : shown;
    }
  }

  /**
   * An event of the log, with nothing in it that must not be seen, and the lines that it makes. Not
   * by Logback's own layouts: reading a pattern takes a hundred classes at every start, and its
   * JSON has a number for the time and an object for each frame, which no log viewer shows as one.
   * Empty for no thread, interaction or exception. Immutable.
   */
  record LogLine(
      Instant time,
      String level,
      String logger,
      String thread,
      String interaction,
      String message,
      String exception) {
    /** UTC by ISO 8601, always with as many digits, so that lines can be sorted and compared. */
    private static final DateTimeFormatter TIME =
        new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private static final int LONGEST_LEVEL = "ERROR".length();

    /** What some readers take for the end of a line or a control, and half a character. */
    private static final Pattern ESCAPED = Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029\\p{Cs}]");

    static String text(Instant time) {
      return TIME.format(time);
    }

    /** For commands, whose reader is there: what is said. */
    String terminal() {
      return "readout: " + message + System.lineSeparator() + exception;
    }

    /** For people who read it later: when, how grave, who speaks, for what interaction, what. */
    String plain() {
      StringBuilder text = new StringBuilder(200);
      text.append(text(time)).append(' ').append(level);
      text.repeat(' ', LONGEST_LEVEL + 1 - level.length()).append(logger);
      if (!interaction.isEmpty()) {
        text.append(" [").append(interaction).append(']');
      }
      text.append(": ").append(SafeText.of(message)).append(System.lineSeparator());
      return text.append(exception).toString();
    }

    /** For programs: an object. */
    String json() {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      object.put("timestamp", text(time)).put("level", level);
      object.put("logger", logger).put("thread", thread);
      if (!interaction.isEmpty()) {
        object.put("interaction", interaction);
      }
      object.put("message", message);
      if (!exception.isEmpty()) {
        object.put("exception", exception.stripTrailing());
      }
      return ESCAPED
              .matcher(object.toString())
              .replaceAll(one -> "\\\\u" + HexFormat.of().toHexDigits(one.group().charAt(0)))
          + "\n";
    }
  }
}
