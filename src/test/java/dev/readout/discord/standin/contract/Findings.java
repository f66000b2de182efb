package dev.readout.discord.standin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Gathers the violations of one request. Confined to one thread. */
final class Findings {
  private static final int EXCERPT_LENGTH = 240;

  private final String route;
  private final List<Violation> violations = new ArrayList<>();

  Findings(String route) {
    this.route = route;
  }

  /** Adds a violation of a rule unless it is kept; {@code at} is the part of the body. */
  void require(boolean isKept, String rule, String detail, JsonNode at) {
    if (!isKept) {
      String text = at.toString();
      String excerpt =
          text.length() <= EXCERPT_LENGTH ? text : text.substring(0, EXCERPT_LENGTH) + "…";
      violations.add(new Violation(route, rule, detail, excerpt));
    }
  }

  /** Requires that no text comes twice; empty ones do not count. */
  void requireDistinct(Stream<String> texts, String rule, JsonNode at) {
    Set<String> seen = new HashSet<>();
    texts
        .filter(text -> !text.isEmpty() && !seen.add(text))
        .forEach(text -> require(false, rule, "twice: " + text, at));
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }
}
