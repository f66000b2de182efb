package dev.readout.discord.soak;

import dev.readout.discord.standin.StandIn;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.place.Guild;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * How much memory a bot takes by the number of its servers, after a full collection: the table of
 * {@code docs/self-hosting.md}. Each server has three channels and three roles. Run by {@code
 * src/bench/run.sh memory}.
 */
public final class MemoryRun {
  private static final int[] SERVERS = {1, 100, 2_500, 7_500, 25_000};
  private static final int SERVERS_OF_A_SHARD = 2_500;
  private static final int OPS_PORT = 18_917;
  private static final Duration CONNECTED_WITHIN = Duration.ofMinutes(10);
  private static final double MB = 1e6;

  private MemoryRun() {}

  public static void main(String[] args) throws Exception {
    System.out.println("| servers | shards | heap after a collection, MB | resident, MB |");
    System.out.println("|---|---|---|---|");
    Integer only = Integer.getInteger("memory.servers");
    for (int servers : only == null ? SERVERS : new int[] {only}) {
      int shards = Math.ceilDiv(servers, SERVERS_OF_A_SHARD);
      Vitals vitals = vitals(servers, shards, Path.of(args[0]));
      double heap = vitals.get(Gauge.HEAP_LIVE).orElseThrow() / MB;
      double resident = vitals.get(Gauge.RSS).orElseThrow() / MB;
      System.out.printf(
          Locale.ROOT, "| %,d | %d | %.0f | %.0f |%n", servers, shards, heap, resident);
    }
    System.exit(0);
  }

  private static Vitals vitals(int servers, int shards, Path folder) throws Exception {
    Guild[] guilds =
        IntStream.range(0, servers)
            .mapToObj(server -> Guild.named("Server " + server))
            .toArray(Guild[]::new);
    Path log = folder.resolve("bot-%d.log".formatted(servers));
    StandInSettings settings = StandInSettings.defaults().withGuilds(guilds).withShards(shards);
    try (StandIn discord = StandIn.start(settings)) {
      Map<String, String> environment = BotProcess.environment(discord, folder);
      environment.put("OPS_ENABLED", "on");
      environment.put("OPS_PORT", Integer.toString(OPS_PORT));
      try (BotProcess bot = BotProcess.start(SoakSettings.ofProperties().bot(), environment, log)) {
        if (!Cluster.isSoon(CONNECTED_WITHIN, () -> bot.isAlive() && connected(log) >= shards)) {
          throw new IllegalStateException("no bot came; see " + log);
        }
        OptionalLong process = bot.watched();
        collect(process.orElseThrow(), folder.resolve("classes-%d".formatted(servers)));
        URI ops = URI.create("http://127.0.0.1:" + OPS_PORT);
        try (VitalsReader reader = new VitalsReader(process, Optional.empty(), Optional.of(ops))) {
          return reader.read(Duration.ZERO);
        } finally {
          boolean _ = bot.stop();
        }
      }
    }
  }

  private static int connected(Path log) {
    try {
      return Files.readString(log).split(" servers \\(shard ", -1).length - 1;
    } catch (IOException e) {
      return 0;
    }
  }

  /** What is left after a full collection goes to the file, by classes. */
  private static void collect(long process, Path classes) throws Exception {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    for (String command : new String[] {"GC.run", "GC.class_histogram"}) {
      ProcessBuilder builder = new ProcessBuilder(jcmd, Long.toString(process), command);
      int _ = builder.redirectOutput(classes.toFile()).start().waitFor();
    }
  }
}
