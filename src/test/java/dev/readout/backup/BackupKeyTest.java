package dev.readout.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.backup.Backup.BackupFailedException;
import dev.readout.backup.Backup.Locations;
import dev.readout.backup.BackupSchedule.BackupSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Backups under a key. */
final class BackupKeyTest extends BackupFixture {
  private static Locations with(Path keyFile, Locations where) {
    return new Locations(where.store(), where.index(), where.records(), where.settings(), keyFile);
  }

  private Path key(String name) throws IOException {
    byte[] secret = new byte[BackupKey.MIN_BYTES];
    new Random(name.hashCode()).nextBytes(secret);
    return Files.write(temp.resolve(name), secret);
  }

  /** Three pieces of 64 KiB and a rest. */
  private byte[] encrypted(Path keyFile) throws IOException {
    byte[] noise = new byte[200_000];
    new Random(1).nextBytes(noise);
    Files.write(here.records().resolve("noise.md"), noise);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(new Backup(with(keyFile, here), "1.2.3", CLOCK).write(out)).contains("3 files");
    return out.toByteArray();
  }

  @Test
  void restore_encrypted_bringsBackAllWithItsKeyOnly() throws IOException {
    Path key = key("key");
    byte[] backup = encrypted(key);
    assertThat(new String(backup, StandardCharsets.ISO_8859_1))
        .startsWith("readout backup, encrypted (1)\n")
        .doesNotContain("database/readout.db", "topics.yaml");
    assertUnusable(backup, "it is encrypted; name its key in backup.key-file");
    there = with(key("another"), there);
    assertUnusable(backup, "or its key is another");

    there = with(key, there);
    assertThat(new Restore(there).check(new ByteArrayInputStream(backup))).contains("3 files");
    assertThat(restore(backup).records()).isEqualTo(Restore.Fate.RESTORED);
    assertThat(there.records().resolve("noise.md"))
        .hasSameBinaryContentAs(here.records().resolve("noise.md"));
    assertThat(encrypted(key)).isNotEqualTo(backup);
  }

  /** Pieces are authenticated in their order, and so is the end. */
  @Test
  void restore_encryptedAndMeddledWith_isRefused() throws IOException {
    Path key = key("key");
    byte[] backup = encrypted(key);
    there = with(key, there);
    int head = "readout backup, encrypted (1)\n".length() + 32;
    int piece = (1 << 16) + 16;
    for (int length = 0; length <= backup.length; length += piece / 2) {
      assertUnusable(Arrays.copyOf(backup, Math.min(length, backup.length - 1)), "");
      // Cut where a piece ends, which no piece by itself shows.
      assertUnusable(Arrays.copyOf(backup, head + length / piece * piece), "");
    }
    byte[] swapped = backup.clone();
    System.arraycopy(backup, head, swapped, head + piece, piece);
    System.arraycopy(backup, head + piece, swapped, head, piece);
    assertUnusable(swapped, "put together anew");
    byte[] longer = Arrays.copyOf(backup, backup.length + 1);
    assertUnusable(longer, "put together anew");
    for (int at : new int[] {head - 1, head, head + piece - 1, backup.length - 1}) {
      byte[] changed = backup.clone();
      changed[at] ^= 1;
      assertUnusable(changed, "damaged");
    }
  }

  @Test
  void write_keyFileIsNone_isRefused() throws IOException {
    Path brief = Files.writeString(temp.resolve("brief"), "secret");
    for (Path wrong : List.of(brief, temp.resolve("none"))) {
      Backup backup = new Backup(with(wrong, here), "1.2.3", CLOCK);
      assertThatThrownBy(() -> backup.write(file, false))
          .isInstanceOf(BackupFailedException.class)
          .hasMessageContaining(wrong.toString());
      assertThat(file).doesNotExist();
    }
    Path among = Files.copy(key("key"), here.records().resolve("key"));
    assertThatThrownBy(() -> new Backup(with(among, here), "1.2.3", CLOCK).write(file, false))
        .isInstanceOf(BackupFailedException.class)
        .hasMessageContaining("would be in the backup");
  }

  @Test
  void schedule_key_isInTheNameAndKnownAgain() throws IOException {
    Path folder = temp.resolve("backups");
    Backup backup = new Backup(with(key("key"), here), "1.2.3", CLOCK);
    BackupSettings daily = new BackupSettings(Duration.ofDays(1), 2, folder, null);
    try (BackupSchedule schedule = new BackupSchedule(backup, daily, CLOCK)) {
      schedule.look();
      schedule.look();
    }
    assertThat(names(folder)).containsExactly("readout-20261124T120000Z.zip.aes");
  }
}
