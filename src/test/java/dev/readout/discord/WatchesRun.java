package dev.readout.discord;

import dev.readout.answer.RecordSketch;
import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.discord.command.Commands.Supplies;
import dev.readout.discord.command.Observer;
import dev.readout.discord.standin.StandIn;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.watch.Watcher;
import dev.readout.index.Generation;
import dev.readout.intake.SourceCatalogue;
import dev.readout.store.Database;
import dev.readout.store.GapTable;
import dev.readout.store.NoteTable;
import dev.readout.store.WatchTable;
import dev.readout.store.WatchTable.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A thousand members who watch one rule, and a new state of it: how long it takes to tell them all,
 * through real JDA and a stand-in that keeps Discord's limits. Run by {@code src/bench/run.sh
 * watches}.
 */
public final class WatchesRun {
  private static final int MEMBERS = 1_000;
  private static final long FIRST = 1_575_000_000_000_000_000L;
  private static final int POLL_MILLIS = 100;

  private WatchesRun() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("readout-watches");
    InstantSource clock = InstantSource.system();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    RecordSketch rule = new RecordSketch("rule", Kind.RESTRICTION, Side.US).says("It is a rule.");
    try (StandIn discord = StandIn.start();
        Database database = Database.open(folder.resolve("readout.db"), clock);
        ServingIndexes serving = ServingIndexes.globalOnly(index(folder, "before", rule), clock);
        SourceCatalogue sources = ServedBot.sources(database, serving, folder, clock)) {
      discord.faults().limitRates();
      NoteTable notes = new NoteTable(database);
      Watcher watcher =
          new Watcher(serving, new WatchTable(database), notes, new GapTable(database), clock);
      for (long member = 1; member <= MEMBERS; member++) {
        Place place = Place.of(Scope.GLOBAL, 0, FIRST + member, "en");
        watcher.watch(place, WatchTable.Kind.MEASURE, "rule");
      }
      try (Bot _ =
          Bot.start(
              ServedSettings.of(discord, ServedBot.GENEROUS),
              new Supplies(serving, sources, database),
              clock,
              "watches",
              Observer.NOBODY)) {
        discord.gateway().awaitIdentified(1);
        long start = System.nanoTime();
        serving.replaceGlobal(
            index(
                folder, "after", rule.stands(today.toString(), null, LegalState.IN_FORCE, "rule")));
        while (notes.count() > 0 || sent(discord).isEmpty()) {
          Thread.sleep(POLL_MILLIS);
        }
        report(discord, (System.nanoTime() - start) / 1e9);
      }
    }
    System.exit(0); // JDA's idle threads would hold the process for a while
  }

  private static Generation index(Path folder, String name, RecordSketch rule) throws IOException {
    return RecordSketch.index(folder.resolve(name), rule);
  }

  private static List<Exchange> sent(StandIn discord) {
    return discord.journal().exchanges("POST", "channels/.*/messages");
  }

  private static void report(StandIn discord, double seconds) {
    List<Exchange> all = discord.journal().exchanges();
    Map<Long, Long> bySecond =
        all.stream()
            .collect(Collectors.groupingBy(one -> one.at().toSeconds(), Collectors.counting()));
    List<Exchange> taken = sent(discord).stream().filter(one -> one.status() == 200).toList();
    System.out.printf(
        "%d watches, %d notes to %d members in %.1f s; at most %d requests a second, %d refused%n",
        MEMBERS,
        taken.size(),
        taken.stream().map(Exchange::path).distinct().count(),
        seconds,
        bySecond.values().stream().mapToLong(Long::longValue).max().orElse(0),
        all.stream().filter(one -> one.status() == 429).count());
  }
}
