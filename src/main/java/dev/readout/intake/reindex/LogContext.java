package dev.readout.intake.reindex;

import java.util.Map;
import java.util.Objects;
import org.slf4j.MDC;

/** What lines of the log are about, taken along to another thread. */
final class LogContext {

  private LogContext() {}

  /** The same work, about what this thread works for now: who asked for it, perhaps. */
  static Runnable carried(Runnable work) {
    Map<String, String> context = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
    return () -> {
      MDC.setContextMap(context);
      try {
        work.run();
      } finally {
        MDC.clear();
      }
    };
  }
}
