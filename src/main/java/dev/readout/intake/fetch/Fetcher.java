package dev.readout.intake.fetch;

import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetched.Document;
import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Fetched.Refused;
import dev.readout.intake.fetch.Original.Content;
import dev.readout.intake.fetch.Visit.Landing;
import dev.readout.intake.fetch.Wire.Deadline;
import dev.readout.intake.fetch.Wire.RefusedException;
import dev.readout.intake.fetch.Wire.Reply;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches documents from the public Internet by http and https, and from nowhere else.
 *
 * <p>Limits: ports 80 and 443; {@link Original#MAX_BYTES} after decompression; the time in the
 * settings for everything together; five redirects, none from https to http; one request a host at
 * a time, the servers in turn, and waiting for it counts. Asks robots.txt (RFC 9309), sends no
 * cookies and no credentials, takes no proxy from the environment, keeps no connection. A host is
 * fetched from only if all its addresses are public, and through those addresses only: see {@link
 * ReservedRanges}; but for the bridge in the settings. A proxy looks names up by itself, after they
 * were looked up and found public here.
 *
 * <p>Thread-safe. A fetch blocks its thread; interrupting it ends the fetch.
 */
public final class Fetcher implements AutoCloseable {
  /** Longest {@code ETag} or {@code Last-Modified} that is kept and sent back, in characters. */
  static final int MAX_VALIDATOR_CHARS = 512;

  private final FetchSettings settings;
  private final Spool spool;
  private final InstantSource clock;
  private final AddressRules rules;
  private final Visit.RobotsFiles robots;
  private final Wire wire;
  private final Headers agent;

  /** Fetches into the spool, where documents are until whoever has fetched them closes them. */
  public Fetcher(FetchSettings settings, Spool spool, InstantSource clock) {
    this(settings, spool, clock, Dns.SYSTEM);
  }

  Fetcher(FetchSettings settings, Spool spool, InstantSource clock, Dns dns) {
    this.settings = settings;
    this.spool = spool;
    this.clock = clock;
    this.rules = new AddressRules(settings.allowLoopback(), settings.bridge());
    this.robots = new Visit.RobotsFiles(System::nanoTime);
    this.wire = new Wire(rules, dns, settings.proxy());
    this.agent = Headers.of("User-Agent", userAgent(settings.contact()), "Accept", "*/*");
  }

  private static String userAgent(@Nullable String contact) {
    String version = Fetcher.class.getPackage().getImplementationVersion();
    String whom = contact == null ? "" : "; " + contact.replaceAll("[^\\x21-\\x7e]|[()]", "");
    String name = "Readout/" + Objects.requireNonNullElse(version, "dev");
    return name + " (self-hosted Discord bot" + whom + ")";
  }

  /** Never throws for what a person, a page or the network does. */
  public Fetched fetch(FetchRequest request) {
    try {
      Spool.File body = spool.create();
      Fetched fetched = fetch(request, body);
      if (!(fetched instanceof Document)) {
        body.close();
      }
      return fetched;
    } catch (Spool.NoRoomException e) {
      return refused(e);
    }
  }

  private Fetched fetch(FetchRequest request, Spool.File body) {
    Deadline deadline = Deadline.in(settings.within());
    try {
      HttpUrl start = rules.start(request.address());
      Visit visit = new Visit(wire, rules, robots, agent, request.asker(), deadline);
      Headers conditions = conditions(request);
      return outcome(visit.page(start, conditions, body), conditions, body);
    } catch (IOException e) {
      return refused(e);
    } catch (IllegalArgumentException e) {
      // OkHttp takes some headers for what they cannot be: a length below zero.
      return Refused.because(Reason.UNREACHABLE, "no HTTP: " + e.getMessage());
    }
  }

  /** TLS wraps whatever ends it. */
  private static Refused refused(IOException e) {
    return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
        .filter(RefusedException.class::isInstance)
        .map(refusal -> ((RefusedException) refusal).refused())
        .findFirst()
        .orElseGet(
            () -> Refused.because(reason(e), e.getClass().getSimpleName() + ": " + e.getMessage()));
  }

  /** The file at an operator's address, of any type and without robots.txt; throws if it cannot. */
  public byte[] download(URI address, int maxBytes) throws IOException {
    Deadline deadline = Deadline.in(settings.within());
    Visit visit = new Visit(wire, rules, robots, agent, Scope.GLOBAL, deadline);
    Buffer body = new Buffer();
    Wire.Body all = new Wire.Body(body.outputStream(), maxBytes);
    Reply reply = visit.file(rules.start(address), all).reply();
    if (reply.cut()) {
      throw new RefusedException(Reason.TOO_LARGE, "over " + maxBytes + " bytes");
    }
    if (reply.status() != 200) {
      throw new RefusedException(reason(reply.status()), "status " + reply.status());
    }
    return body.readByteArray();
  }

  /** Ends fetches under way, as timed out or unreachable. */
  @Override
  public void close() {
    wire.close();
  }

  private static Headers conditions(FetchRequest request) {
    Headers.Builder conditions = new Headers.Builder();
    String etag = validator(request.etag());
    if (etag != null) {
      conditions.add("If-None-Match", etag);
    }
    String lastModified = validator(request.lastModified());
    if (lastModified != null) {
      conditions.add("If-Modified-Since", lastModified);
    }
    return conditions.build();
  }

  /** Null for what cannot be sent back as it came, which is the server's loss. */
  private static @Nullable String validator(@Nullable String value) {
    boolean usable =
        value != null
            && !value.isBlank()
            && value.length() <= MAX_VALIDATOR_CHARS
            && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    return usable ? value : null;
  }

  private Fetched outcome(Landing landing, Headers conditions, Content body)
      throws RefusedException {
    Reply reply = landing.reply();
    int status = reply.status();
    if (status == 304 && conditions.size() > 0) {
      return new Fetched.Unchanged(
          uri(landing.at()),
          movedTo(landing),
          validator(reply.headers().get("ETag")),
          validator(reply.headers().get("Last-Modified")));
    }
    if (status >= 200 && status < 300 && status != 206) {
      return document(landing, body);
    }
    return new Refused(reason(status), "status " + status, retryAfter(reply.headers()));
  }

  private static Document document(Landing landing, Content body) throws RefusedException {
    Reply reply = landing.reply();
    Headers headers = reply.headers();
    String type = headers.get("Content-Type");
    if (reply.cut()) {
      throw new RefusedException(Reason.TOO_LARGE, "over " + Original.MAX_BYTES + " bytes");
    }
    if (body.size() == 0) {
      throw new RefusedException(Reason.EMPTY, "status " + reply.status());
    }
    // OkHttp takes the one away that it asked for and undid.
    String encoding = headers.get("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new RefusedException(Reason.UNSUPPORTED_TYPE, "encoded as " + encoding);
    }
    Format format =
        Format.detect(body, type, landing.at().pathSegments().getLast())
            .orElseThrow(() -> new RefusedException(Reason.UNSUPPORTED_TYPE, "said to be " + type));
    return new Document(
        uri(landing.at()),
        movedTo(landing),
        Original.of(body, format, Format.declaredCharset(type).orElse(null)),
        validator(headers.get("ETag")),
        validator(headers.get("Last-Modified")));
  }

  private static @Nullable URI movedTo(Landing landing) throws RefusedException {
    return landing.movedTo() == null ? null : uri(landing.movedTo());
  }

  private static URI uri(HttpUrl url) throws RefusedException {
    try {
      return url.uri();
    } catch (RuntimeException e) {
      // OkHttp documents it for the few addresses that are a URL but not, even mended, a URI.
      throw new RefusedException(Reason.BAD_ADDRESS, "no URI: " + e.getMessage());
    }
  }

  private static Reason reason(int status) {
    return switch (status) {
      case 404, 410 -> Reason.GONE;
      case 429 -> Reason.RATE_LIMITED;
      // The server's own slowness, whatever its number says.
      case 408 -> Reason.SERVER_ERROR;
      default -> status >= 400 && status < 500 ? Reason.DENIED : Reason.SERVER_ERROR;
    };
  }

  private static Reason reason(IOException e) {
    return switch (e) {
      case Spool.NoRoomException _ -> Reason.NO_ROOM;
      case UnknownHostException _ -> Reason.UNKNOWN_HOST;
      case InterruptedIOException _ -> Reason.TIMED_OUT;
      case SSLException _ -> Reason.TLS;
      default -> Reason.UNREACHABLE;
    };
  }

  /** Seconds or a date (RFC 9110, 10.2.3); null for neither. */
  private @Nullable Duration retryAfter(Headers headers) {
    String value = headers.get("Retry-After");
    if (value == null) {
      return null;
    }
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    Optional<Instant> then = Optional.ofNullable(headers.getInstant("Retry-After"));
    Duration wait = then.map(day -> Duration.between(clock.instant(), day)).orElse(null);
    return wait == null || wait.isNegative() ? null : wait;
  }

  /** What to fetch for whom, where known only if it has changed; what may not be is refused. */
  public record FetchRequest(
      Scope asker, URI address, @Nullable String etag, @Nullable String lastModified) {
    /** Fetches it whether or not it has changed. */
    public static FetchRequest of(Scope asker, URI address) {
      return new FetchRequest(asker, address, null, null);
    }
  }

  /**
   * How fetching is bounded: within 100 ms to 60 s, with all that it waits for; through a proxy,
   * that speaks HTTP, if any; the bridge alone, by scheme, host and port, may be in a private
   * network. Loopback addresses pass in tests only. Immutable.
   */
  public record FetchSettings(
      boolean allowLoopback,
      Duration within,
      @Nullable String contact,
      @Nullable URI proxy,
      @Nullable URI bridge) {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** 20 s, public addresses only. */
    public static final FetchSettings STANDARD = new FetchSettings(false, Duration.ofSeconds(20));

    public FetchSettings {
      if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "not within " + SHORTEST + " to " + LONGEST + ": " + within);
      }
    }

    /** Straight to public addresses. */
    public FetchSettings(boolean allowLoopback, Duration within) {
      this(allowLoopback, within, null, null, null);
    }
  }
}
