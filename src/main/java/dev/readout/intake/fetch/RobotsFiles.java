package dev.readout.intake.fetch;

import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * The robots.txt files read last: at most 64 of at most 512 KiB, 4 MiB together, for an hour each.
 * The files rather than their rules, whose size in memory has no good bound. Thread-safe.
 *
 * <p>Source: RFC 9309. It asks robots to read at least 500 KiB (2.5) and to keep no file longer
 * than a day (2.4).
 */
final class RobotsFiles {
  static final int MAX_BYTES = 512 << 10;

  /** What robots.txt files call us; compared without case. */
  static final String ROBOT = "readout";

  static final int MAX_FILES = 64;
  static final long MAX_KEPT_BYTES = 4 << 20;
  static final Duration KEPT = Duration.ofHours(1);

  private final LongSupplier nanos;

  /** Least recently used first. */
  private final LinkedHashMap<HttpUrl, Kept> files = new LinkedHashMap<>(16, 0.75f, true);

  /** None yet; nanoseconds are those since some moment. */
  RobotsFiles(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Empty when there is none or it is too old; an empty file is one that was not there. */
  synchronized Optional<ByteString> find(HttpUrl address) {
    Kept kept = files.get(address);
    if (kept == null || nanos.getAsLong() - kept.since() >= KEPT.toNanos()) {
      return Optional.empty();
    }
    return Optional.of(kept.text());
  }

  synchronized void keep(HttpUrl address, ByteString text) {
    files.put(address, new Kept(text, nanos.getAsLong()));
    while (files.size() > MAX_FILES || bytes() > MAX_KEPT_BYTES) {
      files.pollFirstEntry();
    }
  }

  private long bytes() {
    return files.values().stream().mapToLong(kept -> kept.text().size()).sum();
  }

  /** How many files are kept. */
  synchronized int size() {
    return files.size();
  }

  static boolean allows(ByteString text, HttpUrl file, HttpUrl page) {
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    // It takes a long delay for "never", but it is a moderator who asks, for a page at a time.
    parser.setMaxCrawlDelay(Long.MAX_VALUE);
    // They would be logged.
    parser.setMaxWarnings(0);
    return parser
        .parseContent(file.toString(), text.toByteArray(), "text/plain", Set.of(ROBOT))
        .isAllowed(page.toString());
  }

  private record Kept(ByteString text, long since) {}
}
