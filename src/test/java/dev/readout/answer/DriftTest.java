package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Side;
import dev.readout.corpus.Statement.Voice;
import dev.readout.index.Generation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(ShippedIndex.class)
final class DriftTest {
  private final Generation generation;

  DriftTest(Generation generation) {
    this.generation = generation;
  }

  private Drift of(String topic, Side side) {
    return Drift.of(generation, topic, side, "", "").orElseThrow();
  }

  @Test
  void of_whatBothSayInOtherWords_isNotCalledGone() {
    Drift drift = of("rare-earths", Side.US);

    assertThat(drift.gone())
        .noneMatch(snippet -> snippet.statement().text().contains("concerns about shortages"));
    assertThat(drift.kept())
        .anyMatch(kept -> kept.later().statement().text().contains("concerns about shortages"));
  }

  @ParameterizedTest
  @EnumSource(names = {"US", "PRC"})
  void of_everyTopic_comparesTwoAccountsOfThatSideOneAfterTheOther(Side side) {
    for (var topic : generation.topics()) {
      Drift.of(generation, topic.id(), side, "", "")
          .ifPresent(
              drift -> {
                assertThat(drift.earlier().anchorDay()).isBefore(drift.later().anchorDay());
                assertThat(drift.later().side()).isEqualTo(side);
                assertThat(drift.gone())
                    .allMatch(snippet -> snippet.record().equals(drift.earlier()));
                assertThat(drift.added())
                    .allMatch(snippet -> snippet.record().equals(drift.later()));
                if (drift.isVerbatim()) {
                  assertThat(drift.gone())
                      .allMatch(one -> one.statement().voice() == Voice.VERBATIM);
                }
              });
    }
  }

  @Test
  void of_noSuchTopicOrOneAccount_isNothing() {
    assertThat(Drift.of(generation, "no-topic", Side.US, "", "")).isEmpty();
    assertThat(Drift.of(generation, "tariffs", Side.US, "", "2017-01-01")).isEmpty();
  }
}
