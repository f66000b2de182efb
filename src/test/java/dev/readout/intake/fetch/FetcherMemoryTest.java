package dev.readout.intake.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What documents take of the memory that the image leaves them: a real process, with its flags. */
@Timeout(600)
final class FetcherMemoryTest {
  private static final String PADDING = "<!-- " + "a".repeat(9_900) + " -->\n";

  @TempDir private Path folder;

  @Test
  void fetch_manyLargeDocuments_takeNoMemory() throws Exception {
    try (LocalSite site = new LocalSite()) {
      site.on(
          "/page",
          exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
              for (int i = 0; i < 1_000; i++) {
                body.write(PADDING.getBytes(UTF_8));
              }
              body.write("<p>The talks ended.".getBytes(UTF_8));
            }
          });
      site.on("/names", exchange -> LocalSite.send(exchange, "text/plain", names()));
      List<String> addresses = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        addresses.add(site.at("/page?" + i).toString());
      }
      addresses.add(site.at("/names").toString());
      addresses.add(site.at("/page?more").toString());

      assertThat(ended(addresses))
          .hasSize(12)
          .containsSubsequence("json", "NO_ROOM", "11 of 95 MiB");
    }
  }

  /** A million names, each another. */
  private static byte[] names() {
    StringBuilder json = new StringBuilder("{\"a\":1");
    for (int i = 0; json.length() < Original.MAX_BYTES - 20; i++) {
      json.append(",\"").append(Integer.toString(i, 36)).append("\":1");
    }
    return json.append('}').toString().getBytes(ISO_8859_1);
  }

  private List<String> ended(List<String> addresses) throws Exception {
    Path out = folder.resolve("out");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xlog:disable"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(FetchingProcess.class.getName(), folder.toString()));
    command.addAll(addresses);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor()).as("%s", Files.readString(out)).isZero();
    return Files.readAllLines(out);
  }
}
