package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the version before there were sources. */
final class SourceMigrationTest {
  private static final String FIRST = "V1__what_outlives_a_restart.sql";

  @TempDir private Path temp;

  @Test
  void open_firstVersion_keepsWhatItHasAndTakesSources() throws Exception {
    Path file = temp.resolve("readout.db");
    Receipt receipt = new SampleReceipt("ABCDEFGH").scope(SampleSource.ONE).build();
    try (Database first = openFirst(file)) {
      new Receipts(first).save(receipt);
      first.write(
          handle -> handle.execute("INSERT INTO server_settings VALUES (1, 'zh', 1, 0, 1)"));
      first.write(handle -> handle.execute("INSERT INTO server_channel VALUES (1, 5)"));
    }

    try (Database database = Database.open(file, InstantSource.system())) {
      assertThat(new Receipts(database).find("ABCDEFGH")).contains(receipt);
      assertThat(new ServerSettingsTable(database).of(1))
          .isEqualTo(
              new ServerSettings(
                  1, "zh", true, false, true, Set.of(5L), false, null, Set.of(), false));
      SourceTable table = new SourceTable(database);
      assertThat(table.scopesWithSources()).isEmpty();
      SourceEntry added = table.add(new SampleSource("truce").build(), SampleSource.ACTOR);
      assertThat(table.find(SampleSource.ONE, 1)).contains(added);
    }
    assertThat(temp.resolve("readout.db.before-V" + Schema.NEWEST)).exists();
  }

  private Database openFirst(Path file) throws IOException {
    Path folder = Files.createDirectory(temp.resolve("first"));
    try (InputStream in =
        Objects.requireNonNull(Database.class.getResourceAsStream("/db/migration/" + FIRST))) {
      Files.copy(in, folder.resolve(FIRST));
    }
    return Database.open(
        file, InstantSource.system(), List.of("filesystem:" + folder), Database.MAX_PAGES);
  }
}
