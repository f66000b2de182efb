package dev.readout.intake.reindex;

import static dev.readout.intake.reindex.TinyBot.ACTOR;
import static dev.readout.intake.reindex.TinyBot.HERE;
import static dev.readout.intake.reindex.TinyBot.SHIPPED;
import static dev.readout.intake.reindex.TinyBot.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.index.BuildMonitor;
import dev.readout.intake.reindex.Reindexer.Conduct;
import dev.readout.intake.reindex.Reindexing.AutomaticReindex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reindexes that nobody asks for. */
@Timeout(600)
final class AutomaticReindexTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
  private final AtomicInteger begun = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile boolean isHalting;
  private TinyBot bot;
  private AutomaticReindex automatic;

  @BeforeEach
  void open(@TempDir Path folder) {
    bot = new TinyBot(folder, new Conduct(this::counted, Conduct.STANDARD.patience()));
    automatic = new AutomaticReindex(bot.reindexer(), now::get);
  }

  @AfterEach
  void close() {
    released.countDown();
    bot.close();
  }

  private BuildMonitor counted(Reindexing reindexing) {
    begun.incrementAndGet();
    if (isHalting) {
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return reindexing.monitor();
  }

  /** What is begun has ended when this returns. */
  private boolean isDone() {
    boolean isDone = automatic.isDone(HERE);
    await().until(() -> bot.reindexer().running().isEmpty());
    return isDone;
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private Path lock() {
    return bot.index(HERE).resolve("build.lock");
  }

  /** No build can lock the folder. */
  private void breakDisk() throws Exception {
    Files.deleteIfExists(lock());
    Files.createDirectories(lock());
  }

  @Test
  void isDone_nothingTaken_isDone() {
    assertThat(isDone()).isTrue();
    assertThat(begun).hasValue(0);
  }

  @Test
  void isDone_taken_isDoneOnlyWhenItIsInTheIndex() {
    bot.add(HERE, "a");

    assertThat(isDone()).isFalse();
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a");
    assertThat(bot.audited(HERE).actor()).isEqualTo("feed");
    assertThat(isDone()).isTrue();

    bot.add(HERE, "b");
    assertThat(isDone()).isFalse();
    assertThat(isDone()).isTrue();
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a", "b");
    assertThat(begun).hasValue(2);
  }

  @Test
  void isDone_takenWhileItReindexed_reindexesAgainAtOnce() {
    bot.add(HERE, "a");
    assertThat(isDone()).isFalse();
    bot.add(HERE, "b");

    assertThat(isDone()).isFalse();
    assertThat(isDone()).isTrue();
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a", "b");
  }

  @Test
  void isDone_diskRefuses_triesAgainLaterAndLater() throws Exception {
    bot.add(HERE, "a");
    breakDisk();
    assertThat(isDone()).isFalse();
    assertThat(isDone()).isFalse();
    assertThat(begun).hasValue(1);

    pass(AutomaticReindex.FIRST_WAIT);
    assertThat(isDone()).isFalse();
    assertThat(begun).hasValue(2);
    pass(AutomaticReindex.FIRST_WAIT);
    assertThat(isDone()).isFalse();
    assertThat(begun).as("the second wait is longer").hasValue(2);

    Files.delete(lock());
    pass(AutomaticReindex.FIRST_WAIT);
    assertThat(isDone()).isFalse();
    assertThat(isDone()).isTrue();
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a");
  }

  @Test
  void isDone_diskRefusesForLong_triesAgainEverySixHours() throws Exception {
    bot.add(HERE, "a");
    breakDisk();
    for (int i = 1; i < 10; i++) {
      assertThat(isDone()).isFalse();
      assertThat(begun).hasValue(i);
      pass(AutomaticReindex.LONGEST_WAIT);
    }
    pass(Duration.ofSeconds(-1));

    assertThat(isDone()).isFalse();
    assertThat(begun).hasValue(9);
  }

  @Test
  void isDone_cancelled_triesAgainLater() {
    bot.add(HERE, "a");
    isHalting = true;
    assertThat(automatic.isDone(HERE)).isFalse();
    await().untilAtomic(begun, count -> assertThat(count).isEqualTo(1));
    Reindexing reindexing = bot.reindexer().running().orElseThrow();
    reindexing.cancel();
    released.countDown();
    assertThat(reindexing.outcome().join()).isEqualTo(new Reindexing.Outcome.Cancelled());

    assertThat(isDone()).isFalse();
    assertThat(begun).hasValue(1);
    pass(AutomaticReindex.FIRST_WAIT);
    assertThat(isDone()).isFalse();
    assertThat(isDone()).isTrue();
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a");
  }

  @Test
  void isDone_anotherIsUnderWay_waitsForItsTurn() {
    bot.add(HERE, "a");
    bot.add(THERE, "b");
    isHalting = true;
    Reindexing there = bot.reindexer().start(bot.plan(THERE), ACTOR);
    assertThat(automatic.isDone(HERE)).isFalse();
    released.countDown();
    var _ = there.outcome().join();

    assertThat(bot.served(HERE)).containsExactly(SHIPPED);
    assertThat(isDone()).isFalse();
    assertThat(isDone()).isTrue();
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a");
  }

  @Test
  void isDone_rolledBack_leavesItUntilSomebodyReindexes() {
    bot.add(HERE, "a");
    var _ = bot.reindex(HERE);
    bot.add(HERE, "b");
    var _ = bot.reindex(HERE);
    var _ = bot.reindexer().rollBack(HERE, null, ACTOR);
    bot.add(HERE, "c");

    assertThat(isDone()).isTrue();
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a");

    var _ = bot.reindex(HERE);
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a", "b", "c");
    bot.add(HERE, "d");
    assertThat(isDone()).isFalse();
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a", "b", "c", "d");
  }
}
