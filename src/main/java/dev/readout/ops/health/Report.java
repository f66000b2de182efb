package dev.readout.ops.health;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How every part is. Immutable.
 *
 * @param findings by part, all of them
 */
public record Report(Map<Part, Finding> findings) {
  public Report {
    findings = Collections.unmodifiableMap(new EnumMap<>(findings));
  }

  public boolean isHealthy() {
    return findings.values().stream().allMatch(Finding::isHealthy);
  }

  /** One line a part. */
  public String text() {
    return findings.entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String line(Part part, Finding finding) {
    return "%s: %s (%s)\n".formatted(part.word(), status(finding.isHealthy()), finding.detail());
  }

  /** The word used on pages. */
  public static String status(boolean isHealthy) {
    return isHealthy ? "ok" : "unhealthy";
  }
}
