package dev.readout.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Fetched.Refused;
import dev.readout.intake.fetch.Fetcher.FetchRequest;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetcherTlsTest {
  @TempDir private Path folder;

  @Test
  void fetch_certificateThatNobodyVouchesFor_refusedBeforeAsking() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpsServer server = HttpsServer.create(anyPort, 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(TestKeys.make(folder.resolve("keys.p12"), "ip:127.0.0.1")));
    server.createContext("/", exchange -> asked.incrementAndGet());
    server.start();
    FetchSettings settings = new FetchSettings(true, Duration.ofSeconds(60));
    try (Fetcher fetcher = new Fetcher(settings, LocalSite.SPOOL, InstantSource.system())) {
      URI address = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
      Fetched fetched = fetcher.fetch(FetchRequest.of(Scope.GLOBAL, address));
      assertThat(fetched).isInstanceOf(Refused.class);
      assertThat(((Refused) fetched).reason()).isEqualTo(Reason.TLS);
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }
}
