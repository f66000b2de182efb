package dev.readout.discord.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The figures of a soak, as tables for the documentation. Pure functions of what was seen. */
record Report(Ledger ledger, List<Vitals> samples, Duration lasted) {
  private static final double MB = 1e6;
  private static final Duration FIRST_MARK = Duration.ofMinutes(2);
  private static final int MARKS = 6;

  Report {
    samples = List.copyOf(samples);
  }

  /** What memory is judged by: the process's own, or its control group's where that is hidden. */
  private Gauge memory() {
    return samples.stream().anyMatch(sample -> sample.get(Gauge.RSS).isPresent())
        ? Gauge.RSS
        : Gauge.GROUP;
  }

  /** Over the last two thirds: in the first, code is compiled and caches fill. */
  private Trend trend(Gauge gauge) {
    return Trend.of(samples, gauge, lasted.dividedBy(3));
  }

  /** False also where no memory could be seen. */
  boolean isFlat() {
    Trend trend = trend(memory());
    return trend.mean() > 0 && trend.isFlat();
  }

  String text() {
    return String.join("\n\n", times(), acknowledgements(), counts(), vitals(), verdict());
  }

  /** How many were acknowledged in which time, all deeds together. */
  private String acknowledgements() {
    List<String> rows = new ArrayList<>();
    rows.add("| acknowledged within | n |\n|---|---|");
    for (int millis : List.of(50, 100, 250, 500, 1_000, 2_000, 2_500, 3_000, 60_000)) {
      long number = 0;
      for (Deed deed : Deed.values()) {
        number += ledger.acknowledged(deed).within(Duration.ofMillis(millis));
      }
      rows.add(row(number(millis) + " ms", number(number)));
    }
    return String.join("\n", rows);
  }

  private String times() {
    List<String> rows = new ArrayList<>();
    rows.add(
        "| milliseconds | n | acknowledged p50 | p99 | most | answered p50 | p99 | most |\n"
            + "|---|---|---|---|---|---|---|---|");
    for (Deed deed : Deed.values()) {
      Times acknowledged = ledger.acknowledged(deed);
      Times answered = ledger.answered(deed);
      if (answered.number() > 0) {
        rows.add(
            row(
                deed.label(),
                number(answered.number()),
                number(acknowledged.millis(0.5)),
                number(acknowledged.millis(0.99)),
                number(acknowledged.millis(1)),
                number(answered.millis(0.5)),
                number(answered.millis(0.99)),
                number(answered.millis(1))));
      }
    }
    return String.join("\n", rows);
  }

  private String counts() {
    List<String> rows = new ArrayList<>();
    rows.add("| what | n |\n|---|---|");
    for (Fault fault : Fault.values()) {
      rows.add(row(fault.label(), number(ledger.count(fault))));
    }
    rows.add(row("turned away for asking too often", number(ledger.count(Notice.RATE_LIMIT))));
    rows.add(row("turned away as busy", number(ledger.count(Notice.BUSY))));
    rows.add(row("done while the gateway was gone", number(ledger.inOutages())));
    rows.add(row("answers compared with an earlier one", number(ledger.comparisons())));
    rows.add(row("answers traced to the records", number(ledger.tracings())));
    rows.add(row("requests of the bot checked", number(ledger.exchanges())));
    return String.join("\n", rows);
  }

  private String vitals() {
    List<Duration> marks = marks();
    List<String> rows = new ArrayList<>();
    rows.add(
        row(
            "at minute",
            Stream.concat(marks.stream().map(Report::minutes), Stream.of("most"))
                .toArray(String[]::new)));
    rows.add("|---".repeat(marks.size() + 2) + "|");
    for (Gauge gauge : Gauge.values()) {
      if (samples.stream().anyMatch(sample -> sample.get(gauge).isPresent())) {
        Stream<OptionalLong> values =
            Stream.concat(marks.stream().map(mark -> at(mark, gauge)), Stream.of(most(gauge)));
        rows.add(row(gauge.label(), values.map(gauge::shown).toArray(String[]::new)));
      }
    }
    return String.join("\n", rows);
  }

  /** Two minutes, and each sixth of the time. */
  private List<Duration> marks() {
    return Stream.concat(
            Stream.of(FIRST_MARK),
            IntStream.rangeClosed(1, MARKS).mapToObj(i -> lasted.multipliedBy(i).dividedBy(MARKS)))
        .filter(mark -> mark.compareTo(lasted) <= 0)
        .sorted()
        .distinct()
        .toList();
  }

  /** With a decimal only where there is one. */
  private static String minutes(Duration mark) {
    return String.format(Locale.ROOT, "%.1f", mark.toMillis() / 60_000.0).replaceFirst("\\.0$", "");
  }

  /** By the sample nearest to the moment. */
  private OptionalLong at(Duration moment, Gauge gauge) {
    return samples.stream()
        .filter(sample -> sample.get(gauge).isPresent())
        .min(Comparator.comparing(sample -> sample.at().minus(moment).abs()))
        .map(sample -> sample.get(gauge))
        .orElse(OptionalLong.empty());
  }

  private OptionalLong most(Gauge gauge) {
    return samples.stream().flatMapToLong(sample -> sample.get(gauge).stream()).max();
  }

  private String verdict() {
    Trend trend = trend(memory());
    return String.format(
        Locale.ROOT,
        "%s over the last %d minutes: %+.1f MB an hour, %+.1f %% of %.0f MB: %s",
        memory().label(),
        Math.round(trend.over().toSeconds() / 60.0),
        trend.bytesPerHour() / MB,
        100 * trend.change(),
        trend.mean() / MB,
        trend.isFlat() ? "flat" : "NOT FLAT");
  }

  private static String row(String first, String... others) {
    return "| " + first + " | " + String.join(" | ", others) + " |";
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
