package dev.readout.answer.ranking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/**
 * The weights of both models. Immutable. Fitted on the development questions by {@code FitWeights}
 * in the tests; the file says how.
 *
 * @param ranking what each feature adds to a record's score
 * @param confidence what each signal adds to the log-odds that the best record answers the question
 */
record Weights(Map<Feature, Double> ranking, Map<Signal, Double> confidence) {
  private static final String FILE = "weights.properties";

  Weights {
    ranking = Map.copyOf(ranking);
    confidence = Map.copyOf(confidence);
  }

  /** As shipped. */
  static Weights shipped() {
    Properties file = new Properties();
    try (InputStream in = Weights.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not beside its class");
      }
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
    return new Weights(
        weights(file, "ranking.", Feature.class, Feature::key),
        weights(file, "confidence.", Signal.class, Signal::key));
  }

  private static <E extends Enum<E>> Map<E, Double> weights(
      Properties file, String prefix, Class<E> type, Function<E, String> key) {
    Map<E, Double> weights = new EnumMap<>(type);
    for (E name : type.getEnumConstants()) {
      String value = file.getProperty(prefix + key.apply(name));
      if (value == null) {
        throw new IllegalStateException(FILE + " lacks " + prefix + key.apply(name));
      }
      weights.put(name, Double.valueOf(value));
    }
    return weights;
  }

  static <E extends Enum<E>> double sum(Map<E, Double> weights, Map<E, Double> values) {
    double sum = 0;
    for (Map.Entry<E, Double> value : values.entrySet()) {
      sum += weights.getOrDefault(value.getKey(), 0.0) * value.getValue();
    }
    return sum;
  }
}
