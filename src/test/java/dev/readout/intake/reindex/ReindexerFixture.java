package dev.readout.intake.reindex;

import static dev.readout.intake.reindex.TinyBot.ACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Scope;
import dev.readout.index.BuildMonitor;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.intake.reindex.Reindexer.Conduct;
import dev.readout.intake.reindex.Reindexing.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A bot whose reindexes can be halted. */
abstract class ReindexerFixture {
  final CountDownLatch reached = new CountDownLatch(1);
  final CountDownLatch released = new CountDownLatch(1);
  volatile boolean isHalting;
  Path folder;
  TinyBot bot;

  @BeforeEach
  void open(@TempDir Path folder) {
    this.folder = folder;
    bot = new TinyBot(folder, new Conduct(this::halting, Conduct.STANDARD.patience()));
  }

  @AfterEach
  void close() {
    released.countDown();
    bot.close();
  }

  /** Stops in the middle of a build, while a test wants it, until it is let go. */
  BuildMonitor halting(Reindexing reindexing) {
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
  Reindexing halted(Scope scope) throws InterruptedException {
    isHalting = true;
    Reindexing reindexing = bot.reindexer().start(bot.plan(scope), ACTOR);
    reached.await();
    return reindexing;
  }

  static List<String> ids(List<ReindexPlan.Entry> entries) {
    return entries.stream().map(ReindexPlan.Entry::id).toList();
  }

  static Outcome.Done done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return (Outcome.Done) outcome;
  }
}
