package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.readout.answer.Features.Feature;
import dev.readout.answer.Signals.Signal;
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
            Stream.of(
                    Arrays.stream(Feature.values())
                        .filter(feature -> !feature.isOfMeaning())
                        .map(feature -> "ranking." + feature.key()),
                    Arrays.stream(StatementFeature.values())
                        .filter(feature -> !feature.isOfMeaning())
                        .map(feature -> "statement." + feature.key()),
                    Arrays.stream(StatementFeature.values())
                        .map(feature -> "meaning.statement." + feature.key()),
                    Arrays.stream(Feature.values())
                        .filter(feature -> !feature.isOfMeaning())
                        .map(feature -> "chinese.ranking." + feature.key()),
                    Arrays.stream(StatementFeature.values())
                        .filter(feature -> !feature.isOfMeaning())
                        .map(feature -> "chinese.statement." + feature.key()),
                    Arrays.stream(Signal.values())
                        .filter(signal -> !signal.isOfMeaning())
                        .map(signal -> "chinese.confidence." + signal.key()),
                    Stream.of(
                        "reader.statement",
                        "reader.confidence.bias",
                        "reader.confidence.signals",
                        "reader.confidence.reader"),
                    Arrays.stream(Signal.values())
                        .filter(signal -> !signal.isOfMeaning())
                        .map(signal -> "confidence." + signal.key()),
                    Arrays.stream(Feature.values())
                        .map(feature -> "meaning.ranking." + feature.key()),
                    Arrays.stream(Signal.values())
                        .map(signal -> "meaning.confidence." + signal.key()))
                .flatMap(keys -> keys)
                .toList());
  }

  @Test
  void shipped_weights_areFinite() {
    Weights weights = Weights.of(Weights.Search.MEANING);

    assertThat(weights.ranking()).containsOnlyKeys(Feature.values());
    assertThat(weights.confidence()).containsOnlyKeys(Signal.values());
    assertThat(weights.ranking().values()).allMatch(Double::isFinite);
    assertThat(weights.confidence().values()).allMatch(Double::isFinite);
  }

  @Test
  void ofWords_weighNoLikeness() {
    Weights weights = Weights.of(Weights.Search.WORDS);

    assertThat(weights.ranking().keySet()).noneMatch(Feature::isOfMeaning);
    assertThat(weights.confidence().keySet()).noneMatch(Signal::isOfMeaning);
  }

  @Test
  void sum_valueWithoutWeight_countsNothing() {
    double sum =
        Weights.sum(
            Map.of(Feature.WHOLE, 2.0, Feature.QUESTION, 0.0),
            feature -> feature == Feature.WHOLE ? 0.5 : 9.0);

    assertThat(sum).isEqualTo(1.0, within(1e-12));
  }
}
