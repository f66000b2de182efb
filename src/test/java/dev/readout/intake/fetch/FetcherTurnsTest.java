package dev.readout.intake.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetched.Document;
import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Fetcher.FetchRequest;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One request a host at a time, and the end of those under way. */
@Timeout(600)
final class FetcherTurnsTest extends FetcherLimitsFixture {
  private static final String PAGE = "<!doctype html><p>The talks ended.";

  @Test
  void fetch_interrupted_endsAndStaysInterrupted() throws Exception {
    try (Raw server = new Raw((out, end) -> end.await());
        Fetcher fetcher = new Fetcher(SETTINGS, LocalSite.SPOOL, InstantSource.system())) {
      Thread.currentThread().interrupt();
      assertThat(reason(fetcher, server.at("/page"))).isEqualTo(Reason.TIMED_OUT);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void fetch_sameHost_oneAtATime() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (LocalSite site = new LocalSite();
        Fetcher fetcher = new Fetcher(SETTINGS, LocalSite.SPOOL, InstantSource.system());
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      site.on(
          "/page",
          exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            // Gives the others time to come at once, if they may.
            await(new CountDownLatch(1), 30);
            now.decrementAndGet();
            LocalSite.send(exchange, "text/html", PAGE.getBytes(UTF_8));
          });
      List<Future<Fetched>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(
            callers.submit(() -> fetcher.fetch(FetchRequest.of(Scope.GLOBAL, site.at("/page")))));
      }
      for (Future<Fetched> one : all) {
        assertThat(one.get()).isInstanceOf(Document.class);
      }
      assertThat(most).hasValue(1);
    }
  }

  @Test
  void fetch_otherHosts_atOnce() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    try (LocalSite site = new LocalSite();
        Fetcher fetcher =
            new Fetcher(
                SETTINGS,
                LocalSite.SPOOL,
                InstantSource.system(),
                name -> List.of(InetAddress.getLoopbackAddress()));
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      site.on(
          "/page",
          exchange -> {
            both.countDown();
            exchange.sendResponseHeaders(await(both, 300_000) ? 404 : 500, -1);
          });
      Future<Reason> a = callers.submit(() -> reason(fetcher, site.at("a.example", "/page")));
      Future<Reason> b = callers.submit(() -> reason(fetcher, site.at("b.example", "/page")));
      assertThat(List.of(a.get(), b.get())).containsOnly(Reason.GONE);
    }
  }

  @Test
  void fetch_waitingForTheTurn_countsTowardTheTime() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (LocalSite site = new LocalSite();
        Fetcher fetcher = new Fetcher(BRIEF, LocalSite.SPOOL, InstantSource.system());
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      site.on(
          "/page",
          exchange -> {
            asked.countDown();
            await(end, 300_000);
          });
      Future<Reason> first = callers.submit(() -> reason(fetcher, site.at("/page")));
      assertThat(asked.await(5, TimeUnit.MINUTES)).isTrue();
      assertTimesOutAtMost(fetcher, site.at("/page"));
      assertThat(first.get()).isEqualTo(Reason.TIMED_OUT);
      end.countDown();
    }
  }

  /** The one who waits may get the turn just before its own time is over. */
  private static void assertTimesOutAtMost(Fetcher fetcher, URI address) {
    long start = System.nanoTime();
    assertThat(reason(fetcher, address)).isEqualTo(Reason.TIMED_OUT);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(BRIEF.within().plusSeconds(30));
  }

  @Test
  void close_whileFetching_endsIt() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (LocalSite site = new LocalSite();
        Fetcher fetcher = new Fetcher(SETTINGS, LocalSite.SPOOL, InstantSource.system());
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      site.on(
          "/page",
          exchange -> {
            asked.countDown();
            await(end, 300_000);
          });
      Future<Reason> fetch = callers.submit(() -> reason(fetcher, site.at("/page")));
      assertThat(asked.await(5, TimeUnit.MINUTES)).isTrue();
      callers.submit(fetcher::close).get();
      assertThat(fetch.get(5, TimeUnit.MINUTES)).isEqualTo(Reason.UNREACHABLE);
      end.countDown();
    }
  }
}
