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
import org.junit.jupiter.params.Parameter;

@OnBothEngines
final class ServerSettingsTableTest {
  @Parameter private StoreFixture.Kind kind;

  private static final ServerSettings CHOSEN =
      new ServerSettings(
          7, "zh", true, false, true, Set.of(Long.MAX_VALUE, 2L), true, 30, Set.of(), true);

  private StoreFixture store;
  private ServerSettingsTable table;

  @BeforeEach
  void open(@TempDir Path temp) {
    store = new StoreFixture(kind, temp);
    table = new ServerSettingsTable(store.database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void of_unknownServer_isTheDefaults() {
    table.save(CHOSEN, "1");

    assertThat(table.of(8))
        .isEqualTo(
            new ServerSettings(
                8, null, false, true, false, Set.of(), false, null, Set.of(), false));
  }

  @Test
  void of_saved_isEqual() {
    table.save(CHOSEN, "1");

    assertThat(table.of(7)).isEqualTo(CHOSEN);
  }

  @Test
  void save_again_replacesAll() {
    ServerSettings other =
        new ServerSettings(7, null, false, true, false, Set.of(3L), false, null, Set.of(), false);
    table.save(CHOSEN, "1");
    table.save(other, "1");

    assertThat(table.of(7)).isEqualTo(other);
  }

  @Test
  void remove_saved_isTheDefaultsAgain() {
    table.save(CHOSEN, "1");
    table.remove(7, "1");

    assertThat(table.of(7)).isEqualTo(ServerSettings.defaults(7));
    assertThat(store.count("server_channel")).isZero();
  }

  @Test
  void settings_mostChannels_areKeptAndOneMoreIsRefused() {
    table.save(withChannels(500), "1");

    assertThat(table.of(7).channels()).hasSize(500);
    assertThatThrownBy(() -> withChannels(501))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 500 channels, not 501");
  }

  private static ServerSettings withChannels(int count) {
    Set<Long> channels = LongStream.range(0, count).boxed().collect(Collectors.toSet());
    return new ServerSettings(7, null, false, true, false, channels, false, null, Set.of(), false);
  }

  @Test
  void settings_longLanguage_isRefused() {
    assertThatThrownBy(
            () ->
                new ServerSettings(
                    7, "x".repeat(36), false, true, false, Set.of(), false, null, Set.of(), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the language must have 1 to 35 characters");
  }

  @Test
  void settings_noSuchReceiptDays_areRefused() {
    for (int days : new int[] {0, -1, 3_651}) {
      assertThatThrownBy(
              () ->
                  new ServerSettings(
                      7, null, false, true, false, Set.of(), false, days, Set.of(), false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("receipts are kept 1 to 3650 days, not " + days);
    }
  }

  @Test
  void save_withActor_writesWhatIsOtherIntoTheAuditLog() {
    AuditTable audit = new AuditTable(store.database());
    table.save(CHOSEN, "1");
    table.save(CHOSEN, "1");
    table.remove(7, "1");
    table.remove(7, "1");

    assertThat(audit.newest(SampleReceipt.SERVER, 10))
        .extracting(entry -> entry.action() + ": " + entry.detail())
        .containsExactly(
            "settings.reset: language: zh → default; private by default: true → false; declined in"
                + " public: true → false; feedback: false → true; keep questions: true → false;"
                + " channels: 2, 9223372036854775807 → all; take feed items: true → false; receipt"
                + " days: 30 → default",
            "settings.change: language: default → zh; private by default: false → true; declined in"
                + " public: false → true; feedback: true → false; keep questions: false → true;"
                + " channels: all → 2, 9223372036854775807; take feed items: false → true; receipt"
                + " days: default → 30");
    assertThat(table.of(7)).isEqualTo(ServerSettings.defaults(7));
  }

  @Test
  void save_500ChannelsWithActor_namesSomeInTheAuditLog() {
    table.save(withChannels(500), "1");

    assertThat(new AuditTable(store.database()).newest(SampleReceipt.SERVER, 1).getFirst().detail())
        .startsWith("channels: all → 0, 1, 2, ")
        .endsWith(", 19 and 480 more");
  }
}
