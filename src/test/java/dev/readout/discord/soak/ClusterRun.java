package dev.readout.discord.soak;

import dev.readout.discord.standin.StandIn;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Place;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A {@link Cluster} used as in a soak, while it is killed, stopped, cut, slowed and filled: whether
 * an ask is lost, acknowledged late or answered twice, and how soon all say the same again. Run by
 * {@code src/test/cluster.sh}; prints the table of {@code docs/postgresql.md}, and exits with 1
 * when something went wrong.
 */
public final class ClusterRun {
  private static final Duration FAULT = Duration.ofSeconds(Long.getLong("cluster.fault", 60));
  private static final Duration CALM = Duration.ofSeconds(10);
  private static final Duration AGREED_WITHIN = Duration.ofSeconds(30);
  private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(2);
  private static final Duration SETTLING = Duration.ofSeconds(15);
  private static final Duration SLOW = Duration.ofSeconds(2);

  /** What a killed bot may have been working on. */
  private static final Duration AT_WORK = Duration.ofSeconds(20);

  private static final String DUTY = "feeds";
  private static final String NOTHING = "nothing";

  /** Of whom no record speaks; one for each phase. */
  private static final List<String> NAMES =
      List.of("Vexmoor", "Quarnith", "Oblitz", "Drumsel", "Farnock", "Gildrith", "Halvorn");

  private static final List<String> HEADS =
      List.of(
          "what happens",
          "for, s",
          "replies",
          "acknowledged at most, ms",
          "answered at most, ms",
          "lost",
          "late",
          "double",
          "other faults",
          "told that the database is away",
          "removed from all answers, s",
          "added to all answers, s",
          "feeds taken over, s");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final SoakSettings settings = SoakSettings.ofProperties();
  private final Questions questions = Questions.read();
  private final List<String> rows = new ArrayList<>();
  private final GrowingSite site;
  private final StandIn discord;
  private final Town town;
  private final Cluster cluster;
  private boolean isGood = true;

  /** What was added for everybody in the phase before; empty for nothing. */
  private String number = "";

  private ClusterRun(Path folder) throws Exception {
    site = GrowingSite.start();
    discord =
        StandIn.start(
            StandInSettings.defaults()
                .withGuilds(Town.guilds())
                .withShards(Cluster.SHARDS)
                .withKept(StandInSettings.Kept.OF_MINUTES));
    town = new Town(discord);
    cluster = new Cluster(discord, settings.bot(), folder);
  }

  public static void main(String[] args) throws Exception {
    ClusterRun run = new ClusterRun(Path.of(args[0]));
    try {
      run.run();
    } finally {
      run.cluster.close();
    }
    System.exit(run.isGood ? 0 : 1);
  }

  private interface Step {
    void run() throws Exception;
  }

  /**
   * One thing that happens while members ask.
   *
   * @param living which bot goes on all the while, and is told to remove a source; -1 where that
   *     has to wait for the return
   */
  private record Phase(String name, int living, Step begin, Step end) {
    Duration lasting() {
      return name.equals(NOTHING) ? Duration.ZERO : FAULT;
    }
  }

  /** What a phase is judged by. */
  private record Watched(Ledger ledger, Outages outages, Referee referee) {}

  private void run() throws Exception {
    SoakRun.warmUp(town, questions);
    phase(new Phase(NOTHING, -1, () -> {}, () -> {}));
    for (int shard = 0; shard < Cluster.SHARDS; shard++) {
      int killed = shard;
      phase(
          new Phase(
              "kill -9 of bot " + killed,
              1 - killed,
              () -> cluster.kill(killed),
              () -> cluster.start(killed)));
    }
    phase(new Phase("PostgreSQL stopped", -1, cluster::stopDatabase, cluster::startDatabase));
    phase(new Phase("bot 1 cut off from it", 0, () -> cluster.cut(1), cluster::mend));
    phase(
        new Phase(
            "2 s a statement",
            -1,
            () -> cluster.slowDown(SLOW),
            () -> cluster.slowDown(Duration.ZERO)));
    phase(new Phase("disk full, of all three", -1, cluster::fillDisk, cluster::freeDisk));
    cluster.end().forEach(this::wrong);
    out.println("\n" + row(HEADS) + "\n" + "|---".repeat(HEADS.size()) + "|");
    rows.forEach(out::println);
    out.println(isGood ? "The cluster held." : "THE CLUSTER DID NOT HOLD");
  }

  private void wrong(String what) {
    isGood = false;
    out.println("wrong: " + what);
  }

  private void phase(Phase phase) throws Exception {
    out.println(Instant.now() + " " + phase.name);
    Ledger ledger = new Ledger();
    Outages outages = new Outages();
    List<String> times;
    try (Referee referee = new Referee(ledger, outages, SETTLING);
        ExchangeReader exchanges = new ExchangeReader(discord.journal(), ledger, referee)) {
      exchanges.skip();
      exchanges.begin();
      Crowd crowd = new Crowd(town, questions, referee, new AnswerCheck(ledger));
      Typists typists = new Typists(town, questions, referee);
      try (Load load = new Load(crowd, typists, ledger, settings.deedsASecond())) {
        load.start();
        Thread.sleep(CALM);
        times = happen(phase, new Watched(ledger, outages, referee));
      }
    }
    report(phase, ledger, times);
  }

  /** The times of the last three columns. */
  private List<String> happen(Phase phase, Watched watched) throws Exception {
    int holder = cluster.holder(DUTY);
    if (phase.name.startsWith("kill")) {
      watched.outages.begin(AT_WORK, server -> Cluster.shard(server) != phase.living);
    }
    Instant begun = Instant.now();
    phase.begin.run();
    String takenOver = takenOver(holder, phase.lasting().dividedBy(2));
    if (phase.living >= 0) {
      withdraw(phase.living, watched);
    }
    Duration left = Duration.between(Instant.now(), begun.plus(phase.lasting()));
    Thread.sleep(left.isNegative() ? Duration.ZERO : left);
    phase.end.run();
    if (phase.name.startsWith("kill")) {
      watched.outages.end();
    }
    Instant returned = Instant.now();
    if (phase.living < 0) {
      withdraw(0, watched);
    }
    String gone = agreed(/* isThere= */ false, returned);
    Instant added = Instant.now();
    number = operator(1, watched).publish(site.about(name(rows.size()))).orElse("");
    return List.of(gone, agreed(/* isThere= */ true, added), takenOver);
  }

  private static String name(int phase) {
    return NAMES.get(Math.floorMod(phase, NAMES.size()));
  }

  private Moderator operator(int shard, Watched watched) {
    Person operator = town.operator().in(Place.in(guild(shard)));
    return new Moderator(operator, watched.referee, watched.ledger);
  }

  private static Guild guild(int shard) {
    return Arrays.stream(Town.guilds())
        .filter(guild -> Cluster.shard(guild.id()) == shard)
        .findFirst()
        .orElseThrow();
  }

  private void withdraw(int shard, Watched watched) {
    if (!number.isEmpty()) {
      operator(shard, watched).withdraw(number);
    }
  }

  /** How long until another session has the duty; a dash where it does not change hands. */
  private String takenOver(int holder, Duration within) throws InterruptedException {
    Instant begun = Instant.now();
    boolean isOther =
        Cluster.isSoon(
            within,
            () -> {
              int now = cluster.holder(DUTY);
              return now != 0 && now != holder;
            });
    return isOther ? seconds(begun) : "–";
  }

  private static String seconds(Instant since) {
    return Long.toString(Math.ceilDiv(Duration.between(since, Instant.now()).toMillis(), 1_000));
  }

  /** How long until what is added is in the answers of all bots, or what is removed in none. */
  private String agreed(boolean isThere, Instant since) throws InterruptedException {
    int page = isThere ? rows.size() : rows.size() - 1;
    Cluster.isSoon(
        GIVEN_UP_AFTER, () -> isSaid(0, name(page)) == isThere && isSaid(1, name(page)) == isThere);
    if (Duration.between(since, Instant.now()).compareTo(AGREED_WITHIN) > 0) {
      wrong(isThere ? "what was added came late" : "what was removed was answered with for long");
    }
    return seconds(since);
  }

  private boolean isSaid(int shard, String name) {
    Person person = town.member(guild(shard), new SplittableRandom()).withLocale("en-US");
    String question = "When does the keeper trim the lamp of the %s lighthouse?".formatted(name);
    try {
      String reply = person.slash("ask").option("question", question).send().reply().text();
      return reply.contains("at nine each evening");
    } catch (AssertionError e) {
      wrong(String.valueOf(e.getMessage()));
      return false;
    }
  }

  private void report(Phase phase, Ledger ledger, List<String> times) {
    List<Deed> deeds = List.of(Deed.values());
    List<Fault> told = List.of(Fault.LOST, Fault.LATE, Fault.DOUBLE);
    long others =
        Stream.of(Fault.values()).filter(f -> !told.contains(f)).mapToLong(ledger::count).sum();
    List<String> cells =
        new ArrayList<>(List.of(phase.name, Long.toString(phase.lasting().toSeconds())));
    LongStream.of(
            ledger.replies(),
            deeds.stream().mapToLong(deed -> ledger.acknowledged(deed).millis(1)).max().orElse(0),
            deeds.stream().mapToLong(deed -> ledger.answered(deed).millis(1)).max().orElse(0),
            ledger.count(Fault.LOST),
            ledger.count(Fault.LATE),
            ledger.count(Fault.DOUBLE),
            others,
            ledger.count(Notice.NO_DATABASE))
        .forEach(number -> cells.add(Long.toString(number)));
    cells.addAll(times);
    rows.add(row(cells));
    out.println(rows.getLast());
    ledger.examples().forEach(this::wrong);
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
