package dev.readout.intake.reindex;

import static dev.readout.intake.reindex.TinyBot.ACTOR;
import static dev.readout.intake.reindex.TinyBot.HERE;
import static dev.readout.intake.reindex.TinyBot.SHIPPED;
import static dev.readout.intake.reindex.TinyBot.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.Folders;
import dev.readout.corpus.Scope;
import dev.readout.index.BuildMonitor;
import dev.readout.index.BuildMonitor.BuildStep;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A bot killed at each step between a change of the catalogue and its answers, and started again:
 * what it answers is the old or the new, whole, and what is missing is told and can be mended. One
 * process is killed; for the other steps its files are kept as they are then, which is what a kill
 * leaves.
 */
@Timeout(600)
final class KilledReindexTest {
  private static final String SWAPPED = "SWAPPED";
  private static final String CATALOGUE = "CATALOGUE";
  private static final String WITHDRAW = "WITHDRAW";
  private static final String GLOBAL = "GLOBAL";

  private Path folder;
  private Path left;

  @BeforeEach
  void begin(@TempDir Path temp) throws IOException {
    folder = Files.createDirectory(temp.resolve("bot"));
    left = temp.resolve("left");
    try (TinyBot bot = new TinyBot(folder)) {
      bot.add(Scope.GLOBAL, "op");
      bot.add(HERE, "old");
      assertThat(bot.reindex(Scope.GLOBAL)).isInstanceOf(Reindexing.Outcome.Done.class);
      assertThat(bot.reindex(HERE)).isInstanceOf(Reindexing.Outcome.Done.class);
      assertThat(bot.served(HERE)).containsExactly(SHIPPED, "old", "op");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CATALOGUE, "CUT", "WRITE", "VERIFY", "SWAP"})
  void restart_killedBeforeTheSwap_answersAsBeforeAndSaysWhatIsMissing(String step)
      throws Exception {
    leaveAt(step);

    try (TinyBot bot = new TinyBot(left)) {
      assertThat(bot.served(HERE)).containsExactly(SHIPPED, "old", "op");
      assertThat(bot.body(HERE, "old")).isEqualTo("It was said in old.");
      assertThat(bot.served(THERE)).containsExactly(SHIPPED, "op");
      ReindexPlan plan = bot.plan(HERE);
      assertThat(plan.added()).extracting(ReindexPlan.Entry::id).containsExactly("new");
      assertThat(plan.changed()).extracting(ReindexPlan.Entry::id).containsExactly("old");
      assertThat(plan.removed()).isEmpty();
      assertReindexes(bot);
    }
  }

  @Test
  void restart_killedAfterTheSwap_answersTheNew() throws Exception {
    killAt(SWAPPED);

    try (TinyBot bot = new TinyBot(folder)) {
      assertNew(bot);
      assertThat(bot.plan(HERE).isNeeded()).isFalse();
      bot.add(HERE, "next");
      assertThat(bot.reindex(HERE)).isInstanceOf(Reindexing.Outcome.Done.class);
      assertThat(bot.served(HERE)).containsExactly(SHIPPED, "new", "next", "old", "op");
    }
  }

  /** The global index is new: servers' are read with it as they are. */
  @Test
  void restart_killedAfterTheGlobalSwap_answersTheNewInServersToo() throws Exception {
    leaveAt(GLOBAL);

    try (TinyBot bot = new TinyBot(left)) {
      assertThat(bot.served(Scope.GLOBAL)).containsExactly(SHIPPED, "op", "second");
      assertThat(bot.served(HERE)).containsExactly(SHIPPED, "old", "op", "second");
      assertThat(bot.plan(HERE).added()).extracting(ReindexPlan.Entry::id).containsExactly("new");
      assertThat(bot.plan(Scope.GLOBAL).size()).isZero();
    }
  }

  @Test
  void restart_killedBetweenRemovalAndIndex_answersNothingOfIt() throws Exception {
    leaveAt(WITHDRAW);

    try (TinyBot bot = new TinyBot(left)) {
      assertThat(bot.served(HERE)).containsExactly(SHIPPED);
      assertThat(bot.served(Scope.GLOBAL)).containsExactly(SHIPPED);
      assertThat(bot.plan(HERE).isNeeded()).isFalse();
      assertThat(bot.plan(Scope.GLOBAL).size()).isZero();
    }
  }

  private void assertReindexes(TinyBot bot) throws IOException {
    assertThat(bot.reindex(HERE)).isInstanceOf(Reindexing.Outcome.Done.class);
    assertNew(bot);
    assertThat(bot.plan(HERE).isNeeded()).isFalse();
    try (Stream<Path> files = Files.list(bot.index(HERE))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("building-"));
    }
  }

  private static void assertNew(TinyBot bot) {
    assertThat(bot.served(HERE)).containsExactly(SHIPPED, "new", "old", "op");
    assertThat(bot.body(HERE, "old")).isEqualTo("It was said otherwise.");
    assertThat(bot.served(THERE)).containsExactly(SHIPPED, "op");
  }

  /** Keeps what a process that is killed at a step leaves. */
  private void leaveAt(String step) {
    change(folder, step, this::keep);
  }

  /** A step may be told more than once. */
  private void keep() {
    if (!Files.exists(left)) {
      Folders.copy(folder, left);
    }
  }

  private void killAt(String step) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledReindexTest.class.getName(),
            folder.toString(),
            step);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.lines().filter("halted"::equals).findFirst()).isPresent();
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static void halt() {
    System.out.println("halted");
    try {
      System.in.read(); // until killed: nobody writes to it
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Halts where a build is to be killed. */
  private record HaltingAt(String step, Runnable halt) implements BuildMonitor {
    @Override
    public void at(BuildStep now, int done, int total) {
      boolean isSwapped = now == BuildStep.SWAP && done == 1;
      if (isSwapped ? step.equals(SWAPPED) || step.equals(GLOBAL) : step.equals(now.name())) {
        halt.run();
      }
    }

    @Override
    public boolean isCancelled() {
      return false;
    }
  }

  /** The other process. */
  public static void main(String[] args) {
    change(Path.of(args[0]), args[1], KilledReindexTest::halt);
  }

  /** Changes the catalogue, then the index, and halts on the way. */
  private static void change(Path folder, String step, Runnable halt) {
    Reindexer.Conduct halting =
        new Reindexer.Conduct(
            _ -> new HaltingAt(step, halt), Reindexer.Conduct.STANDARD.patience());
    try (TinyBot bot = new TinyBot(folder, halting)) {
      if (step.equals(WITHDRAW)) {
        bot.remove(HERE, 1);
        bot.remove(Scope.GLOBAL, 1);
        halt.run();
        return;
      }
      bot.edit(HERE, 1, "old", "It was said otherwise.");
      bot.add(HERE, "new");
      if (step.equals(CATALOGUE)) {
        halt.run();
      }
      if (step.equals(GLOBAL)) {
        bot.add(Scope.GLOBAL, "second");
      }
      Scope scope = step.equals(GLOBAL) ? Scope.GLOBAL : HERE;
      var _ = bot.reindexer().start(bot.plan(scope), ACTOR).outcome().join();
    }
  }
}
