package dev.readout.discord.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class VitalsReaderTest {
  private static final String METRICS =
      """
      # TYPE jvm_memory_used_bytes gauge
      jvm_memory_used_bytes{area="heap",id="Eden Space"} 1.5E7
      jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 2.5E7
      jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 3.0E7
      jvm_gc_live_data_size_bytes 2.0E7
      """;

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /proc")
  void read_ownProcess_isSeen() {
    OptionalLong self = OptionalLong.of(ProcessHandle.current().pid());
    try (VitalsReader reader = new VitalsReader(self, Optional.empty(), Optional.empty())) {
      Vitals vitals = reader.read(Duration.ZERO);

      assertThat(vitals.values())
          .containsOnlyKeys(Gauge.RSS, Gauge.ANON, Gauge.SWAP, Gauge.THREADS, Gauge.FILES);
      assertThat(vitals.get(Gauge.RSS).orElseThrow())
          .isGreaterThan(vitals.get(Gauge.ANON).orElseThrow());
      assertThat(vitals.get(Gauge.FILES).orElseThrow()).isPositive();
    }
  }

  @Test
  void read_metricsAndFile_areSeen(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("memory.current"), "4711\n");
    HttpServer server = serve(METRICS);
    URI ops = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (VitalsReader reader =
        new VitalsReader(OptionalLong.empty(), Optional.of(file), Optional.of(ops))) {
      assertThat(reader.read(Duration.ZERO).values())
          .containsOnly(
              Map.entry(Gauge.GROUP, 4711L),
              Map.entry(Gauge.HEAP, 40_000_000L),
              Map.entry(Gauge.HEAP_LIVE, 20_000_000L));
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer serve(String text) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(any, 0);
    server.createContext(
        "/metrics",
        exchange -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void read_nothingToSee_isEmpty(@TempDir Path folder) {
    try (VitalsReader reader =
        new VitalsReader(
            OptionalLong.of(Long.MAX_VALUE),
            Optional.of(folder.resolve("none")),
            Optional.empty())) {
      assertThat(reader.read(Duration.ZERO).values()).isEmpty();
    }
  }
}
