package dev.readout.answer;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.readout.answer.Features.Feature;
import dev.readout.answer.Signals.Signal;
import dev.readout.corpus.Language;
import dev.readout.index.QueryPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.ToDoubleFunction;

/**
 * The weights of ranking and confidence, of a search by words alone or of one that compares
 * meanings too: what each feature adds to a record's or a statement's score, each signal to the
 * log-odds that the best record answers; what the reader's log-odds of a statement count in its
 * score; and, where statements were read, the constant, the signals' and the reader's part in an
 * answer's log-odds. Immutable. Fitted on judged questions by {@code FitWeights} in the tests; the
 * file says how.
 */
record Weights(
    Map<Feature, Double> ranking,
    Map<StatementFeature, Double> statement,
    Map<Signal, Double> confidence,
    double reader,
    List<Double> stacked) {
  private static final String FILE = "weights.properties";

  /** What has a weight: a feature or a signal. */
  interface Weighed {
    String name();

    /** Its name in the file of weights. */
    default String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether only a search by meaning measures it. */
    default boolean isOfMeaning() {
      return name().contains("LIKENESS");
    }
  }

  /** What a question is searched by, each with weights of its own. */
  enum Search {
    /** English by words alone. */
    WORDS(""),
    /** Chinese by words alone: there is no model for it. */
    CHINESE("chinese."),
    MEANING("meaning.");

    private final String prefix;

    Search(String prefix) {
      this.prefix = prefix;
    }

    static Search of(QueryPlan plan) {
      if (plan.hasMeaning()) {
        return MEANING;
      }
      return Language.of(plan.text()) == Language.EN ? WORDS : CHINESE;
    }

    /** Before its keys. */
    String prefix() {
      return prefix;
    }

    boolean isByMeaning() {
      return this == MEANING;
    }
  }

  /** Read when first used: whoever fits them anew may lack one. */
  private static final class Shipped {
    static final Map<Search, Weights> BY_SEARCH =
        Arrays.stream(Search.values()).collect(toMap(identity(), Weights::shipped));
  }

  Weights {
    ranking = inOrder(ranking);
    statement = inOrder(statement);
    confidence = inOrder(confidence);
    stacked = List.copyOf(stacked);
  }

  /** In the order of the names, so that a sum is always the same. */
  private static <E extends Enum<E>> Map<E, Double> inOrder(Map<E, Double> weights) {
    return weights.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(weights));
  }

  /** As shipped. */
  static Weights of(Search search) {
    return requireNonNull(Shipped.BY_SEARCH.get(search));
  }

  private static Weights shipped(Search search) {
    String prefix = search.prefix();
    boolean withMeaning = search.isByMeaning();
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
        weights(file, prefix + "ranking.", Feature.values(), withMeaning),
        weights(file, prefix + "statement.", StatementFeature.values(), withMeaning),
        weights(file, prefix + "confidence.", Signal.values(), withMeaning),
        weight(file, "reader.statement"),
        List.of(
            weight(file, "reader.confidence.bias"),
            weight(file, "reader.confidence.signals"),
            weight(file, "reader.confidence.reader")));
  }

  private static double weight(Properties file, String key) {
    String value = file.getProperty(key);
    if (value == null) {
      throw new IllegalStateException(FILE + " lacks " + key);
    }
    return Double.parseDouble(value);
  }

  private static <W extends Weighed> Map<W, Double> weights(
      Properties file, String prefix, W[] all, boolean withMeaning) {
    return Arrays.stream(all)
        .filter(one -> withMeaning || !one.isOfMeaning())
        .collect(toMap(identity(), one -> weight(file, prefix + one.key())));
  }

  /** What is measured, each by its weight; what weighs nothing is not measured. */
  static <E extends Enum<E>> double sum(Map<E, Double> weights, ToDoubleFunction<E> measured) {
    return summing(weights).applyAsDouble(measured);
  }

  /** The same of many, each measured by a function of its own. */
  static <E extends Enum<E>> ToDoubleFunction<ToDoubleFunction<E>> summing(Map<E, Double> weights) {
    List<Map.Entry<E, Double>> counted =
        weights.entrySet().stream().filter(one -> one.getValue() != 0).toList();
    List<E> weighed = counted.stream().map(Map.Entry::getKey).toList();
    double[] counts = counted.stream().mapToDouble(Map.Entry::getValue).toArray();
    return measured -> {
      double sum = 0;
      for (int i = 0; i < counts.length; i++) {
        sum += counts[i] * measured.applyAsDouble(weighed.get(i));
      }
      return sum;
    };
  }

  /** The log-odds that there is an answer, from what the signals and the reader say. */
  double stacked(double signals, double read) {
    return stacked.get(0) + stacked.get(1) * signals + stacked.get(2) * read;
  }
}
