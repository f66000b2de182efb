package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.Folders;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.index.GenerationBuilder.BuildPlan;
import dev.readout.meaning.Models;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process killed at each step of a build: whole, or from another generation. One is killed; for
 * the other steps its files are kept as they are then, which is what a kill leaves.
 */
@Timeout(600)
final class KilledBuildTest {
  private IndexFixture fixture;
  private Path left;

  @BeforeEach
  void folders(@TempDir Path temp) throws IOException {
    fixture = new IndexFixture(temp);
    left = temp.resolve("left");
    fixture.directory().build(IndexFixture.NEW, fixture.corpusFolder());
  }

  @ParameterizedTest
  @CsvSource({"CUT, 0", "CUT, 1", "WRITE, 0", "WRITE, 1", "VERIFY, 0", "VERIFY, 1", "SWAP, 0"})
  void open_killedBeforeTheSwap_servesTheOldAndBuildsOn(BuildStep step, int done) throws Exception {
    leaveAt(step, done);

    assertThat(fixture.files()).doesNotContain("000002");
    assertThat(fixture.opened()).containsExactly("new", "newer");

    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
    assertThat(fixture.served()).containsExactly("old");
    assertThat(fixture.files())
        .containsExactly("000001", "000003", "build.lock", "current", "numbers");
  }

  @ParameterizedTest
  @CsvSource("SWAP, 1")
  void open_killedAfterTheSwap_servesTheNew(BuildStep step, int done) throws Exception {
    killAt(step, done);

    assertThat(fixture.served()).containsExactly("new", "newer", "third");
  }

  /** Goes back to what a process that is killed at a step leaves. */
  private void leaveAt(BuildStep step, int done) throws IOException {
    build(fixture.index(), new HaltingAt(step, done, () -> Folders.copy(fixture.index(), left)));
    IOUtils.rm(fixture.index());
    Files.move(left, fixture.index());
    assertThat(fixture.index().resolve("current.next")).doesNotExist();
  }

  private void killAt(BuildStep step, int done) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledBuildTest.class.getName(),
            fixture.index().toString(),
            step.name(),
            Integer.toString(done));
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
    assertThat(Files.exists(fixture.index().resolve("current.next"))).isFalse();
  }

  /** Halts when a build is where it is to be killed. */
  private record HaltingAt(BuildStep step, int done, Runnable halt) implements BuildMonitor {
    @Override
    public void at(BuildStep now, int nowDone, int total) {
      if (now == step && nowDone == done) {
        halt.run();
      }
    }

    @Override
    public boolean isCancelled() {
      return false;
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

  /** The other process. */
  public static void main(String[] args) {
    BuildStep step = BuildStep.valueOf(args[1]);
    build(Path.of(args[0]), new HaltingAt(step, Integer.parseInt(args[2]), KilledBuildTest::halt));
  }

  /** Adds a third record. */
  private static void build(Path index, BuildMonitor monitor) {
    BuildPlan plan =
        new BuildPlan(
            SampleIndex.corpus(
                new RecordDraft("new"), new RecordDraft("newer"), new RecordDraft("third")),
            "more",
            null);
    new IndexDirectory(index, InstantSource.system(), Models.off()).build(plan, monitor);
  }
}
