package dev.readout.answer;

import dev.readout.answer.reading.Reading;
import dev.readout.answer.reading.Shape;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Voice;
import dev.readout.index.Evidence;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Orders the statements of one record by how well each answers the question. Confined to one
 * answer.
 */
final class StatementScorer {
  private static final double COVERAGE = 0.5;
  private static final double OPENING = 0.15;
  private static final double OPENING_DEFINITION = 0.35;
  private static final double DATE_FOR_WHEN = 0.15;
  private static final double NUMBER_FOR_AMOUNT = 0.2;
  private static final double STATE_FOR_STATUS = 0.25;
  private static final double QUOTATION = -0.2;

  private static final Pattern NUMBER =
      Pattern.compile(
          "[0-9]|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|half|billion|million)\\b");
  private static final Pattern STATE =
      Pattern.compile(
          "\\b(?:suspend|in force|in effect|took effect|takes"
              + " effect|applie[sd]|expire|rescind|revok|withdr|lift|extend|until|through|end(?:s|ed)|replac|supersed|stop|remain|still|struck"
              + " down|terminat)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EXACT_WORDS =
      Pattern.compile(
          "\\b(?:exact(?:ly)?"
              + " (?:words?|say|said)|quote[ds]?|verbatim|literally|wording|phrase)\\b|原话|原文",
          Pattern.CASE_INSENSITIVE);

  private final QueryPlan plan;
  private final Reading reading;
  private final double mass;
  private final boolean exactWords;

  StatementScorer(QueryPlan plan, Reading reading) {
    this.plan = plan;
    this.reading = reading;
    this.mass = Math.max(plan.mass(), 1e-6);
    this.exactWords = EXACT_WORDS.matcher(plan.text()).find();
  }

  /** The best statements of the record; equal ones in the record's order. */
  List<Snippet> best(Evidence evidence, int limit) {
    double[] scores = new double[evidence.record().statements().size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = score(evidence, i);
    }
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .limit(limit)
        .map(i -> new Snippet(evidence.record(), evidence.record().statements().get(i)))
        .toList();
  }

  private double score(Evidence evidence, int ordinal) {
    Statement statement = evidence.record().statements().get(ordinal);
    double score =
        evidence.statementScores()[ordinal] / mass
            + COVERAGE * coverage(evidence.inStatement()[ordinal]);
    if (ordinal == 0) {
      score +=
          reading.asks(Shape.DEFINITION) || reading.asks(Shape.PERSON)
              ? OPENING_DEFINITION
              : OPENING;
    }
    if (reading.asks(Shape.WHEN) && !DateMention.in(statement.text()).isEmpty()) {
      score += DATE_FOR_WHEN;
    }
    if (reading.asks(Shape.AMOUNT) && NUMBER.matcher(statement.text()).find()) {
      score += NUMBER_FOR_AMOUNT;
    }
    if (reading.asks(Shape.STATUS) && STATE.matcher(statement.text()).find()) {
      score += STATE_FOR_STATUS;
    }
    if (statement.voice() == Voice.VERBATIM && !exactWords) {
      score += QUOTATION;
    }
    return score;
  }

  private double coverage(boolean[] held) {
    double sum = 0;
    for (int i = 0; i < held.length; i++) {
      QueryToken token = plan.tokens().get(i);
      sum += held[i] ? token.weight() * token.idf() : 0;
    }
    return sum / mass;
  }
}
