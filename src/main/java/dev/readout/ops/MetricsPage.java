package dev.readout.ops;

import dev.readout.ops.http.Answer;
import dev.readout.ops.http.Asked;
import dev.readout.ops.http.Page;
import dev.readout.ops.metric.Metrics;

/** {@code /metrics}: all figures, as Prometheus reads them. */
final class MetricsPage implements Page {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Metrics metrics;

  MetricsPage(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public Answer show(Asked asked) {
    return new Answer(Answer.OK, TYPE, metrics.text());
  }
}
