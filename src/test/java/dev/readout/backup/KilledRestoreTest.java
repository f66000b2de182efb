package dev.readout.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.store.Database;
import dev.readout.store.DatabaseUse;
import dev.readout.store.StoreUnavailableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A restore that ends anywhere: what is there is the old or the new, whole; or nobody opens it, and
 * running it again first puts back the old. What was there before is never lost.
 */
@Timeout(120)
final class KilledRestoreTest {
  @TempDir private static Path shared;
  private static SampleInstallation old;
  private static Path file;
  private static Map<String, String> before;
  private static Map<String, String> after;
  private static List<String> steps;

  @TempDir private Path temp;

  @BeforeAll
  static void make() throws IOException {
    old =
        SampleInstallation.make(
            shared.resolve("old"), "old", Instant.parse("2026-11-02T08:00:00Z"));
    before = old.contents();
    file =
        SampleInstallation.make(shared.resolve("new"), "new", Instant.parse("2026-11-01T08:00:00Z"))
            .backup("new.zip");
    steps = new ArrayList<>();
    SampleInstallation whole = old.copyTo(shared.resolve("whole"));
    whole.restore(file, SampleInstallation.REPLACING, steps::add);
    after = whole.contents();
    assertThat(whole.setAside()).isEqualTo(before);
  }

  /** Ends the process as far as a restore can tell: no code of its own mends anything after it. */
  private static final class EndedError extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Ends before the step of this number. */
  private static Steps endingAt(int number) {
    List<String> made = new ArrayList<>();
    return step -> {
      if (made.size() == number) {
        throw new EndedError();
      }
      made.add(step);
    };
  }

  private static void endAt(SampleInstallation site, int number) {
    assertThatThrownBy(() -> site.restore(file, SampleInstallation.REPLACING, endingAt(number)))
        .isInstanceOf(EndedError.class);
  }

  @Test
  void restore_endedBeforeAnyStep_isWholeOrRefusedAndFinishesWhenRunAgain() throws IOException {
    assertThat(steps).hasSizeGreaterThan(15);
    for (int i = 0; i < steps.size(); i++) {
      SampleInstallation site = old.copyTo(temp.resolve("site-" + i));
      endAt(site, i);

      boolean isJournalled = Files.exists(journal(site));
      assertThat(isJournalled).as("journal at %s", steps.get(i)).isEqualTo(i > 0);
      if (isJournalled) {
        assertRefused(site);
      } else {
        assertThat(site.contents()).as(steps.get(i)).isEqualTo(before);
      }
      assertThat(site.undo()).as(steps.get(i)).isEqualTo(isJournalled);
      assertThat(site.contents()).as(steps.get(i)).isEqualTo(before);
      assertThat(site.setAside()).as(steps.get(i)).isEmpty();
      site.restore(file, SampleInstallation.REPLACING);
      assertThat(site.contents()).as(steps.get(i)).isEqualTo(after);
      assertThat(site.setAside()).as(steps.get(i)).isEqualTo(before);
    }
  }

  private static Path journal(SampleInstallation site) {
    return DatabaseUse.unfinishedRestore(site.where().store().file());
  }

  private static void assertRefused(SampleInstallation site) {
    Path database = site.where().store().file();
    assertThat(Database.exists(database)).isTrue();
    assertThatThrownBy(() -> Database.open(database, SampleInstallation.CLOCK))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("a restore was cut short");
    assertThatThrownBy(
            () ->
                new Backup(site.where(), "1", SampleInstallation.CLOCK)
                    .write(site.folder().resolve("x.zip"), false))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("a restore was cut short");
  }

  /** The undoing of a restore that had come farthest, ended before each of its own steps. */
  @Test
  void undo_endedBeforeAnyStep_finishesWhenRunAgain() throws IOException {
    int undone = 0;
    boolean isEnded = true;
    while (isEnded) {
      SampleInstallation site = old.copyTo(temp.resolve("site-" + undone));
      endAt(site, steps.size() - 1);
      isEnded = undoEndsAt(site, undone);
      if (isEnded) {
        assertRefused(site);
        assertThat(site.undo()).isTrue();
      }
      assertThat(site.contents()).as("step %s", undone).isEqualTo(before);
      assertThat(site.setAside()).as("step %s", undone).isEmpty();
      undone++;
    }
    assertThat(undone).isGreaterThan(15);
  }

  private static boolean undoEndsAt(SampleInstallation site, int number) {
    try {
      new Restore(site.where(), _ -> Optional.empty(), SampleInstallation.CLOCK, endingAt(number))
          .undoUnfinished();
      return false;
    } catch (EndedError _) {
      return true;
    }
  }

  /** The same with a process that is killed, and so leaves all that it would tidy up. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "note SETTING_ASIDE",
        "move current",
        "note PUTTING_IN",
        "move readout.db",
        "write ",
        "remove the journal"
      })
  void restore_processKilled_isRefusedAndFinishesWhenRunAgain(String step) throws Exception {
    SampleInstallation site = old.copyTo(temp.resolve("site"));
    killAt(site, step);

    if (Files.exists(journal(site))) {
      assertRefused(site);
    }
    assertThat(site.where().data().resolve("restore.part")).exists();
    assertThat(site.undo()).isEqualTo(!step.equals("note SETTING_ASIDE"));
    site.restore(file, SampleInstallation.REPLACING);

    assertThat(site.contents()).isEqualTo(after);
    assertThat(site.setAside()).isEqualTo(before);
    Database.open(site.where().store().file(), SampleInstallation.CLOCK).close();
  }

  private static void killAt(SampleInstallation site, String step) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledRestoreTest.class.getName(),
            site.folder().toString(),
            file.toString(),
            step);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("halted");
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** The other process: restores, and halts before the last step of this kind. */
  public static void main(String[] args) throws IOException {
    SampleInstallation site = new SampleInstallation(Path.of(args[0]));
    Path backup = Path.of(args[1]);
    Steps halting =
        step -> {
          if (step.startsWith(args[2])) {
            halt();
          }
        };
    try (InputStream in = Files.newInputStream(backup)) {
      new Restore(site.where(), _ -> Optional.empty(), SampleInstallation.CLOCK, halting)
          .restore(in, SampleInstallation.REPLACING);
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
}
