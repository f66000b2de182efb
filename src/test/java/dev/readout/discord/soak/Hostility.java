package dev.readout.discord.soak;

import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.person.SlashCall;
import dev.readout.discord.standin.wire.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Moderators of several servers who add everything that {@link HostileSite} has, as pages, files
 * and feeds, all at once and again and again. Each must be told something; what is added is
 * nothing. Thread-safe.
 */
final class Hostility implements AutoCloseable {
  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final int MOST_FEEDS = 10;
  private static final List<String> KINDS = List.of("RSS or Atom feed", "Page of links");

  private final HostileSite site;
  private final Referee referee;
  private final Ledger ledger;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean isOver;

  private Hostility(HostileSite site, Referee referee, Ledger ledger) {
    this.site = site;
    this.referee = referee;
    this.ledger = ledger;
  }

  /**
   * Lets each of them begin.
   *
   * @param folder for the site
   */
  static Hostility begin(Path folder, List<Person> moderators, Referee referee, Ledger ledger)
      throws IOException {
    Hostility hostility = new Hostility(HostileSite.start(folder), referee, ledger);
    SplittableRandom random = new SplittableRandom(66);
    for (Person moderator : moderators) {
      RandomGenerator own = random.split();
      hostility.threads.add(
          Thread.ofVirtual().name(moderator.name()).start(() -> hostility.act(moderator, own)));
    }
    return hostility;
  }

  private void act(Person moderator, RandomGenerator random) {
    Pace pace = new Pace();
    for (int feeds = 0; !isOver; ) {
      pace.await();
      try {
        switch (random.nextInt(10)) {
          case 0, 1, 2, 3 -> told(Deed.CARE, addPage(moderator, random));
          case 4, 5 -> told(Deed.CARE, addFile(moderator, random));
          case 6, 7 -> {
            if (feeds++ < MOST_FEEDS) {
              told(Deed.FEED, addFeed(moderator, random));
            }
          }
          default ->
              told(
                  Deed.FEED,
                  moderator
                      .slash("source feed check")
                      .option("number", Integer.toString(random.nextInt(1, 2 * MOST_FEEDS))));
        }
      } catch (RuntimeException | AssertionError e) {
        if (!isOver) {
          ledger.wrong(Fault.UNEXPECTED, moderator.name() + ": " + e);
        }
      }
    }
  }

  private SlashCall addPage(Person moderator, RandomGenerator random) {
    return moderator.slash("source add").option("url", one(site.pages(), random).toString());
  }

  private SlashCall addFile(Person moderator, RandomGenerator random) {
    try {
      Path file = one(site.documents(), random);
      byte[] bytes = Files.readAllBytes(file);
      return moderator
          .slash("source add")
          .option(
              "file",
              UploadedFile.of(file.getFileName().toString(), "application/octet-stream", bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SlashCall addFeed(Person moderator, RandomGenerator random) {
    URI feed = one(site.feeds(), random);
    // Its own address each time, since the same is not added twice.
    URI own = URI.create(feed + (random.nextBoolean() ? "" : "?" + random.nextInt(100)));
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    SlashCall call =
        moderator.slash("source feed add").option("kind", kind).option("url", own.toString());
    return kind.equals(KINDS.getLast()) ? call.option("pattern", "/*") : call;
  }

  private static <T> T one(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }

  /** Any end of it will do. */
  private void told(Deed deed, SlashCall call) {
    Interaction sent = call.send();
    var _ = referee.end(deed, sent, Hostility::isEnd, WITHIN);
  }

  private static boolean isEnd(Message reply) {
    return !reply.text().endsWith("…");
  }

  @Override
  public void close() throws IOException {
    isOver = true;
    try (site) {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
