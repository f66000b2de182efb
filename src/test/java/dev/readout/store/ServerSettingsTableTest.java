package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerSettingsTableTest {
  private static final ServerSettings CHOSEN =
      new ServerSettings(7, "zh", true, false, true, Set.of(Long.MAX_VALUE, 2L));

  private StoreFixture store;
  private ServerSettingsTable table;

  @BeforeEach
  void open(@TempDir Path temp) {
    store = new StoreFixture(temp);
    table = new ServerSettingsTable(store.database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void of_unknownServer_isTheDefaults() {
    table.save(CHOSEN);

    assertThat(table.of(8)).isEqualTo(new ServerSettings(8, null, false, true, false, Set.of()));
  }

  @Test
  void of_saved_isEqual() {
    table.save(CHOSEN);

    assertThat(table.of(7)).isEqualTo(CHOSEN);
  }

  @Test
  void save_again_replacesAll() {
    ServerSettings other = new ServerSettings(7, null, false, true, false, Set.of(3L));
    table.save(CHOSEN);
    table.save(other);

    assertThat(table.of(7)).isEqualTo(other);
  }

  @Test
  void remove_saved_isTheDefaultsAgain() {
    table.save(CHOSEN);
    table.remove(7);

    assertThat(table.of(7)).isEqualTo(ServerSettings.defaults(7));
    assertThat(store.count("server_channel")).isZero();
  }

  @Test
  void settings_mostChannels_areKeptAndOneMoreIsRefused() {
    table.save(withChannels(500));

    assertThat(table.of(7).channels()).hasSize(500);
    assertThatThrownBy(() -> withChannels(501))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 500 channels, not 501");
  }

  private static ServerSettings withChannels(int count) {
    Set<Long> channels = LongStream.range(0, count).boxed().collect(Collectors.toSet());
    return new ServerSettings(7, null, false, true, false, channels);
  }

  @Test
  void settings_longLanguage_isRefused() {
    assertThatThrownBy(() -> new ServerSettings(7, "x".repeat(36), false, true, false, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the language must have 1 to 35 characters");
  }
}
