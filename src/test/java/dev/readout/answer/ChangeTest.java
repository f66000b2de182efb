package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is new between two generations of a rule, and between two days. */
final class ChangeTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  @TempDir Path folder;
  private int indexes;

  private static RecordSketch rule() {
    return new RecordSketch("rule", Kind.RESTRICTION, Side.US)
        .says("Bicycles need a licence.")
        .published("2025-09-29");
  }

  private static RecordSketch inForce(@Nullable String to) {
    return rule().stands("2025-09-29", to, LegalState.IN_FORCE, "rule");
  }

  private Change.News in(LocalDate day, Set<String> seen, RecordSketch... records)
      throws IOException {
    try (Generation generation =
        RecordSketch.index(folder.resolve(String.valueOf(indexes++)), records)) {
      return Change.in(generation, day, seen::contains);
    }
  }

  private Stream<Change.Type> told(LocalDate day, RecordSketch before, RecordSketch after)
      throws IOException {
    Set<String> seen = in(TODAY, Set.of(), before).ids();
    return in(day, seen, after).news().stream().map(Change::type);
  }

  @Test
  void in_theSame_hasNoNews() throws IOException {
    assertThat(told(TODAY, inForce(null), inForce(null))).isEmpty();
  }

  @Test
  void in_newState_tellsItOnceWithWhatWasBefore() throws IOException {
    Set<String> seen = in(TODAY, Set.of(), inForce(null)).ids();
    RecordSketch pause = new RecordSketch("pause", Kind.AGREEMENT, Side.US).says("A pause.");
    Change.News news =
        in(
            TODAY,
            seen,
            pause,
            inForce("2026-05-31")
                .stands("2026-06-01", "2027-01-10", LegalState.SUSPENDED, "pause"));
    assertThat(news.news()).extracting(Change::type).containsExactly(Change.Type.STANDING);
    Change told = news.news().getFirst();
    assertThat(told.before()).isNotNull();
    assertThat(told.source()).isEqualTo("pause");
    assertThat(in(TODAY, news.ids(), inForce(null)).news()).isEmpty(); // rolled back
  }

  @Test
  void in_otherLastDay_tellsIt() throws IOException {
    assertThat(told(TODAY, inForce("2026-11-09"), inForce("2027-01-10")))
        .containsExactly(Change.Type.LAST_DAY);
  }

  @Test
  void in_laterDay_tellsWhatEndsSoonAndWhatHasPassed() throws IOException {
    LocalDate last = LocalDate.of(2026, 11, 9);
    RecordSketch rule = inForce("2026-11-09");
    assertThat(told(last.minusDays(8), rule, rule)).isEmpty();
    assertThat(told(last.minusDays(7), rule, rule)).containsExactly(Change.Type.ENDS_SOON);
    assertThat(told(last.plusDays(1), rule, rule)).containsExactly(Change.Type.PASSED);
  }

  @Test
  void in_stateThatBegins_tellsIt() throws IOException {
    RecordSketch rule =
        rule()
            .stands("2025-09-29", "2026-07-31", LegalState.PROPOSED, "rule")
            .stands("2026-08-01", null, LegalState.IN_FORCE, "rule");
    assertThat(told(LocalDate.of(2026, 8, 2), rule, rule)).containsExactly(Change.Type.BEGINS);
  }

  @Test
  void in_newAccount_isNewsUnlessItIsOld() throws IOException {
    RecordSketch recent = account("2026-05-20");
    RecordSketch old = account("2024-05-20");
    assertThat(in(TODAY, Set.of(), recent).news()).hasSize(1);
    assertThat(in(TODAY, Set.of(), old).news()).isEmpty();
  }

  @Test
  void in_oldMeasureAdded_tellsWhatBeginsAndEndsOnly() throws IOException {
    RecordSketch rule =
        rule()
            .stands("2025-09-29", "2026-05-29", LegalState.PROPOSED, "rule")
            .stands("2026-05-30", "2026-06-05", LegalState.IN_FORCE, "rule");
    assertThat(in(TODAY, Set.of(), rule).news())
        .extracting(Change::type)
        .containsExactly(Change.Type.STANDING);
    assertThat(in(TODAY, Set.of(), inForce("2026-06-05")).news())
        .extracting(Change::type)
        .containsExactly(Change.Type.ENDS_SOON);
  }

  @Test
  void in_stateThatGoesOn_neitherEndsNorBegins() throws IOException {
    RecordSketch rule =
        rule()
            .stands("2025-09-29", "2026-07-31", LegalState.SUSPENDED, "rule")
            .stands("2026-08-01", null, LegalState.SUSPENDED, "rule");
    assertThat(told(LocalDate.of(2026, 7, 30), rule, rule)).isEmpty();
    assertThat(told(LocalDate.of(2026, 8, 2), rule, rule)).isEmpty();
  }

  private static RecordSketch account(String day) {
    return new RecordSketch("account", Kind.READOUT, Side.US).says("They met.").published(day);
  }
}
