package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.readout.answer.Coverage.Wanted;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import dev.readout.store.GapTable.Gap;
import dev.readout.store.GapTable.GapKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counted by hand over a few records. */
final class CoverageTest {
  @TempDir Path folder;

  private static RecordSketch sketch(String id, Side side, String day, String topic) {
    return new RecordSketch(id, Kind.READOUT, side).published(day).topics(topic);
  }

  private Generation index() throws IOException {
    return RecordSketch.index(
        folder,
        sketch("us-old", Side.US, "2024-12-01", "bicycles").says("A bell is needed."),
        sketch("us-new", Side.US, "2025-01-01", "bicycles").says("A lamp is needed.", "So it is."),
        sketch("prc", Side.PRC, "2025-03-02", "bicycles").says("A saddle is needed."),
        sketch("us-rain", Side.US, "2025-02-01", "umbrellas").says("Umbrellas are dutiable."));
  }

  @Test
  void of_records_countsStatementsAndDaysBySide() throws IOException {
    try (Generation generation = index()) {
      Coverage.OfTopic bicycles = Coverage.of(generation).topics().getLast();

      assertThat(bicycles.topic().id()).isEqualTo("bicycles");
      assertThat(bicycles.of(Side.US))
          .isEqualTo(new Coverage.OfSide(Side.US, 3, LocalDate.of(2025, 1, 1)));
      assertThat(bicycles.of(Side.PRC))
          .isEqualTo(new Coverage.OfSide(Side.PRC, 1, LocalDate.of(2025, 3, 2)));
      assertThat(bicycles.of(Side.JOINT)).isEqualTo(new Coverage.OfSide(Side.JOINT, 0, null));
      assertThat(bicycles.gapDays()).hasValue(60);
      assertThat(bicycles.emptySides()).isEmpty();
      assertThat(bicycles.thinSides()).containsExactly(Side.US);
    }
  }

  @Test
  void of_topicWithAnEmptySide_comesFirst() throws IOException {
    try (Generation generation = index()) {
      Coverage.OfTopic first = Coverage.of(generation).topics().getFirst();

      assertThat(first.topic().id()).isEqualTo("umbrellas");
      assertThat(first.emptySides()).containsExactly(Side.PRC);
      assertThat(first.thinSides()).containsExactly(Side.PRC);
      assertThat(first.gapDays()).isEmpty();
    }
  }

  @Test
  void wanted_thinTopicAskedInVain_namesTheSideAndTheQuestions() throws IOException {
    try (Generation generation = index()) {
      List<Gap> gaps =
          List.of(
              new Gap("umbrella", GapKind.DECLINED, 3),
              new Gap("rain", GapKind.DECLINED, 2),
              new Gap("bicycles", GapKind.DISLIKED, 4),
              new Gap("zeppelin", GapKind.DECLINED, 9));
      List<Wanted> wanted = Wanted.of(generation, Coverage.of(generation), gaps);

      assertThat(wanted)
          .extracting(one -> one.topic().id(), Wanted::sides, Wanted::questions)
          .containsExactly(
              tuple("bicycles", List.of(Side.US), 4L), tuple("umbrellas", List.of(Side.PRC), 3L));
      assertThat(Wanted.of(generation, Coverage.of(generation), List.of())).isEmpty();
    }
  }

  @Test
  void thinSides_bothLevel_areNone() {
    Coverage.OfTopic level =
        new Coverage.OfTopic(
            new Topic("tea", "Tea", "茶", "茶", "leaves"),
            List.of(
                new Coverage.OfSide(Side.US, 1, LocalDate.of(2025, 3, 1)),
                new Coverage.OfSide(Side.PRC, 1, LocalDate.of(2025, 1, 1))));

    assertThat(level.gapDays()).hasValue(59);
    assertThat(level.thinSides()).isEmpty();
  }
}
