package dev.readout.discord.soak;

import dev.readout.discord.standin.wire.UploadedFile;
import dev.readout.intake.extract.SamplePdf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What moderators, the operator and Discord's servers do while members ask, told again every half
 * hour: sources are added at the beginning, feeds checked all the while; a third on, what feeds
 * found is reindexed; two thirds on, the operator has everything built anew; between, an index is
 * rolled back and returned to, a source removed and taken back, and Discord has its troubles.
 * Confined to one thread.
 */
final class Story {
  private static final Duration ROUND = Duration.ofMinutes(30);
  private static final int FEED_CHECKS = 10;

  private record Scene(Duration at, Runnable action) {}

  private final GrowingSite site;
  private final Moderator desk;
  private final Moderator forum;
  private final Moderator operator;
  private final Trouble trouble;
  private final Ledger ledger;
  private Optional<String> changing = Optional.empty();

  Story(
      GrowingSite site,
      Moderator desk,
      Moderator forum,
      Moderator operator,
      Trouble trouble,
      Ledger ledger) {
    this.site = site;
    this.desk = desk;
    this.forum = forum;
    this.operator = operator;
    this.trouble = trouble;
    this.ledger = ledger;
  }

  /** Tells it; returns when the time is over, or sooner if it is not to go on. */
  void tell(Instant start, Duration lasting, BooleanSupplier isToGoOn) throws InterruptedException {
    for (Scene scene : scenes(lasting)) {
      Instant at = start.plus(scene.at);
      while (Instant.now().isBefore(at) && isToGoOn.getAsBoolean()) {
        Thread.sleep(200);
      }
      if (!isToGoOn.getAsBoolean()) {
        return;
      }
      play(scene);
    }
  }

  /** A scene that fails is told, and the story goes on. */
  private void play(Scene scene) {
    try {
      scene.action.run();
    } catch (RuntimeException | AssertionError e) {
      ledger.wrong(Fault.UNEXPECTED, e.toString());
    }
  }

  private List<Scene> scenes(Duration lasting) {
    List<Scene> scenes = new ArrayList<>();
    scenes.add(new Scene(Duration.ZERO, this::setUp));
    long rounds = Math.max(1, lasting.dividedBy(ROUND));
    Duration round = lasting.dividedBy(rounds);
    for (int i = 0; i < rounds; i++) {
      addRound(scenes, round.multipliedBy(i), round);
    }
    scenes.add(new Scene(lasting, () -> {}));
    scenes.sort(Comparator.comparing(Scene::at));
    return scenes;
  }

  private void addRound(List<Scene> scenes, Duration from, Duration round) {
    for (int i = 1; i < FEED_CHECKS; i++) {
      scenes.add(scene(from, round, 100 * i / FEED_CHECKS, this::checkFeeds));
    }
    scenes.add(scene(from, round, 15, trouble::cut));
    scenes.add(scene(from, round, 25, trouble::limitRate));
    scenes.add(scene(from, round, 33, this::reindexCommands));
    scenes.add(scene(from, round, 42, trouble::breakServers));
    scenes.add(scene(from, round, 45, this::changePage));
    scenes.add(scene(from, round, 50, () -> desk.rollBack(/* toTheNewest= */ false)));
    scenes.add(scene(from, round, 55, () -> desk.rollBack(/* toTheNewest= */ true)));
    scenes.add(scene(from, round, 58, trouble::loseSession));
    scenes.add(scene(from, round, 66, () -> operator.reindexEverywhere(/* isForced= */ true)));
    scenes.add(scene(from, round, 75, trouble::slowDown));
    scenes.add(scene(from, round, 78, this::removeAndTakeBack));
    scenes.add(scene(from, round, 85, trouble::reconnect));
    scenes.add(scene(from, round, 88, trouble::limitRate));
    scenes.add(scene(from, round, 92, forum::lookAround));
  }

  private static Scene scene(Duration from, Duration round, int percent, Runnable action) {
    return new Scene(from.plus(round.multipliedBy(percent).dividedBy(100)), action);
  }

  private void setUp() {
    changing = desk.add(site.changing());
    desk.watchFeed("RSS or Atom feed", site.feed(), "");
    desk.approveAll();
    desk.reindex();
    forum.add(UploadedFile.of("release.pdf", "application/pdf", SamplePdf.pressRelease()));
    forum.watchFeed("Page of links", site.list(), GrowingSite.PATTERN);
    forum.approveAll();
    forum.reindex();
    // The heap has been as large as it will be before memory is looked at.
    operator.reindexEverywhere(/* isForced= */ true);
  }

  private void checkFeeds() {
    site.grow();
    desk.checkFeed("1");
    forum.checkFeed("1");
  }

  private void reindexCommands() {
    desk.approveAll();
    desk.reindex();
    desk.askFor(GrowingSite.NOTICES_QUESTION, GrowingSite.NOTICES_WORD);
  }

  private void changePage() {
    site.change();
    changing.ifPresent(desk::refresh);
  }

  private void removeAndTakeBack() {
    changing.ifPresent(desk::removeAndTakeBack);
  }
}
