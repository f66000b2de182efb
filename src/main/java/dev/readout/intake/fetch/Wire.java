package dev.readout.intake.fetch;

import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetched.Refused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Single requests, without redirects. Connects only to addresses that were checked for this fetch:
 * no proxy but the settings'; no connection kept for a later fetch; HTTP/1.1 alone, since an HTTP/2
 * connection may be shared by hosts. Thread-safe.
 */
final class Wire implements AutoCloseable {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

  private static final int HTTP_PORT = 80;

  private static final int PIECE_BYTES = 8 << 10;

  private final FairTurn.HostTurns turns = new FairTurn.HostTurns();
  private final AddressRules rules;
  private final @Nullable URI proxy;
  private final Resolver resolver;
  private final OkHttpClient client;

  Wire(AddressRules rules, Dns dns, @Nullable URI proxy) {
    this.rules = rules;
    this.proxy = proxy;
    this.resolver = new Resolver(rules, dns);
    this.client =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .protocols(List.of(Protocol.HTTP_1_1))
            .cookieJar(CookieJar.NO_COOKIES)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(CONNECT_WITHIN)
            // A call's own limit is its only one.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .build();
  }

  Resolver.Pinned resolve(HttpUrl url, Deadline deadline) throws IOException {
    return resolver.resolve(url, deadline);
  }

  /** What the host answers; a success's body only as far as asked for, after decompression. */
  Reply get(
      HttpUrl url, Headers headers, Body body, Resolver.Pinned host, Scope asker, Deadline deadline)
      throws IOException {
    Request request = new Request.Builder().url(url).headers(headers).build();
    try (var _ = turns.take(url.host(), asker, deadline)) {
      InetSocketAddress through = proxy == null || rules.isBridge(url) ? null : address(proxy);
      GuardedSockets sockets = new GuardedSockets(rules, rules.isBridge(url), through);
      Call call =
          client
              .newBuilder()
              .proxy(through == null ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, through))
              .socketFactory(sockets)
              .dns(host)
              .build()
              .newCall(request);
      call.timeout().timeout(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      try (Response response = call.execute()) {
        if (!response.isSuccessful()) {
          return new Reply(response.code(), response.headers(), false);
        }
        boolean cut = !body.takes(response.body().source(), sockets);
        if (cut) {
          // Closing alone would go on reading for a moment, in the hope to use the connection
          // again.
          call.cancel();
        }
        return new Reply(response.code(), response.headers(), cut);
      }
    }
  }

  /** Where the proxy is now; whoever runs the bot has named it. */
  private static InetSocketAddress address(URI proxy) throws UnknownHostException {
    int port = proxy.getPort() < 0 ? HTTP_PORT : proxy.getPort();
    return new InetSocketAddress(InetAddress.getByName(proxy.getHost()), port);
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    resolver.close();
  }

  /** Where a body goes, and how much of it is taken. */
  record Body(OutputStream to, int maxBytes) {
    /** False where there is more than is taken. */
    private boolean takes(BufferedSource source, GuardedSockets sockets) throws IOException {
      Buffer piece = new Buffer();
      long left = maxBytes;
      while (source.read(piece, PIECE_BYTES) >= 0) {
        sockets.received();
        if (piece.size() > left) {
          piece.writeTo(to, left);
          return false;
        }
        left -= piece.size();
        piece.writeTo(to);
      }
      return true;
    }
  }

  /** An answer; cut where more followed than was taken. */
  record Reply(int status, Headers headers, boolean cut) {}

  /** When a fetch must be over, on the clock of {@link System#nanoTime}. Immutable. */
  record Deadline(long endNanos) {
    static Deadline in(Duration time) {
      return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Always positive, since OkHttp takes 0 for "no limit". */
    Duration remaining() throws RefusedException {
      long nanos = endNanos - System.nanoTime();
      if (nanos <= 0) {
        throw new RefusedException(Fetched.Reason.TIMED_OUT, "no time left");
      }
      return Duration.ofNanos(nanos);
    }
  }

  /** Ends a fetch from anywhere below, through OkHttp's frames too. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Refused refused;

    RefusedException(Refused refused) {
      super(refused.reason() + ": " + refused.detail());
      this.refused = refused;
    }

    RefusedException(Fetched.Reason reason, String detail) {
      this(Refused.because(reason, detail));
    }

    Refused refused() {
      return refused;
    }
  }

  /** Finds and checks a host's addresses, in eight threads, since a look-up has no time limit. */
  static final class Resolver implements AutoCloseable {
    private static final int MAX_LOOKUPS = 8;

    private final AddressRules rules;
    private final Dns dns;
    private final ExecutorService lookups =
        new ThreadPoolExecutor(
            0,
            MAX_LOOKUPS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("fetch-lookup-", 0).factory());

    Resolver(AddressRules rules, Dns dns) {
      this.rules = rules;
      this.dns = dns;
    }

    /** The host's addresses, all of them allowed. */
    Pinned resolve(HttpUrl url, Wire.Deadline deadline) throws IOException {
      String host = url.host();
      Optional<InetAddress> literal = AddressRules.literal(host);
      List<InetAddress> addresses =
          literal.isPresent() ? List.of(literal.get()) : lookUp(host, deadline);
      rules.checkAddresses(url, addresses);
      return new Pinned(host, addresses);
    }

    private List<InetAddress> lookUp(String host, Wire.Deadline deadline) throws IOException {
      Future<List<InetAddress>> lookup;
      try {
        lookup = lookups.submit(() -> List.copyOf(dns.lookup(host)));
      } catch (RejectedExecutionException e) {
        throw new Wire.RefusedException(Fetched.Reason.TIMED_OUT, "too many names being looked up");
      }
      try {
        return lookup.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        throw new Wire.RefusedException(Fetched.Reason.TIMED_OUT, "looking the name up");
      } catch (ExecutionException e) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(e.getCause());
        throw unknown;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      } finally {
        lookup.cancel(false);
      }
    }

    @Override
    public void close() {
      lookups.shutdownNow();
    }

    /** A host's addresses for one fetch: a name server is not asked twice. Immutable. */
    record Pinned(String host, List<InetAddress> addresses) implements Dns {
      Pinned {
        addresses = List.copyOf(addresses);
      }

      @Override
      public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        if (!hostname.equals(host)) {
          throw new UnknownHostException(hostname);
        }
        return addresses;
      }
    }
  }
}
