package dev.readout.answer;

import dev.readout.answer.reading.Reading;
import dev.readout.answer.reading.Shape;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Voice;
import dev.readout.index.Evidence;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Orders the statements of one record by how well each answers the question. The weights are those
 * of a softmax over the statements of the right record, fitted on the patterns that the development
 * questions require, by the weight of BM25. Confined to one answer.
 */
final class StatementScorer {
  private static final double TELLING_APART = 0.88;
  private static final double OPENING_DEFINITION = 0.18;
  private static final double WHOLE_DEFINITION = 1;
  private static final double DATE_FOR_WHEN = 0.46;
  private static final double NUMBER_FOR_AMOUNT = 1.3;
  private static final double STATE_FOR_STATUS = 0.75;
  private static final double QUOTATION = -0.21;
  private static final double LENGTH = 0.63;
  private static final double LONG_CHARS = 400;

  private static final Pattern DATE =
      Pattern.compile(
          "\\b(?:[0-9]{1,2} )?(?:January|February|March|April|May|June|July|August|September"
              + "|October|November|December)(?: [0-9]{4})?\\b|\\b(?:19|20)[0-9]{2}\\b");

  /** What a statement is from, at its end: "(Busan meeting, 30 October 2025)". */
  private static final Pattern ATTRIBUTION = Pattern.compile("\\([^()]*[0-9]{4}\\)");

  private static final Pattern NUMBER =
      Pattern.compile(
          "[0-9]|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|half|billion"
              + "|million)\\b");

  private static final Pattern STATE =
      Pattern.compile(
          "\\b(?:suspend|in force|in effect|took effect|takes effect|applie[sd]|expire|rescind"
              + "|revok|withdr|lift|extend|until|through|end(?:s|ed)|replac|supersed|stop|remain"
              + "|still|struck down|terminat)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EXACT_WORDS =
      Pattern.compile(
          "\\b(?:exact(?:ly)? (?:words?|say|said)|quote[ds]?|verbatim|literally|wording|phrase)\\b"
              + "|原话|原文",
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
    double[] tellingApart = tellingApart(evidence);
    boolean namesTheRecordOnly = Arrays.stream(tellingApart).max().orElse(0) == 0;
    double[] scores = new double[evidence.record().statements().size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] =
          evidence.statementScores()[i] / mass
              + TELLING_APART * tellingApart[i]
              + form(evidence.record().statements().get(i))
              + (i == 0 ? opening(namesTheRecordOnly) : 0);
    }
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .limit(limit)
        .map(i -> new Snippet(evidence.record(), evidence.record().statements().get(i)))
        .toList();
  }

  /**
   * For each statement, the share that it holds of what tells the record's statements apart: what
   * all of them hold counts nothing, what one alone holds most. 0 to 1.
   */
  private double[] tellingApart(Evidence evidence) {
    boolean[][] held = evidence.inStatement();
    double[] shares = new double[held.length];
    double all = 0;
    for (int token = 0; token < plan.tokens().size(); token++) {
      if (!plan.tokens().get(token).hasContent()) {
        continue; // the "who" of "who is Li Chenggang" picks no statement
      }
      int holding = 0;
      for (boolean[] statement : held) {
        holding += statement[token] ? 1 : 0;
      }
      QueryToken asked = plan.tokens().get(token);
      double worth = holding == 0 ? 0 : asked.mass() * Math.log((double) held.length / holding);
      all += worth;
      for (int i = 0; i < held.length; i++) {
        shares[i] += held[i][token] ? worth : 0;
      }
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] = all == 0 ? 0 : shares[i] / all;
    }
    return shares;
  }

  /**
   * What the first statement of a record has for it: it says what or who something is. Much, where
   * the question asks no more of it ("who is Li Chenggang").
   */
  private double opening(boolean namesTheRecordOnly) {
    if (!reading.asks(Shape.DEFINITION) && !reading.asks(Shape.PERSON)) {
      return 0;
    }
    return namesTheRecordOnly ? WHOLE_DEFINITION : OPENING_DEFINITION;
  }

  /** What its form promises: a date where it is asked when, a number where it is asked how many. */
  private double form(Statement statement) {
    double score = LENGTH * Math.min(statement.text().length(), LONG_CHARS) / LONG_CHARS;
    if (reading.asks(Shape.WHEN) && DATE.matcher(said(statement)).find()) {
      score += DATE_FOR_WHEN;
    }
    if (reading.asks(Shape.AMOUNT)
        && NUMBER.matcher(DATE.matcher(said(statement)).replaceAll("")).find()) {
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

  private static String said(Statement statement) {
    return ATTRIBUTION.matcher(statement.text()).replaceAll("");
  }
}
