package dev.readout.answer.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WeightsTest {
  @Test
  void shipped_file_weighsEveryFeatureAndSignalAndNothingElse() throws IOException {
    Properties file = new Properties();
    try (InputStream in = Weights.class.getResourceAsStream("weights.properties")) {
      file.load(in);
    }

    assertThat(file.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Arrays.stream(Feature.values()).map(feature -> "ranking." + feature.key()),
                    Arrays.stream(Signal.values()).map(signal -> "confidence." + signal.key()))
                .toList());
  }

  @Test
  void shipped_weights_areFinite() {
    Weights weights = Weights.shipped();

    assertThat(weights.ranking()).containsOnlyKeys(Feature.values());
    assertThat(weights.confidence()).containsOnlyKeys(Signal.values());
    assertThat(weights.ranking().values()).allMatch(Double::isFinite);
    assertThat(weights.confidence().values()).allMatch(Double::isFinite);
  }

  @Test
  void sum_valueWithoutWeight_countsNothing() {
    double sum =
        Weights.sum(Map.of(Feature.WHOLE, 2.0), Map.of(Feature.WHOLE, 0.5, Feature.STATEMENT, 9.0));

    assertThat(sum).isEqualTo(1.0, within(1e-12));
  }
}
