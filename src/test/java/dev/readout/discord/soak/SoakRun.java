package dev.readout.discord.soak;

import dev.readout.discord.standin.StandIn;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.person.Person;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Half an hour of mixed use of a bot in another process, through the stand-in for Discord: whether
 * anything is lost or answered twice, and whether memory stays flat. Run by {@code src/bench/run.sh
 * soak}; prints tables for {@code docs/figures.md}, and exits with 1 when something went wrong.
 */
public final class SoakRun {
  /** After which an answer counts as lost. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** How long after an answer a second one is looked for. */
  private static final Duration SETTLING = Duration.ofSeconds(15);

  /** The first start of a bot may have to build it, and fills its index. */
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(15);

  private static final int WARMING_UP = 40;
  private static final int KINDS_OF_LINES = 40;

  private final SoakSettings settings;
  private final Path folder;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Ledger ledger = new Ledger();
  private final Outages outages = new Outages();

  private SoakRun(SoakSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    SoakSettings settings = SoakSettings.ofProperties();
    Path folder =
        settings.folder().isPresent()
            ? Files.createDirectories(settings.folder().get().toAbsolutePath())
            : Files.createTempDirectory("readout-soak");
    boolean isGood = new SoakRun(settings, folder).run();
    if (isGood && settings.folder().isEmpty()) {
      delete(folder);
    }
    System.exit(isGood ? 0 : 1);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private boolean run() throws Exception {
    StandInSettings standIn =
        StandInSettings.defaults()
            .withGuilds(Town.guilds())
            .withPorts(settings.restPort(), settings.gatewayPort())
            .withPatience(PATIENCE)
            .withKept(StandInSettings.Kept.OF_MINUTES);
    Path log = folder.resolve("bot.log");
    try (GrowingSite site = GrowingSite.start();
        StandIn discord = StandIn.start(standIn)) {
      Map<String, String> environment = BotProcess.environment(discord, folder);
      environment.forEach((name, value) -> out.println(name + "=" + value));
      out.println("the bot's log: " + log);
      try (BotProcess bot = BotProcess.start(settings.bot(), environment, log)) {
        awaitBot(discord, bot);
        return judge(bot, soak(site, discord, bot));
      }
    }
  }

  private void awaitBot(StandIn discord, BotProcess bot) throws InterruptedException {
    Instant until = Instant.now().plus(STARTS_WITHIN);
    while (discord.commands().global().isEmpty()) {
      if (!bot.isAlive() || Instant.now().isAfter(until)) {
        throw new IllegalStateException("no bot came; its log says why");
      }
      Thread.sleep(500);
    }
  }

  private Report soak(GrowingSite site, StandIn discord, BotProcess bot) throws Exception {
    Town town = new Town(discord);
    Questions questions = Questions.read();
    warmUp(town, questions);
    Instant start = Instant.now();
    try (Referee referee = new Referee(ledger, outages, SETTLING);
        ExchangeReader exchanges = new ExchangeReader(discord.journal(), ledger, referee);
        Logbook logbook = logbook(bot, start)) {
      exchanges.begin();
      logbook.begin();
      Crowd crowd = new Crowd(town, questions, referee, new AnswerCheck(ledger));
      Typists typists = new Typists(town, questions, referee);
      try (Load load = new Load(crowd, typists, ledger, settings.deedsASecond());
          AutoCloseable _ = settings.isHostile() ? hostility(town, referee) : () -> {}) {
        load.start();
        story(site, town, discord, referee).tell(start, settings.lasting(), bot::isAlive);
      }
      return new Report(ledger, logbook.samples(), settings.lasting());
    }
  }

  /** A bot that has just started is asked by one after the other before it is asked by all. */
  static void warmUp(Town town, Questions questions) {
    RandomGenerator random = new SplittableRandom(0);
    for (int i = 0; i < WARMING_UP; i++) {
      Person person = town.anybody(random);
      person.slash("ask").option("question", questions.typed(random)).send().reply();
    }
  }

  private Hostility hostility(Town town, Referee referee) throws IOException {
    return Hostility.begin(folder.resolve("hostile"), town.foes(), referee, ledger);
  }

  private Logbook logbook(BotProcess bot, Instant start) throws Exception {
    SoakSettings.Bot watched = settings.bot();
    VitalsReader reader = new VitalsReader(bot.watched(), watched.memoryFile(), watched.ops());
    return new Logbook(reader, ledger, start, out);
  }

  private Story story(GrowingSite site, Town town, StandIn discord, Referee referee) {
    return new Story(
        site,
        new Moderator(town.moderator(Town.DESK), referee, ledger),
        new Moderator(town.moderator(Town.FORUM), referee, ledger),
        new Moderator(town.operator(), referee, ledger),
        new Trouble(discord, outages),
        ledger);
  }

  private boolean judge(BotProcess bot, Report report) throws InterruptedException {
    if (!bot.isAlive()) {
      ledger.wrong(Fault.ENDED, "it ended by itself");
    } else if (!bot.stop()) {
      ledger.wrong(Fault.ENDED, "it did not end when it was told to");
    }
    out.println();
    out.println(report.text());
    out.println();
    bot.logged().entrySet().stream()
        .limit(KINDS_OF_LINES)
        .forEach(kind -> out.println("logged " + kind.getValue() + " times: " + kind.getKey()));
    ledger.examples().forEach(example -> out.println("wrong: " + example));
    // What costs most of a hostile hour is done by other processes, at times of chance.
    boolean isGood = ledger.isClean() && (settings.isHostile() || report.isFlat());
    out.println(isGood ? "The soak is passed." : "THE SOAK IS NOT PASSED; see " + folder);
    return isGood;
  }
}
