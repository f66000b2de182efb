package dev.readout.ops;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code /metrics} said, read as Prometheus reads it. Immutable. */
public record Scraped(String text, List<Sample> samples) {
  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** One line. */
  public record Sample(String name, Map<String, String> labels, double value) {}

  /** Reads a page; whatever is no comment must be a sample. */
  public static Scraped of(String text) {
    return new Scraped(
        text, text.lines().filter(line -> !line.startsWith("#")).map(Scraped::sample).toList());
  }

  private static Sample sample(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new AssertionError("no sample: " + line);
    }
    Map<String, String> labels = new HashMap<>();
    if (parts.group(2) != null) {
      LABEL
          .matcher(parts.group(2))
          .results()
          .forEach(one -> labels.put(one.group(1), one.group(2)));
    }
    return new Sample(parts.group(1), labels, Double.parseDouble(parts.group(3)));
  }

  /** The sum of the samples of a name that have these labels, names and values in turn. */
  public double sum(String name, String... labels) {
    return samples.stream()
        .filter(sample -> sample.name().equals(name))
        .filter(sample -> hasAll(sample, labels))
        .mapToDouble(Sample::value)
        .sum();
  }

  private static boolean hasAll(Sample sample, String... labels) {
    for (int i = 0; i < labels.length; i += 2) {
      if (!labels[i + 1].equals(sample.labels().get(labels[i]))) {
        return false;
      }
    }
    return true;
  }

  /** The types of all metrics by their names. */
  public Map<String, String> types() {
    return text.lines()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" "))
        .collect(Collectors.toUnmodifiableMap(words -> words[2], words -> words[3]));
  }

  /** The names of all samples. */
  public Set<String> names() {
    return samples.stream().map(Sample::name).collect(Collectors.toUnmodifiableSet());
  }

  /** The values of all labels of the metrics whose names begin so, without limits of buckets. */
  public Set<String> labelsOf(String beginning) {
    return samples.stream()
        .filter(sample -> sample.name().startsWith(beginning))
        .flatMap(sample -> sample.labels().entrySet().stream())
        .filter(label -> !label.getKey().equals("le"))
        .map(Map.Entry::getValue)
        .collect(Collectors.toUnmodifiableSet());
  }
}
