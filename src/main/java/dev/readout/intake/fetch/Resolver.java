package dev.readout.intake.fetch;

import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Wire.Deadline;
import dev.readout.intake.fetch.Wire.RefusedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Finds and checks a host's addresses. Looks names up in threads of its own, since a look-up can
 * neither be interrupted nor given a time; at most eight at once. Thread-safe.
 */
final class Resolver implements AutoCloseable {
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
  Pinned resolve(HttpUrl url, Deadline deadline) throws IOException {
    String host = url.host();
    Optional<InetAddress> literal = AddressRules.literal(host);
    List<InetAddress> addresses =
        literal.isPresent() ? List.of(literal.get()) : lookUp(host, deadline);
    rules.checkAddresses(url, addresses);
    return new Pinned(host, addresses);
  }

  private List<InetAddress> lookUp(String host, Deadline deadline) throws IOException {
    Future<List<InetAddress>> lookup;
    try {
      lookup = lookups.submit(() -> List.copyOf(dns.lookup(host)));
    } catch (RejectedExecutionException e) {
      throw new RefusedException(Reason.TIMED_OUT, "too many names being looked up");
    }
    try {
      return lookup.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new RefusedException(Reason.TIMED_OUT, "looking the name up");
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
