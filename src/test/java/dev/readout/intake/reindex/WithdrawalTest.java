package dev.readout.intake.reindex;

import static dev.readout.intake.reindex.TinyBot.ACTOR;
import static dev.readout.intake.reindex.TinyBot.HERE;
import static dev.readout.intake.reindex.TinyBot.SHIPPED;
import static dev.readout.intake.reindex.TinyBot.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.readout.corpus.Scope;
import dev.readout.index.IndexUnavailableException;
import dev.readout.intake.reindex.Reindexer.Conduct;
import dev.readout.intake.reindex.Reindexing.Outcome;
import dev.readout.intake.reindex.Reindexing.Withdrawal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is withdrawn, or in no generation gone back to, answers no more, whatever is under way. */
@Timeout(600)
final class WithdrawalTest extends ReindexerFixture {
  /** From now on it waits for no other change. */
  private void restartImpatient() {
    bot.close();
    bot = new TinyBot(folder, new Conduct(this::halting, Duration.ZERO));
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
