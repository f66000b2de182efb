package dev.readout.ops;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.ops.health.Health;
import dev.readout.ops.health.Report;
import dev.readout.ops.http.Answer;
import dev.readout.ops.http.Asked;
import dev.readout.ops.http.Page;

/**
 * {@code /healthz}: whether the bot can do its work, by the status alone or check by check; JSON,
 * or one line a check for who prefers plain text.
 */
final class HealthPage implements Page {
  private final Health health;

  HealthPage(Health health) {
    this.health = health;
  }

  @Override
  public Answer show(Asked asked) {
    Report report = health.report();
    int status = report.isHealthy() ? Answer.OK : Answer.UNAVAILABLE;
    return asked.prefersText()
        ? Answer.text(status, report.text())
        : Answer.json(status, json(report) + "\n");
  }

  private static String json(Report report) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put("status", Report.status(report.isHealthy()));
    ObjectNode checks = page.putObject("checks");
    report
        .findings()
        .forEach(
            (part, finding) ->
                checks
                    .putObject(part.word())
                    .put("status", Report.status(finding.isHealthy()))
                    .put("detail", finding.detail()));
    return page.toString();
  }
}
