package dev.readout.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Fetched.Refused;
import dev.readout.intake.fetch.Fetcher.FetchRequest;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import java.io.File;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetcherTlsTest {
  private static final String PASSWORD = "unimportant";

  @TempDir private Path folder;

  @Test
  void fetch_certificateThatNobodyVouchesFor_refusedBeforeAsking() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpsServer server = HttpsServer.create(anyPort, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(ownCertificate()));
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

  private SSLContext ownCertificate() throws Exception {
    Path file = folder.resolve("keys.p12");
    makeKeys(file);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** By the JDK's own tool, which is the only public way to a certificate in it. */
  private static void makeKeys(Path file) throws Exception {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File(file + ".log"))
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
