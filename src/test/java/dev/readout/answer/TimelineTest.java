package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the recorded events are shown where not all have room. */
final class TimelineTest {
  @Test
  void limitedTo_roomBesideWhatHappened_isForTheNewestAccounts(@TempDir Path folder)
      throws IOException {
    try (Generation generation =
        RecordSketch.index(
            folder,
            new RecordSketch("rule", Kind.RESTRICTION, Side.US)
                .says("Bicycles need a licence.")
                .published("2025-01-01")
                .stands("2025-01-01", null, LegalState.IN_FORCE, "rule"),
            account("first", "2025-02-01"),
            account("second", "2025-03-01"),
            account("third", "2025-04-01"))) {
      Timeline all =
          Timeline.between(generation, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
      assertThat(all.limitedTo(3).events())
          .extracting(event -> event.record().id())
          .containsExactly("rule", "second", "third");
      assertThat(all.limitedTo(1).events())
          .extracting(event -> event.record().id())
          .containsExactly("rule");
    }
  }

  private static RecordSketch account(String id, String day) {
    return new RecordSketch(id, Kind.READOUT, Side.PRC).says("They met.").published(day);
  }
}
