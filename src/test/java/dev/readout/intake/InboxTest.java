package dev.readout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.intake.Proposals.NamedMeasures;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceState;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which documents are meant, and which measures a document names. */
@ExtendWith(ShippedIndex.class)
final class InboxTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | 7",
        "1 4-6 | 1,4,5,6",
        "1,4–6; #9 | 1,4,5,6,9",
        "1、4，9 | 1,4,9",
        "8-99999 | 8,9",
        "9-8 |",
        "feed 2 | 2,4,6,8",
        "Feed #3 |",
        "订阅源 2 | 2,4,6,8",
        "ALL | 1,2,3,4,5,6,7,8,9",
        "全部 | 1,2,3,4,5,6,7,8,9"
      })
  void chosen_isWhatIsMeant(String typed, @Nullable String numbers) {
    Predicate<SourceEntry> meant = Inbox.chosen(typed).orElseThrow();

    assertThat(LongStream.rangeClosed(1, 9).filter(i -> meant.test(entry(i))))
        .map(Object::toString)
        .isEqualTo(numbers == null ? List.of() : List.of(numbers.split(",")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "x", "1-", "1 x", "4--6", "feed", "feed x", "9999999999", "-1"})
  void chosen_anythingElse_isNothing(String typed) {
    assertThat(Inbox.chosen(typed)).isEmpty();
  }

  /** Those with even numbers are found by feed 2. */
  @SuppressWarnings("NullAway") // what it is about does not matter here
  private static SourceEntry entry(long number) {
    return new SourceEntry(
        number,
        Scope.GLOBAL,
        null,
        null,
        number % 2 == 0 ? 2L : null,
        SourceState.WAITING,
        null,
        "",
        NOW,
        NOW,
        "1",
        1,
        new SourceHealth(null, null, null, 0, null, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "See 90 FR 47201. | 2025-09-29-bis-affiliates-rule",
        "as in FR Doc. 2025-19001 | 2025-09-29-bis-affiliates-rule",
        "It concerns the Affiliates Rule. | 2025-09-29-bis-affiliates-rule",
        "商务部公告2025年第61号延期 | 2025-10-09-mofcom-61-rare-earths-extraterritorial",
        "修改《中华人民共和国两用物项出口管制条例》 | 2024-09-30-prc-dual-use-export-control-regulation"
      })
  void named_byCitationNumberOrTitle_isFound(String text, String id, Generation generation) {
    assertThat(NamedMeasures.in(generation, "Notice", text)).contains(id);
  }

  @Test
  void named_byOrdinaryWords_isNone(Generation generation) {
    assertThat(NamedMeasures.in(generation, "Notice", "They met in 2025 and spoke of tariffs."))
        .isEmpty();
  }
}
