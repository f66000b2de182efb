package dev.readout.discord.soak;

import dev.readout.discord.standin.StandIn;
import dev.readout.store.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Two bots, each with a shard, one PostgreSQL server, and all that may happen to them. Needs a
 * network and a disk of its own, from {@code src/test/cluster.sh}. Confined to one thread.
 */
final class Cluster implements AutoCloseable {
  static final int SHARDS = 2;

  private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

  private final StandIn discord;
  private final SoakSettings.Bot settings;
  private final Path folder;
  private final Path disk;
  private final TestPostgres.Stoppable postgres;
  private final List<DatabaseWay> ways = new ArrayList<>();
  private final BotProcess[] bots = new BotProcess[SHARDS];
  private int starts;

  /** Starts all; what they print goes to the folder, what they keep to its disk. */
  Cluster(StandIn discord, SoakSettings.Bot settings, Path folder) throws Exception {
    this.discord = discord;
    this.settings = settings;
    this.folder = folder;
    this.disk = folder.resolve("disk");
    this.postgres = TestPostgres.Stoppable.start(disk);
    execute("nft add table ip cut");
    execute("nft 'add chain ip cut in { type filter hook input priority 0; }'");
    for (int shard = 0; shard < SHARDS; shard++) {
      ways.add(DatabaseWay.open(address(shard), postgres.port()));
      start(shard);
    }
  }

  /** The shard of a server; what is outside servers is the first one's. */
  static int shard(String server) {
    return server.isEmpty() ? 0 : (int) ((Long.parseLong(server) >> 22) % SHARDS);
  }

  private static String address(int shard) {
    return "127.0.0." + (2 + shard);
  }

  private Map<String, String> environment(int shard) throws IOException {
    Path own = Files.createDirectories(disk.resolve("bot-" + shard));
    Map<String, String> environment = BotProcess.environment(discord, own);
    environment.put("DISCORD_SHARDS_TOTAL", Integer.toString(SHARDS));
    environment.put("DISCORD_SHARDS_FIRST", Integer.toString(shard));
    environment.put("DISCORD_SHARDS_LAST", Integer.toString(shard));
    String way = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(ways.get(shard).port());
    environment.put("STORE_URL", way);
    environment.put("STORE_USER", "postgres");
    return environment;
  }

  /** Returns when its shard is connected. */
  void start(int shard) throws Exception {
    int identified = discord.gateway().identified();
    Path log = folder.resolve("bot-%d-%d.log".formatted(shard, ++starts));
    bots[shard] = BotProcess.start(settings, environment(shard), log);
    if (!isSoon(STARTS_WITHIN, () -> discord.gateway().identified() > identified)) {
      throw new IllegalStateException("no bot came; see " + log);
    }
  }

  /** As {@code kill -9}. */
  void kill(int shard) {
    bots[shard].close();
  }

  void stopDatabase() throws IOException {
    postgres.stop();
  }

  void startDatabase() {
    postgres.startAgain();
  }

  /** Nothing comes through between a bot and the database; neither is told. */
  void cut(int shard) throws Exception {
    for (String side : List.of("daddr ", "saddr ")) {
      execute("nft add rule ip cut in ip " + side + address(shard) + " drop");
    }
  }

  void mend() throws Exception {
    execute("nft flush table ip cut");
  }

  /** From now on each statement takes so much longer. */
  void slowDown(Duration each) {
    ways.forEach(way -> way.delay(each));
  }

  /** The disk of all three. */
  void fillDisk() throws Exception {
    execute("cd disk; dd if=/dev/zero of=full bs=64k; dd if=/dev/zero of=fuller bs=512; true");
  }

  /** Frees it; the server, which ends where its log cannot be written, is started again. */
  void freeDisk() throws Exception {
    execute("rm disk/full disk/fuller");
    if (!postgres.isUp()) {
      postgres.stop();
      postgres.startAgain();
    }
  }

  private void execute(String command) throws Exception {
    Path log = folder.resolve("commands.log");
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", command);
    shell.directory(folder.toFile()).redirectErrorStream(true);
    int code =
        shell.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start().waitFor();
    if (code != 0) {
      throw new IOException(command + " ended with " + code + "; see " + log);
    }
  }

  /** The session of the database that has a duty of one process; 0 for none. */
  int holder(String duty) {
    return postgres.holder(duty);
  }

  /** Ends the bots as an operator would; tells what is wrong with them, or with their indexes. */
  List<String> end() throws Exception {
    List<String> wrong = new ArrayList<>();
    String verify = settings.command().replaceFirst(" bot$", " index --verify");
    for (int shard = 0; shard < SHARDS; shard++) {
      if (!bots[shard].stop()) {
        wrong.add("bot " + shard + " did not end when it was told to");
      }
      Path log = folder.resolve("verify-%d.log".formatted(shard));
      ProcessBuilder shell = new ProcessBuilder("sh", "-c", verify).redirectErrorStream(true);
      shell.environment().putAll(environment(shard));
      if (shell.redirectOutput(log.toFile()).start().waitFor() != 0) {
        wrong.add("the index of bot " + shard + " is not whole: " + Files.readString(log));
      }
    }
    return wrong;
  }

  static boolean isSoon(Duration within, BooleanSupplier condition) throws InterruptedException {
    Instant until = Instant.now().plus(within);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(until)) {
        return false;
      }
      Thread.sleep(250);
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    for (BotProcess bot : bots) {
      bot.close();
    }
    postgres.close();
  }
}
