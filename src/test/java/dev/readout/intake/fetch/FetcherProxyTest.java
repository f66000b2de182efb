package dev.readout.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetched.Refused;
import dev.readout.intake.fetch.Fetcher.FetchRequest;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class FetcherProxyTest {
  private static final Duration WITHIN = Duration.ofSeconds(20);

  @Test
  void fetch_throughAProxy_asksItForThePageAndSaysWhomToWriteTo() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer proxy = HttpServer.create(anyPort, 0);
    proxy.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String agent = exchange.getRequestHeaders().getFirst("User-Agent");
            asked.add(exchange.getRequestURI() + " " + agent);
            LocalSite.send(exchange, "text/plain", "Said.".getBytes(StandardCharsets.UTF_8));
          }
        });
    proxy.start();
    URI there = URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
    FetchSettings settings = new FetchSettings(true, WITHIN, "desk@example.org)", there, null);
    try (Fetcher fetcher = new Fetcher(settings, LocalSite.SPOOL, InstantSource.system())) {
      Fetched fetched =
          fetcher.fetch(FetchRequest.of(Scope.GLOBAL, URI.create("http://ustr.gov/page")));
      assertThat(fetched).isInstanceOf(Fetched.Document.class);
      ((Fetched.Document) fetched).original().close();
      assertThat(asked)
          .hasSize(2)
          .allMatch(line -> line.startsWith("http://ustr.gov/"))
          .allMatch(line -> line.endsWith("(self-hosted Discord bot; desk@example.org)"));
    } finally {
      proxy.stop(0);
    }
    // No proxy is a way into the private network.
    FetchSettings strict = new FetchSettings(false, WITHIN, null, there, null);
    try (Fetcher fetcher = new Fetcher(strict, LocalSite.SPOOL, InstantSource.system())) {
      assertThat(fetcher.fetch(FetchRequest.of(Scope.GLOBAL, URI.create("http://10.0.0.1/"))))
          .isInstanceOf(Refused.class);
    }
  }
}
