package dev.readout.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.backup.BackupSchedule.BackupSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** When backups are made, and which are kept. */
final class BackupScheduleTest extends BackupFixture {
  @Test
  void schedule_newestIsOldEnough_makesAnotherAndDeletesTheOldest() throws IOException {
    Path folder = temp.resolve("backups");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("mine.zip"), "mine");
    Instant[] now = {CLOCK.instant()};
    InstantSource clock = () -> now[0];
    BackupSettings daily = new BackupSettings(Duration.ofDays(1), 2, folder, null);
    try (BackupSchedule schedule = new BackupSchedule(backup(), daily, clock)) {
      for (int hours : new int[] {0, 1, 23, 12, 30}) {
        now[0] = now[0].plus(Duration.ofHours(hours));
        schedule.look();
      }

      assertThat(names(folder))
          .containsExactly(
              "mine.zip", "readout-20261125T120000Z.zip", "readout-20261127T060000Z.zip");
      now[0] = now[0].plusSeconds(60);
      assertThat(schedule.ageSeconds()).isEqualTo(60);
    }
  }

  @Test
  void schedule_oneOfAClockThatWasYearsAhead_keepsNoneFromBeingMade() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("backups"));
    Files.writeString(folder.resolve("readout-20991124T120000Z.zip"), "made by a wrong clock");
    Instant[] now = {CLOCK.instant()};
    BackupSettings daily = new BackupSettings(Duration.ofDays(1), 3, folder, null);
    try (BackupSchedule schedule = new BackupSchedule(backup(), daily, () -> now[0])) {
      schedule.look();
      schedule.look();
      now[0] = now[0].plus(Duration.ofDays(1));
      schedule.look();
      assertThat(schedule.ageSeconds()).isZero();
    }
    assertThat(names(folder))
        .containsExactly(
            "readout-20261124T120000Z.zip",
            "readout-20261125T120000Z.zip",
            "readout-20991124T120000Z.zip");
  }

  @Test
  void schedule_backupFails_isTriedAgainAnHourLater() throws IOException {
    Path folder = Files.writeString(temp.resolve("no-folder"), "");
    Instant[] now = {CLOCK.instant()};
    BackupSettings daily = new BackupSettings(Duration.ofDays(1), 2, folder, null);
    try (BackupSchedule schedule = new BackupSchedule(backup(), daily, () -> now[0])) {
      schedule.look();
      Files.delete(folder);
      schedule.look();
      assertThat(folder).doesNotExist();
      now[0] = now[0].plus(Duration.ofHours(1));
      schedule.look();
      assertThat(names(folder)).hasSize(1);
    }
  }
}
