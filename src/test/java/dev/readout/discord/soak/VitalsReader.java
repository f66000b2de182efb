package dev.readout.discord.soak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Reads how the bot's process is: from {@code /proc}, from a file of its control group, and from
 * {@code /metrics} in the form of Prometheus, whichever there are. What cannot be read is left out.
 */
final class VitalsReader implements AutoCloseable {
  private static final Duration METRICS_WITHIN = Duration.ofSeconds(5);
  private static final long KIB = 1024;

  private final OptionalLong pid;
  private final Optional<Path> memoryFile;
  private final Optional<URI> metrics;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(METRICS_WITHIN)
          .build();

  /**
   * A reader.
   *
   * @param pid the process; empty for one that cannot be seen from here
   * @param memoryFile holds a number of bytes
   * @param ops where {@code /metrics} is, without it
   */
  VitalsReader(OptionalLong pid, Optional<Path> memoryFile, Optional<URI> ops) {
    this.pid = pid;
    this.memoryFile = memoryFile;
    this.metrics = ops.map(address -> URI.create(address + "/metrics"));
  }

  Vitals read(Duration at) {
    Map<Gauge, Long> values = new EnumMap<>(Gauge.class);
    pid.ifPresent(process -> addProcess(Path.of("/proc", Long.toString(process)), values));
    memoryFile.ifPresent(
        file ->
            lines(file)
                .findFirst()
                .ifPresent(line -> values.put(Gauge.GROUP, Long.parseLong(line.strip()))));
    metrics.ifPresent(address -> addMetrics(address, values));
    return new Vitals(at, values);
  }

  private static void addProcess(Path process, Map<Gauge, Long> values) {
    lines(process.resolve("status"))
        .forEach(
            line -> {
              String[] parts = line.split("\\s+", -1);
              switch (parts[0]) {
                case "VmRSS:" -> values.put(Gauge.RSS, Long.parseLong(parts[1]) * KIB);
                case "RssAnon:" -> values.put(Gauge.ANON, Long.parseLong(parts[1]) * KIB);
                case "VmSwap:" -> values.put(Gauge.SWAP, Long.parseLong(parts[1]) * KIB);
                case "Threads:" -> values.put(Gauge.THREADS, Long.parseLong(parts[1]));
                default -> {} // of no interest
              }
            });
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      values.put(Gauge.FILES, files.count());
    } catch (IOException e) {
      // Another user's process: not to be seen.
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private void addMetrics(URI address, Map<Gauge, Long> values) {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(METRICS_WITHIN).build();
      List<String> lines =
          http.send(request, HttpResponse.BodyHandlers.ofString()).body().lines().toList();
      sum(lines, "jvm_memory_used_bytes{area=\"heap\"")
          .ifPresent(bytes -> values.put(Gauge.HEAP, (long) bytes));
      sum(lines, "jvm_gc_live_data_size_bytes")
          .ifPresent(bytes -> values.put(Gauge.HEAP_LIVE, (long) bytes));
    } catch (IOException e) {
      // Not there yet, or not any more.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Of all lines that begin like this; empty where none does. */
  private static OptionalDouble sum(List<String> lines, String beginning) {
    double[] found =
        lines.stream()
            .filter(line -> line.startsWith(beginning))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .toArray();
    return found.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(DoubleStream.of(found).sum());
  }

  @Override
  public void close() {
    http.close();
  }
}
