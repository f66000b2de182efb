package dev.readout.intake.fetch;

import crawlercommons.robots.SimpleRobotRulesParser;
import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Wire.Body;
import dev.readout.intake.fetch.Wire.RefusedException;
import dev.readout.intake.fetch.Wire.Reply;
import dev.readout.intake.fetch.Wire.Resolver;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One fetch: follows redirects by hand, so that each hop is checked like the first, asks each
 * host's robots.txt, and looks each host up once. Confined to one thread.
 *
 * <p>robots.txt as RFC 9309 has it: one that the server says is not there (4xx) allows everything
 * (2.3.1.3), as does one behind too many redirects (2.3.1.2); one that cannot be got for another
 * reason allows nothing now (2.3.1.4).
 */
final class Visit {
  static final int MAX_REDIRECTS = 5;

  private final Wire wire;
  private final AddressRules rules;
  private final RobotsFiles robots;
  private final Headers agent;
  private final Scope asker;
  private final Wire.Deadline deadline;
  private final Map<String, Resolver.Pinned> hosts = new HashMap<>();

  Visit(
      Wire wire,
      AddressRules rules,
      RobotsFiles robots,
      Headers agent,
      Scope asker,
      Wire.Deadline deadline) {
    this.wire = wire;
    this.rules = rules;
    this.robots = robots;
    this.agent = agent;
    this.asker = asker;
    this.deadline = deadline;
  }

  /** What is at the end of the page's redirects. */
  Landing page(HttpUrl start, Headers conditions, OutputStream to) throws IOException {
    Headers headers = agent.newBuilder().addAll(conditions).build();
    return follow(start, headers, new Body(to, Original.MAX_BYTES), true);
  }

  /** The same without asking robots.txt. */
  Landing file(HttpUrl start, Body body) throws IOException {
    return follow(start, agent, body, false);
  }

  private Landing follow(HttpUrl start, Headers headers, Body body, boolean asRobot)
      throws IOException {
    HttpUrl at = start;
    HttpUrl movedTo = null;
    boolean forGood = true;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      if (asRobot) {
        askRobots(at);
      }
      Reply reply = wire.get(at, headers, body, pinned(at), asker, deadline);
      String location = reply.headers().get("Location");
      if (!isRedirect(reply.status()) || location == null) {
        return new Landing(at, movedTo, reply);
      }
      at = rules.next(at, location);
      forGood = forGood && (reply.status() == 301 || reply.status() == 308);
      movedTo = forGood ? at : movedTo;
    }
    throw new RefusedException(Reason.TOO_MANY_REDIRECTS, "over " + MAX_REDIRECTS);
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private Resolver.Pinned pinned(HttpUrl url) throws IOException {
    Resolver.Pinned known = hosts.get(url.host());
    if (known == null) {
      known = wire.resolve(url, deadline);
      hosts.put(url.host(), known);
    } else {
      // Another port than before, perhaps.
      rules.checkAddresses(url, known.addresses());
    }
    return known;
  }

  private void askRobots(HttpUrl page) throws IOException {
    HttpUrl file = page.newBuilder().encodedPath("/robots.txt").query(null).fragment(null).build();
    ByteString text = robots.find(file).orElse(null);
    if (text == null) {
      text = robotsText(file);
      robots.keep(file, text);
    }
    if (!RobotsFiles.allows(text, file, page)) {
      throw new RefusedException(Reason.ROBOTS, "robots.txt of " + page.host());
    }
  }

  private ByteString robotsText(HttpUrl file) throws IOException {
    Buffer body = new Buffer();
    Reply reply;
    try {
      Body all = new Body(body.outputStream(), RobotsFiles.MAX_BYTES);
      reply = follow(file, agent, all, false).reply();
    } catch (RefusedException e) {
      if (e.refused().reason() == Reason.TOO_MANY_REDIRECTS) {
        return ByteString.EMPTY;
      }
      throw new RefusedException(e.refused().reason(), "robots.txt: " + e.refused().detail());
    }
    int status = reply.status();
    if (status >= 200 && status < 300) {
      ByteString text = body.readByteString();
      return reply.cut() ? wholeLines(text) : text;
    }
    if (status >= 400 && status < 500) {
      return ByteString.EMPTY;
    }
    throw new RefusedException(Reason.SERVER_ERROR, "robots.txt: " + status);
  }

  /** Half of "Disallow: /private" would forbid everything. */
  private static ByteString wholeLines(ByteString text) {
    int end = text.lastIndexOf(ByteString.encodeUtf8("\n"));
    return text.substring(0, end < 0 ? 0 : end);
  }

  /** Where a page was, and where permanent redirects from the start led, null without such. */
  record Landing(HttpUrl at, @Nullable HttpUrl movedTo, Reply reply) {}

  /**
   * The robots.txt files read last: at most 64 of at most 512 KiB, 4 MiB together, for an hour
   * each. The files rather than their rules, whose size in memory has no good bound. Thread-safe.
   *
   * <p>Source: RFC 9309. It asks robots to read at least 500 KiB (2.5) and to keep no file longer
   * than a day (2.4).
   */
  static final class RobotsFiles {
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
}
