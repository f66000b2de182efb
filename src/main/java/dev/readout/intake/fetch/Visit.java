package dev.readout.intake.fetch;

import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Wire.Body;
import dev.readout.intake.fetch.Wire.Deadline;
import dev.readout.intake.fetch.Wire.RefusedException;
import dev.readout.intake.fetch.Wire.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
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
  private final Deadline deadline;
  private final Map<String, Resolver.Pinned> hosts = new HashMap<>();

  Visit(
      Wire wire,
      AddressRules rules,
      RobotsFiles robots,
      Headers agent,
      Scope asker,
      Deadline deadline) {
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
}
