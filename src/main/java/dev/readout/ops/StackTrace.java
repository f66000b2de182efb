package dev.readout.ops;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.readout.answer.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exception in words. Where messages may repeat what a member typed, most are left out, since
 * libraries like to do so: the class and the trace tell enough.
 */
record StackTrace(IThrowableProxy thrown, boolean isGuarded) {
  /** Whose messages tell of the machine and not of what they were given. */
  private static final List<String> HARMLESS =
      List.of(
          ("dev.readout. java.io. java.net.ConnectException java.net.Socket "
                  + "java.net.UnknownHostException java.nio.file.AccessDenied "
                  + "java.nio.file.FileSystemException java.nio.file.NoSuchFile "
                  + "java.lang.IllegalStateException java.lang.NullPointerException "
                  + "java.lang.OutOfMemoryError java.sql.SQL org.sqlite.")
              .split(" ", -1));

  private static final int MAX_CAUSES = 20;

  String trace() {
    StringBuilder text = new StringBuilder(2_000);
    append(text, "", 1, thrown);
    return text.toString();
  }

  private void append(StringBuilder text, String prefix, int indent, IThrowableProxy one) {
    text.repeat('\t', indent - 1).append(prefix).append(head(one)).append(System.lineSeparator());
    ThrowableProxyUtil.subjoinSTEPArray(text, indent, one);
    for (IThrowableProxy suppressed : one.getSuppressed()) {
      append(text, "Suppressed: ", indent + 1, suppressed);
    }
    if (one.getCause() != null) {
      append(text, "Caused by: ", indent, one.getCause());
    }
  }

  /** The exception and its causes, without traces, on one line. */
  String summary(String note) {
    StringBuilder text = new StringBuilder(head(thrown));
    IThrowableProxy cause = thrown.getCause();
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      text.append(", caused by ").append(head(cause));
      cause = cause.getCause();
    }
    return text.append(note).append(System.lineSeparator()).toString();
  }

  private String head(IThrowableProxy one) {
    String message = one.getMessage();
    if (message == null || isOfItsCause(message, one.getCause())) {
      return one.getClassName();
    }
    boolean isShown = !isGuarded || HARMLESS.stream().anyMatch(one.getClassName()::startsWith);
    return one.getClassName() + ": " + (isShown ? SafeText.of(message) : LineEncoder.Masking.MARK);
  }

  /** As Java words a wrapper by itself; the cause tells it. */
  private static boolean isOfItsCause(String message, @Nullable IThrowableProxy cause) {
    return cause != null
        && message.startsWith(cause.getClassName())
        && message.endsWith(String.valueOf(cause.getMessage()));
  }

  /** The same for exceptions of the same kind from the same place. */
  String origin() {
    StringBuilder text = new StringBuilder();
    @Nullable IThrowableProxy one = thrown;
    for (int i = 0; one != null && i < MAX_CAUSES; i++) {
      var frames = one.getStackTraceElementProxyArray();
      text.append(one.getClassName()).append(frames.length == 0 ? "" : frames[0]).append('\n');
      one = one.getCause();
    }
    return text.toString();
  }

  /** Whether it is in the end one of these. */
  boolean isCausedBy(String packageName) {
    IThrowableProxy root = thrown;
    for (int i = 0; root.getCause() != null && i < MAX_CAUSES; i++) {
      root = root.getCause();
    }
    return root.getClassName().startsWith(packageName);
  }

  /** Remembers for an hour which traces were logged, so that each is logged once. Thread-safe. */
  static final class SeenTraces {
    static final Duration REMEMBERED = Duration.ofHours(1);

    private static final int MAX_REMEMBERED = 200;

    private final Map<String, Instant> seen = new LinkedHashMap<>();

    /** When the same was logged with its trace; empty if it is to be logged now. */
    synchronized Optional<Instant> before(String what, Instant now) {
      Instant last = seen.get(what);
      if (last != null && now.isBefore(last.plus(REMEMBERED))) {
        return Optional.of(last);
      }
      seen.remove(what);
      if (seen.size() == MAX_REMEMBERED) {
        seen.remove(seen.keySet().iterator().next());
      }
      seen.put(what, now);
      return Optional.empty();
    }
  }
}
