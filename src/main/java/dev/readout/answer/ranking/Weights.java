package dev.readout.answer.ranking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The weights of ranking and confidence, of a search by words alone or of one that compares
 * meanings too. Immutable. Fitted on the development questions by {@code FitWeights} in the tests;
 * the file says how.
 *
 * @param ranking what each feature adds to a record's score
 * @param confidence what each signal adds to the log-odds that the best record answers the question
 */
record Weights(Map<Feature, Double> ranking, Map<Signal, Double> confidence) {
  private static final String FILE = "weights.properties";

  /** Before the keys of a search by meaning. */
  static final String MEANING = "meaning.";

  Weights {
    ranking = Map.copyOf(ranking);
    confidence = Map.copyOf(confidence);
  }

  /** As shipped, of a search by words alone. */
  static Weights ofWords() {
    return shipped("", false);
  }

  /** As shipped, of a search that compares meanings too. */
  static Weights ofMeaning() {
    return shipped(MEANING, true);
  }

  private static Weights shipped(String prefix, boolean withMeaning) {
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
        weights(
            file,
            prefix + "ranking.",
            names(Feature.class, feature -> withMeaning || !feature.isOfMeaning()),
            Feature::key),
        weights(
            file,
            prefix + "confidence.",
            names(Signal.class, signal -> withMeaning || !signal.isOfMeaning()),
            Signal::key));
  }

  private static <E extends Enum<E>> List<E> names(Class<E> type, Predicate<E> which) {
    return Arrays.stream(type.getEnumConstants()).filter(which).toList();
  }

  private static <E extends Enum<E>> Map<E, Double> weights(
      Properties file, String prefix, List<E> names, Function<E, String> key) {
    Map<E, Double> weights = new HashMap<>();
    for (E name : names) {
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
