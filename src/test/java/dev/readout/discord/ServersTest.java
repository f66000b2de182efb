package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.readout.corpus.JsonCodec;
import dev.readout.store.Database;
import dev.readout.store.ServerSettings;
import dev.readout.store.ServerSettingsTable;
import dev.readout.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import net.dv8tion.jda.api.entities.Guild;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServersTest {
  private static final long SERVER = 7;

  @TempDir private Path folder;

  private final Guild server = mock(Guild.class);

  @Test
  void of_databaseIsAway_asTheyWereBefore() {
    when(server.getIdLong()).thenReturn(SERVER);
    Database database = TestDatabase.open(folder.resolve("readout.db"), InstantSource.system());
    ServerSettingsTable table = new ServerSettingsTable(database);
    ServerSettings set = JsonCodec.with(ServerSettings.defaults(SERVER), "privateByDefault", true);
    table.save(set, "test");
    Servers servers = new Servers(table, Duration.ZERO);
    assertThat(servers.of(server)).isEqualTo(set);
    database.close();

    assertThat(servers.of(server)).isEqualTo(set);
    servers.forget(SERVER);
    assertThat(servers.of(server)).isNull();
  }
}
