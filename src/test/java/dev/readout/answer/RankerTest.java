package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.SearchFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ShippedIndex.class)
final class RankerTest {
  private static Ranker.Ranking rank(Ranker ranker, Generation generation, String question) {
    QueryPlan plan = generation.plan(question);
    return ranker.rank(
        generation, plan, QuestionReader.read(plan.text(), ShippedIndex.TODAY), SearchFilter.ALL);
  }

  private static List<String> ids(Ranker.Ranking ranking) {
    return ranking.records().stream().map(ranked -> ranked.record().id()).toList();
  }

  private static RecordSketch bicycle(String id, String published) {
    return new RecordSketch(id, Kind.READOUT, Side.US)
        .title("Bicycles")
        .published(published)
        .says("The talks were about bicycles.");
  }

  @Test
  void rank_equalScores_newestFirstThenById(@TempDir Path folder) throws IOException {
    Ranker indifferent = new Ranker(new Weights(Map.of(), Map.of(), Map.of(), 0, List.of()));
    try (Generation generation =
        RecordSketch.index(
            folder,
            bicycle("b-old", "2024-01-01"),
            bicycle("a-old", "2024-01-01"),
            bicycle("c-new", "2025-01-01"))) {
      assertThat(ids(rank(indifferent, generation, "bicycles")))
          .containsExactly("c-new", "a-old", "b-old");
    }
  }

  @Test
  void rank_shippedWeights_equalRecordsOfOneDayById(@TempDir Path folder) throws IOException {
    try (Generation generation =
        RecordSketch.index(
            folder,
            bicycle("twin-b", "2024-01-01"),
            bicycle("twin-c", "2024-01-01"),
            bicycle("twin-a", "2024-01-01"))) {
      assertThat(ids(rank(new Ranker(), generation, "bicycles")))
          .containsExactly("twin-a", "twin-b", "twin-c");
    }
  }

  /** Another account speaks of the meeting, and more like the question than the meeting's own. */
  @Test
  void rank_placeOfAMeeting_itsOwnAccountGoesFirst(@TempDir Path folder) throws IOException {
    Term lisbon =
        new Term("lisbon", "place", List.of("Lisbon"), List.of(), List.of(), List.of(), null, null);
    try (Generation generation =
        RecordSketch.index(
            folder,
            List.of(lisbon),
            new RecordSketch("call", Kind.READOUT, Side.PRC)
                .title("Chinese account of the call")
                .published("2024-06-01")
                .says("Did they talk about umbrellas in Lisbon: on the call they did."),
            new RecordSketch("lisbon-talks", Kind.MEETING, Side.JOINT)
                .title("The Lisbon meeting")
                .published("2024-01-01")
                .says("The meeting was about bicycles."))) {
      assertThat(ids(rank(new Ranker(), generation, "did they talk about umbrellas in Lisbon?")))
          .containsExactly("lisbon-talks", "call");
    }
  }

  @Test
  void rank_modelThatNoRecordNames_isNotAnswered(@TempDir Path folder) throws IOException {
    try (Generation generation =
        RecordSketch.index(folder, bicycle("bicycle", "2024-01-01"), bicycle("b2", "2024-02-01"))) {
      assertThat(rank(new Ranker(), generation, "talks about bicycles B200").confidence()).isZero();
    }
  }

  @Test
  void rank_nothingMatches_noRecordsAndNoConfidence(@TempDir Path folder) throws IOException {
    try (Generation generation = RecordSketch.index(folder, bicycle("bicycle", "2024-01-01"))) {
      Ranker.Ranking ranking = rank(new Ranker(), generation, "zyzzyva");

      assertThat(ranking.records()).isEmpty();
      assertThat(ranking.confidence()).isZero();
    }
  }

  @Test
  void rank_anyQuestion_confidenceIsAProbabilityAndScoresDescend(Generation generation) {
    for (String question : List.of("rare earths", "is it in force?", "实体清单", "zyzzyva tariffs")) {
      Ranker.Ranking ranking = rank(new Ranker(), generation, question);

      assertThat(ranking.confidence()).isBetween(0.0, 1.0);
      assertThat(ranking.records())
          .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }
  }

  @Test
  void rank_titleAsQuestion_findsItsRecord(Generation generation) {
    List<String> found =
        generation
            .records()
            .filter(record -> record.kind() == Kind.RESTRICTION)
            .filter(
                record ->
                    ids(rank(new Ranker(), generation, record.title())).stream()
                        .limit(3)
                        .noneMatch(record.id()::equals))
            .map(record -> record.id())
            .toList();

    assertThat(found).as("restrictions that their own title does not find").isEmpty();
  }
}
