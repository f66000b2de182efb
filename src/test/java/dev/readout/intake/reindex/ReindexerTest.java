package dev.readout.intake.reindex;

import static dev.readout.intake.reindex.TinyBot.ACTOR;
import static dev.readout.intake.reindex.TinyBot.HERE;
import static dev.readout.intake.reindex.TinyBot.SHIPPED;
import static dev.readout.intake.reindex.TinyBot.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.readout.corpus.Scope;
import dev.readout.discord.BotServing;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.index.GenerationInfo;
import dev.readout.intake.reindex.Reindexing.Outcome;
import dev.readout.intake.reindex.Reindexing.ReindexCounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** Real indexes that are made to agree with a real catalogue. */
@Timeout(600)
final class ReindexerTest extends ReindexerFixture {
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
    Logger logger = (Logger) LoggerFactory.getLogger(BotServing.class);
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
}
