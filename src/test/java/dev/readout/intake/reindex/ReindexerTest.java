package dev.readout.intake.reindex;

import static dev.readout.intake.reindex.TinyBot.ACTOR;
import static dev.readout.intake.reindex.TinyBot.HERE;
import static dev.readout.intake.reindex.TinyBot.SHIPPED;
import static dev.readout.intake.reindex.TinyBot.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.readout.corpus.Scope;
import dev.readout.discord.DeskServing;
import dev.readout.index.BuildMonitor;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.index.GenerationInfo;
import dev.readout.index.IndexUnavailableException;
import dev.readout.intake.reindex.Reindexer.Conduct;
import dev.readout.intake.reindex.Reindexing.Outcome;
import dev.readout.intake.reindex.Reindexing.ReindexCounts;
import dev.readout.intake.reindex.Reindexing.Withdrawal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Real indexes that are made to agree with a real catalogue. */
@Timeout(600)
final class ReindexerTest {
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile boolean isHalting;
  private Path folder;
  private TinyBot bot;

  @BeforeEach
  void open(@TempDir Path folder) {
    this.folder = folder;
    bot = new TinyBot(folder, new Conduct(this::halting, Conduct.STANDARD.patience()));
  }

  /** From now on it waits for no other change. */
  private void restartImpatient() {
    bot.close();
    bot = new TinyBot(folder, new Conduct(this::halting, Duration.ZERO));
  }

  @AfterEach
  void close() {
    released.countDown();
    bot.close();
  }

  /** Stops in the middle of a build, while a test wants it, until it is let go. */
  private BuildMonitor halting(Reindexing reindexing) {
    BuildMonitor monitor = reindexing.monitor();
    return new BuildMonitor() {
      @Override
      public void at(BuildStep step, int done, int total) {
        monitor.at(step, done, total);
        if (isHalting && step == BuildStep.WRITE) {
          reached.countDown();
          try {
            released.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
      }

      @Override
      public boolean isCancelled() {
        return monitor.isCancelled();
      }
    };
  }

  /** A reindex that is under way until it is released. */
  private Reindexing halted(Scope scope) throws InterruptedException {
    isHalting = true;
    Reindexing reindexing = bot.reindexer().start(bot.plan(scope), ACTOR);
    reached.await();
    return reindexing;
  }

  private static List<String> ids(List<ReindexPlan.Entry> entries) {
    return entries.stream().map(ReindexPlan.Entry::id).toList();
  }

  private static Outcome.Done done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return (Outcome.Done) outcome;
  }

  @Test
  void plan_nothingAdded_isNotNeeded() {
    assertThat(bot.plan(HERE).isNeeded()).isFalse();
    assertThat(bot.plan(Scope.GLOBAL).isNeeded()).isFalse();
  }

  @Test
  void plan_server_saysWhatDiffersUntilItIsReindexed() {
    long a = bot.add(HERE, "a");
    long b = bot.add(HERE, "b");
    assertThat(ids(bot.plan(HERE).added())).containsExactly("a", "b");
    assertThat(bot.served(HERE)).containsExactly(SHIPPED);

    done(bot.reindex(HERE));
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a", "b");
    assertThat(bot.served(THERE)).containsExactly(SHIPPED);
    assertThat(bot.plan(HERE).isNeeded()).isFalse();

    bot.remove(HERE, a);
    bot.edit(HERE, b, "b", "It was said otherwise.");
    bot.add(HERE, "c");
    ReindexPlan plan = bot.plan(HERE);
    assertThat(ids(plan.added())).containsExactly("c");
    assertThat(ids(plan.changed())).containsExactly("b");
    assertThat(ids(plan.removed())).containsExactly("a");
    assertThat(plan.size()).isEqualTo(3);

    done(bot.reindex(HERE));
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "b", "c");
    assertThat(bot.body(HERE, "b")).isEqualTo("It was said otherwise.");
    assertThat(bot.audited(HERE).detail()).contains("1 added, 1 changed, 1 removed");
    assertThat(bot.plan(HERE).isNeeded()).isFalse();
  }

  @Test
  void plan_forced_isNeededAndBuildsAnew() {
    String before = bot.plan(Scope.GLOBAL).generation();
    ReindexPlan plan = bot.reindexer().plan(Scope.GLOBAL, true);

    assertThat(plan.isNeeded()).isTrue();
    assertThat(plan.size()).isZero();
    Outcome.Done done = done(bot.reindexer().start(plan, ACTOR).outcome().join());
    assertThat(done.generation().name()).isGreaterThan(before);
    assertThat(bot.plan(Scope.GLOBAL).generation()).isEqualTo(done.generation().name());
  }

  @Test
  void plan_changedTerms_isNeeded() {
    bot.writeTerms("tricycle");

    assertThat(bot.plan(Scope.GLOBAL).size()).isZero();
    assertThat(bot.plan(Scope.GLOBAL).isNeeded()).isTrue();
    done(bot.reindex(Scope.GLOBAL));
    assertThat(bot.plan(Scope.GLOBAL).isNeeded()).isFalse();
  }

  @Test
  void plan_idOfAShippedRecord_isRefusedAndTheShippedStays() {
    bot.add(HERE, SHIPPED, "Something else.");
    bot.add(HERE, "b");

    ReindexPlan plan = bot.plan(HERE);
    assertThat(plan.refused())
        .containsExactly(new ReindexPlan.Refusal(SHIPPED, ReindexPlan.Reason.SAME_ID, ""));
    assertThat(ids(plan.added())).containsExactly("b");
    assertThat(plan.changed()).isEmpty();

    done(bot.reindex(HERE));
    assertThat(bot.body(HERE, SHIPPED)).contains("paused its rule");
    assertThat(bot.plan(HERE).isNeeded()).isFalse();
  }

  @Test
  void plan_damagedRow_isRefusedAndTheOthersGoIn() throws Exception {
    bot.add(HERE, "a");
    bot.add(HERE, "b");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + bot.databaseFile());
        var statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "UPDATE source_version SET record = replace(record, 'said', 'paid')"
                      + " WHERE record_id = 'a'"))
          .isEqualTo(1);
    }

    assertThat(bot.plan(HERE).refused())
        .containsExactly(new ReindexPlan.Refusal("a", ReindexPlan.Reason.DAMAGED, ""));
    done(bot.reindex(HERE));
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "b");
    // Nor does it keep those from being looked at again that are not damaged.
    assertThat(bot.sources().due(HERE, Instant.parse("2027-01-01T00:00:00Z"), 10))
        .extracting(entry -> entry.record().id())
        .containsExactly("b");
  }

  @Test
  void plan_defectiveCorpus_isImpossibleAndFailsWhateverSomebodyStarts() {
    bot.write("restrictions/broken.md", "---\nid: broken\n---\n");
    bot.add(Scope.GLOBAL, "op");

    ReindexPlan plan = bot.plan(Scope.GLOBAL);
    assertThat(plan.isPossible()).isFalse();
    assertThat(plan.refused())
        .allMatch(refusal -> refusal.reason() == ReindexPlan.Reason.DEFECT)
        .anyMatch(refusal -> refusal.what().startsWith("restrictions/broken.md:"));
    assertThat(bot.reindex(Scope.GLOBAL)).isInstanceOf(Outcome.Failed.class);
    assertThat(bot.served(Scope.GLOBAL)).containsExactly(SHIPPED);
    assertThat(bot.audited(Scope.GLOBAL).detail()).startsWith("failed");
    // A server's own reindex needs no file.
    bot.add(HERE, "a");
    assertThat(bot.plan(HERE).isPossible()).isTrue();
    done(bot.reindex(HERE));
  }

  @Test
  void start_global_leavesServersIndexesAsTheyAre() {
    bot.add(HERE, "a");
    done(bot.reindex(HERE));
    bot.add(Scope.GLOBAL, "op");
    bot.writeRecord("2025-12-01-second-rule");

    done(bot.reindex(Scope.GLOBAL));

    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "2025-12-01-second-rule", "a", "op");
    assertThat(bot.served(THERE)).containsExactly(SHIPPED, "2025-12-01-second-rule", "op");
    assertThat(bot.plan(HERE).isNeeded()).isFalse();
    assertThat(bot.reindexer().kept(HERE))
        .extracting(GenerationInfo::name)
        .containsExactly("000002+500001");
  }

  @Test
  void start_globalWhenAServersCannotBeOpened_servesItWithoutItsOwn() throws Exception {
    bot.add(HERE, "a");
    done(bot.reindex(HERE));
    bot.add(THERE, "b");
    done(bot.reindex(THERE));
    bot.add(Scope.GLOBAL, "op");
    Path lock = bot.index(THERE).resolve("build.lock");
    Files.delete(lock);
    Files.createDirectory(lock);
    Files.writeString(bot.index(THERE).resolve("current"), "");

    done(bot.reindex(Scope.GLOBAL));

    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a", "op");
    assertThat(bot.served(THERE)).containsExactly(SHIPPED, "op");

    Files.delete(lock);
    done(bot.reindex(THERE));
    assertThat(bot.served(THERE)).containsExactly(SHIPPED, "b", "op");
  }

  @Test
  void start_whileAnotherRuns_givesThatOne() throws InterruptedException {
    bot.add(HERE, "a");
    bot.add(THERE, "b");
    Reindexing first = halted(HERE);

    assertThat(bot.reindexer().running()).contains(first);
    assertThat(bot.reindexer().start(bot.plan(THERE), ACTOR)).isSameAs(first);
    assertThat(first.position().step()).isEqualTo(BuildStep.WRITE);
    released.countDown();

    done(first.outcome().join());
    assertThat(bot.reindexer().running()).isEmpty();
    assertThat(bot.served(THERE)).containsExactly(SHIPPED);
    done(bot.reindex(THERE));
  }

  @Test
  void cancel_beforeTheSwap_leavesWhatWas() throws InterruptedException {
    bot.add(HERE, "a");
    Reindexing reindexing = halted(HERE);
    reindexing.cancel();
    released.countDown();

    assertThat(reindexing.outcome().join()).isEqualTo(new Outcome.Cancelled());
    assertThat(bot.served(HERE)).containsExactly(SHIPPED);
    assertThat(bot.audited(HERE).detail()).isEqualTo("cancelled");
    done(bot.reindex(HERE));
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a");
    assertThat(bot.reindexer().counts()).isEqualTo(new ReindexCounts(1, 1, 0));
  }

  @Test
  void start_diskRefuses_failsAndServesOn() throws Exception {
    bot.add(HERE, "a");
    done(bot.reindex(HERE));
    bot.add(HERE, "b");
    Path lock = bot.index(HERE).resolve("build.lock");
    Files.delete(lock);
    Files.createDirectory(lock);

    assertThat(bot.reindex(HERE)).isInstanceOf(Outcome.Failed.class);
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a");

    Files.delete(lock);
    done(bot.reindex(HERE));
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a", "b");
    assertThat(bot.reindexer().counts()).isEqualTo(new ReindexCounts(2, 0, 1));
  }

  @Test
  void start_closed_isCancelled() {
    bot.add(HERE, "a");
    ReindexPlan plan = bot.plan(HERE);
    bot.reindexer().close();

    assertThat(bot.reindexer().start(plan, ACTOR).outcome().join())
        .isEqualTo(new Outcome.Cancelled());
    assertThat(bot.reindexer().running()).isEmpty();
  }

  @Test
  void anyChange_ended_isOneLineOfTheLog() {
    Logger logger = (Logger) LoggerFactory.getLogger(DeskServing.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      bot.add(HERE, "a");
      done(bot.reindex(HERE));
      long b = bot.add(HERE, "b");
      done(bot.reindex(HERE));
      bot.reindexer().rollBack(HERE, null, ACTOR);
      bot.remove(HERE, b);
      bot.reindexer().withdraw(HERE);
    } finally {
      logger.detachAppender(log);
    }

    String asked = " of server-1, asked for by " + ACTOR + ": generation ";
    assertThat(log.list)
        .extracting(
            event ->
                event
                    .getFormattedMessage()
                    .replaceAll("generation [0-9+]+", "generation N")
                    .replaceAll("[0-9]+ ms", "N ms"))
        .containsExactly(
            "reindex" + asked + "N: 1 added, 0 changed, 0 removed in N ms",
            "reindex" + asked + "N: 1 added, 0 changed, 0 removed in N ms",
            "rollback" + asked + "N",
            "what was removed from server-1 is out of its answers");
  }

  @Test
  void withdraw_indexed_isFoundNoMore() {
    long a = bot.add(HERE, "a");
    bot.add(HERE, "b");
    done(bot.reindex(HERE));
    bot.remove(HERE, a);

    assertThat(bot.reindexer().withdraw(HERE)).isEqualTo(Withdrawal.DONE);

    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "b");
    assertThat(bot.plan(HERE).isNeeded()).isFalse();
  }

  @Test
  void withdraw_neverIndexed_isDoneAndLeavesNoFolder() {
    bot.remove(HERE, bot.add(HERE, "a"));

    assertThat(bot.reindexer().withdraw(HERE)).isEqualTo(Withdrawal.DONE);
    assertThat(bot.reindexer().kept(HERE)).isEmpty();
    assertThat(bot.index(HERE)).doesNotExist();
  }

  @Test
  void withdraw_global_isFoundNowhere() {
    bot.add(HERE, "a");
    long op = bot.add(Scope.GLOBAL, "op");
    done(bot.reindex(HERE));
    done(bot.reindex(Scope.GLOBAL));
    assertThat(bot.served(HERE)).contains("op");
    bot.remove(Scope.GLOBAL, op);

    assertThat(bot.reindexer().withdraw(Scope.GLOBAL)).isEqualTo(Withdrawal.DONE);

    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a");
    assertThat(bot.served(Scope.GLOBAL)).containsExactly(SHIPPED);
    assertThat(bot.plan(HERE).isNeeded()).isFalse();
    assertThat(bot.plan(Scope.GLOBAL).size()).isZero();
  }

  @Test
  void withdraw_globalThatAServerHasAddedToo_staysThere() {
    long op = bot.add(Scope.GLOBAL, "same");
    bot.add(HERE, "same", "It was said here.");
    done(bot.reindex(HERE));
    assertThat(bot.body(HERE, "same")).contains("here");
    done(bot.reindex(Scope.GLOBAL));
    assertThat(bot.body(HERE, "same")).doesNotContain("here");
    assertThat(bot.plan(HERE).refused()).hasSize(1);
    bot.remove(Scope.GLOBAL, op);

    assertThat(bot.reindexer().withdraw(Scope.GLOBAL)).isEqualTo(Withdrawal.DONE);

    assertThat(bot.served(THERE)).containsExactly(SHIPPED);
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "same");
    assertThat(bot.body(HERE, "same")).contains("here");
    assertThat(bot.plan(HERE).isNeeded()).isFalse();
  }

  @Test
  void withdraw_duringTheScopesReindex_holdsAtOnceAndCancelsIt() throws Exception {
    long a = bot.add(HERE, "a");
    bot.add(HERE, "b");
    done(bot.reindex(HERE));
    bot.add(HERE, "c");
    Reindexing reindexing = halted(HERE);
    bot.remove(HERE, a);

    CompletableFuture<Withdrawal> withdrawal =
        CompletableFuture.supplyAsync(() -> bot.reindexer().withdraw(HERE));
    await().until(() -> !bot.served(HERE).contains("a"));
    assertThat(withdrawal).isNotDone();
    released.countDown();

    assertThat(withdrawal.join()).isEqualTo(Withdrawal.DONE);
    assertThat(reindexing.outcome().join()).isEqualTo(new Outcome.Cancelled());
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "b");
    assertThat(ids(bot.plan(HERE).added())).containsExactly("c");
  }

  @Test
  void withdraw_duringAnotherServersReindex_letsThatGoOn() throws Exception {
    long a = bot.add(HERE, "a");
    done(bot.reindex(HERE));
    bot.add(THERE, "b");
    Reindexing there = halted(THERE);
    bot.remove(HERE, a);

    CompletableFuture<Withdrawal> withdrawal =
        CompletableFuture.supplyAsync(() -> bot.reindexer().withdraw(HERE));
    await().until(() -> !bot.served(HERE).contains("a"));
    released.countDown();

    assertThat(withdrawal.join()).isEqualTo(Withdrawal.DONE);
    done(there.outcome().join());
    assertThat(bot.served(THERE)).containsExactly(SHIPPED, "b");
    assertThat(bot.served(HERE)).containsExactly(SHIPPED);
  }

  @Test
  void withdraw_anotherServersReindexTakesLong_isMadeBehindIt() throws Exception {
    long a = bot.add(HERE, "a");
    long b = bot.add(HERE, "b");
    bot.add(HERE, "c");
    done(bot.reindex(HERE));
    restartImpatient();
    bot.add(THERE, "d");
    Reindexing there = halted(THERE);

    bot.remove(HERE, a);
    assertThat(bot.reindexer().withdraw(HERE)).isEqualTo(Withdrawal.LATER);
    assertThat(bot.served(HERE)).containsExactly(SHIPPED);
    bot.remove(HERE, b);
    assertThat(bot.reindexer().withdraw(HERE)).isEqualTo(Withdrawal.LATER);
    released.countDown();

    done(there.outcome().join());
    await().untilAsserted(() -> assertThat(bot.served(HERE)).containsExactly(SHIPPED, "c"));
    assertThat(bot.served(THERE)).containsExactly(SHIPPED, "d");
    assertThat(bot.plan(HERE).isNeeded()).isFalse();
  }

  @Test
  void withdraw_globalWhileAServersReindexTakesLong_isMadeBehindIt() throws Exception {
    long op = bot.add(Scope.GLOBAL, "op");
    bot.add(THERE, "b");
    done(bot.reindex(Scope.GLOBAL));
    restartImpatient();
    bot.add(HERE, "a");
    Reindexing here = halted(HERE);
    bot.remove(Scope.GLOBAL, op);

    assertThat(bot.reindexer().withdraw(Scope.GLOBAL)).isEqualTo(Withdrawal.LATER);
    assertThat(bot.served(Scope.GLOBAL)).containsExactly(SHIPPED);
    released.countDown();

    done(here.outcome().join());
    await().until(() -> !bot.plan(THERE).isNeeded());
    await().untilAsserted(() -> assertThat(bot.served(Scope.GLOBAL)).containsExactly(SHIPPED));
    await().untilAsserted(() -> assertThat(bot.served(HERE)).containsExactly(SHIPPED, "a"));
    await().untilAsserted(() -> assertThat(bot.served(THERE)).containsExactly(SHIPPED, "b"));
  }

  @Test
  void withdraw_closedWhileAReindexEnds_isLeftToTheNextStart() throws Exception {
    long a = bot.add(HERE, "a");
    bot.add(HERE, "b");
    done(bot.reindex(HERE));
    restartImpatient();
    bot.add(THERE, "c");
    Reindexing there = halted(THERE);
    CompletableFuture<Void> closing = CompletableFuture.runAsync(bot.reindexer()::close);
    await().until(there::isCancelled);
    bot.remove(HERE, a);

    await().until(() -> bot.reindexer().withdraw(HERE) == Withdrawal.SERVER_DROPPED);
    assertThat(bot.served(HERE)).containsExactly(SHIPPED);
    released.countDown();
    closing.join();
    restartImpatient();

    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "b");
  }

  @Test
  void withdraw_indexCannotBeWritten_dropsTheServersAltogether() throws Exception {
    long a = bot.add(HERE, "a");
    bot.add(HERE, "b");
    done(bot.reindex(HERE));
    Path lock = bot.index(HERE).resolve("build.lock");
    Files.delete(lock);
    Files.createDirectory(lock);
    bot.remove(HERE, a);

    assertThat(bot.reindexer().withdraw(HERE)).isEqualTo(Withdrawal.SERVER_DROPPED);
    assertThat(bot.served(HERE)).containsExactly(SHIPPED);

    Files.delete(lock);
    assertThat(bot.reindexer().withdraw(HERE)).isEqualTo(Withdrawal.DONE);
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "b");
  }

  @Test
  void rollBack_withdrawnMeanwhile_staysOut() {
    long a = bot.add(HERE, "a");
    bot.add(HERE, "b");
    done(bot.reindex(HERE));
    bot.add(HERE, "c");
    done(bot.reindex(HERE));
    bot.remove(HERE, a);
    bot.reindexer().withdraw(HERE);

    var info = bot.reindexer().rollBack(HERE, null, ACTOR);

    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "b");
    assertThat(bot.plan(HERE).generation()).isEqualTo(info.name());
    assertThat(ids(bot.plan(HERE).added())).containsExactly("c");
    assertThat(bot.audited(HERE).action()).isEqualTo("rollback");
    done(bot.reindex(HERE));
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "b", "c");
  }

  @Test
  void rollBack_nothingKept_isRefused() {
    bot.add(HERE, "a");

    assertThatThrownBy(() -> bot.reindexer().rollBack(HERE, null, ACTOR))
        .isInstanceOf(IndexUnavailableException.class);
    assertThat(bot.served(HERE)).contains(SHIPPED);
    done(bot.reindex(HERE));
  }
}
