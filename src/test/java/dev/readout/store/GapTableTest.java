package dev.readout.store;

import static dev.readout.store.SampleSource.ONE;
import static dev.readout.store.SampleSource.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.store.GapTable.Gap;
import dev.readout.store.GapTable.GapKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothEngines
final class GapTableTest {
  @Parameter private StoreFixture.Kind kind;

  private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 1);
  private static final LocalDate MONDAY = SUNDAY.plusDays(1);

  private StoreFixture store;
  private GapTable table;

  @BeforeEach
  void open(@TempDir Path temp) {
    store = new StoreFixture(kind, temp);
    table = new GapTable(store.database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void top_terms_areCountedByKindTheMostFrequentFirst() {
    table.note(ONE, GapKind.DECLINED, List.of("soy", "关税", "soy"), SUNDAY);
    table.note(ONE, GapKind.DECLINED, List.of("soy"), MONDAY);
    table.note(ONE, GapKind.DISLIKED, List.of("soy"), MONDAY);
    table.note(OTHER, GapKind.DECLINED, List.of("secret"), MONDAY);

    assertThat(table.top(ONE, SUNDAY, 10))
        .containsExactly(
            new Gap("soy", GapKind.DECLINED, 2),
            new Gap("soy", GapKind.DISLIKED, 1),
            new Gap("关税", GapKind.DECLINED, 1));
    assertThat(table.top(ONE, SUNDAY, 1)).hasSize(1);
  }

  @Test
  void top_since_isFromTheWeekOfThatDay() {
    table.note(ONE, GapKind.DECLINED, List.of("before"), SUNDAY);
    table.note(ONE, GapKind.DECLINED, List.of("after"), MONDAY);

    assertThat(table.top(ONE, MONDAY.plusDays(6), 10))
        .extracting(Gap::term)
        .containsExactly("after");
    assertThat(table.top(ONE, SUNDAY, 10)).extracting(Gap::term).containsExactly("after", "before");
  }

  @Test
  void removeOlderThan_week_leavesIt() {
    table.note(ONE, GapKind.DECLINED, List.of("before"), SUNDAY);
    table.note(ONE, GapKind.DECLINED, List.of("after"), MONDAY);

    assertThat(table.removeOlderThan(MONDAY.plusDays(3))).isEqualTo(1);
    assertThat(table.top(ONE, LocalDate.EPOCH, 10)).extracting(Gap::term).containsExactly("after");
  }

  @Test
  void note_idOfDiscord_isLeftOut() {
    table.note(ONE, GapKind.DECLINED, List.of("<@80351110224678912>", "5.5%"), MONDAY);
    table.note(ONE, GapKind.DECLINED, List.of("80351110224678912"), MONDAY);

    assertThat(table.top(ONE, MONDAY, 10)).extracting(Gap::term).containsExactly("5.5%");
  }

  @Test
  void note_tooLongOrMany_isRefused() {
    assertThatThrownBy(() -> table.note(ONE, GapKind.DECLINED, List.of("x".repeat(61)), MONDAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 60 characters");
    assertThatThrownBy(
            () -> table.note(ONE, GapKind.DECLINED, Collections.nCopies(13, "x"), MONDAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 12 terms");
    assertThatThrownBy(() -> table.top(ONE, MONDAY, 101))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void note_5001stTermOfAWeek_isNotCountedButThoseKnownAre() {
    table.note(ONE, GapKind.DECLINED, List.of("known"), MONDAY);
    store.execute(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4999)
        INSERT INTO gap SELECT 'server-1', '2026-03-02', 'declined', 'filler-' || i, 1 FROM n\
        """);

    table.note(ONE, GapKind.DECLINED, List.of("known", "new"), MONDAY);
    table.note(OTHER, GapKind.DECLINED, List.of("new"), MONDAY);
    table.note(ONE, GapKind.DECLINED, List.of("next-week"), MONDAY.plusDays(7));

    assertThat(store.count("gap")).isEqualTo(5_002);
    assertThat(table.top(ONE, MONDAY, 1)).containsExactly(new Gap("known", GapKind.DECLINED, 2));
  }

  @Test
  void forget_scope_leavesTheOthers() {
    table.note(ONE, GapKind.DECLINED, List.of("a", "b"), MONDAY);
    table.note(OTHER, GapKind.DECLINED, List.of("a"), MONDAY);

    assertThat(table.forget(ONE)).isEqualTo(2);
    assertThat(table.top(ONE, MONDAY, 10)).isEmpty();
    assertThat(table.top(OTHER, MONDAY, 10)).hasSize(1);
  }
}
