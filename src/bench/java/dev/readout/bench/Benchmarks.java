package dev.readout.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs JMH with its own command line, then prints how what was measured compares, all from that one
 * run.
 */
public final class Benchmarks {
  private static final String NOT_MEASURED = "not measured";
  private static final double MICROS_PER_MILLI = 1_000;

  private final Map<String, Statistics> results = new HashMap<>();

  private Benchmarks(Collection<RunResult> runs) {
    for (RunResult run : runs) {
      String name = run.getParams().getBenchmark();
      String corpus = run.getParams().getParam("corpus");
      String method = name.substring(name.lastIndexOf('.') + 1);
      results.put(
          corpus == null ? method : method + " " + corpus, run.getPrimaryResult().getStatistics());
    }
  }

  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> runs = new Runner(new CommandLineOptions(args)).run();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new Benchmarks(runs).print(out);
  }

  private void print(PrintStream out) {
    out.printf(Locale.ROOT, "%n%-34s %12s %12s   %s%n", "", "p50", "p99", "aim");
    micros(out, "raw shipped", "raw search, shipped corpus", "");
    micros(out, "answer shipped", "whole answer, shipped corpus", "");
    ratios(out, "answer shipped", "raw shipped", "answer / raw, shipped corpus", "at most 5");
    micros(out, "answerByWords", "answer by words, English", "");
    micros(out, "answerByMeaning", "answer with meaning, English", "p50 8,000 µs more");
    ratios(out, "answerByMeaning", "answerByWords", "with meaning / by words", "");
    micros(out, "raw synthetic", "raw search, 100,000 statements", "");
    micros(
        out, "answer synthetic", "whole answer, 100,000 statements", "p50 1,000 µs, p99 5,000 µs");
    ratios(out, "answer synthetic", "raw synthetic", "answer / raw, 100,000 statements", "");
    micros(out, "pngAlone", "PNG of a timeline's pixels", "");
    micros(out, "timelinePicture", "timeline drawn anew", "p50 150,000 µs");
    ratios(out, "timelinePicture", "pngAlone", "timeline / PNG alone", "");
    micros(out, "ratesPicture", "rates drawn anew", "p50 150,000 µs");
    micros(out, "standingPicture", "bar of a standing drawn anew", "p50 150,000 µs");
    out.printf(Locale.ROOT, "%n%-34s %12s %12s   %s%n", "", "median", "best", "aim");
    millis(out, "rawWriter", "raw IndexWriter, shipped corpus");
    millis(out, "build", "whole build, shipped corpus");
    Statistics build = results.get("build");
    Statistics writer = results.get("rawWriter");
    row(
        out,
        "build / raw",
        build == null || writer == null ? null : build.getPercentile(50) / writer.getPercentile(50),
        build == null || writer == null ? null : build.getMin() / writer.getMin(),
        "",
        "under 2");
  }

  private void micros(PrintStream out, String result, String label, String aim) {
    Statistics statistics = results.get(result);
    row(
        out,
        label,
        statistics == null ? null : statistics.getPercentile(50),
        statistics == null ? null : statistics.getPercentile(99),
        "µs",
        aim);
  }

  private void millis(PrintStream out, String result, String label) {
    Statistics statistics = results.get(result);
    row(
        out,
        label,
        statistics == null ? null : statistics.getPercentile(50) / MICROS_PER_MILLI,
        statistics == null ? null : statistics.getMin() / MICROS_PER_MILLI,
        "ms",
        "");
  }

  private void ratios(PrintStream out, String result, String base, String label, String aim) {
    Statistics above = results.get(result);
    Statistics below = results.get(base);
    row(
        out,
        label,
        above == null || below == null ? null : above.getPercentile(50) / below.getPercentile(50),
        above == null || below == null ? null : above.getPercentile(99) / below.getPercentile(99),
        "",
        aim);
  }

  private static void row(
      PrintStream out,
      String label,
      @Nullable Double first,
      @Nullable Double second,
      String unit,
      String aim) {
    String number = unit.isEmpty() ? "%.2f ×" : "%,.0f " + unit;
    out.printf(
        Locale.ROOT,
        "%-34s %12s %12s   %s%n",
        label,
        first == null ? NOT_MEASURED : String.format(Locale.ROOT, number, first),
        second == null ? NOT_MEASURED : String.format(Locale.ROOT, number, second),
        aim);
  }
}
