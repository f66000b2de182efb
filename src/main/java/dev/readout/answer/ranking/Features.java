package dev.readout.answer.ranking;

import dev.readout.answer.reading.Reading;
import dev.readout.answer.reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.index.Evidence;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;

/** Measures a record against a question: one number per {@link Feature}. */
final class Features {
  private static final LocalDate OLDEST = LocalDate.of(2017, 1, 1);
  private static final double DAYS = 3650;

  private final QueryPlan plan;
  private final Reading reading;
  private final double mass;
  private final Set<String> definingRecords;

  /**
   * @param definingRecords ids of the records that define the terms named
   */
  Features(QueryPlan plan, Reading reading, Set<String> definingRecords) {
    this.plan = plan;
    this.reading = reading;
    this.mass = Math.max(plan.mass(), 1e-6);
    this.definingRecords = Set.copyOf(definingRecords);
  }

  EnumMap<Feature, Double> of(Evidence evidence) {
    EnumMap<Feature, Double> values = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      values.put(feature, value(feature, evidence, evidence.record()));
    }
    return values;
  }

  private double value(Feature feature, Evidence evidence, CorpusRecord record) {
    boolean defines = definingRecords.contains(record.id());
    return switch (feature) {
      case WHOLE -> evidence.candidate().whole() / mass;
      case PHRASES -> evidence.candidate().phrases() / mass;
      case STATEMENT -> Arrays.stream(evidence.statementScores()).max().orElse(0) / mass;
      case QUESTION -> evidence.candidate().question() / mass;
      case RECORD_COVERAGE -> coverage(evidence.inRecord());
      case STATEMENT_COVERAGE ->
          Arrays.stream(evidence.inStatement()).mapToDouble(this::coverage).max().orElse(0);
      case ASKED_COVERAGE -> evidence.askedCoverage();
      case TERM_COVERAGE -> termCoverage(evidence.inRecord());
      case DEFINES_TERM -> indicator(defines);
      case DEFINES_TERM_ASKED -> indicator(defines && reading.asks(Shape.DEFINITION));
      case PERSON_ASKED -> indicator(defines && reading.asks(Shape.PERSON));
      case IN_SPAN -> indicator(reading.hasSpan() && reading.spans(record.anchorDay()));
      case OUT_OF_SPAN -> indicator(reading.hasSpan() && !reading.spans(record.anchorDay()));
      case SPEECH_OUT_OF_SPAN ->
          indicator(
              reading.asks(Shape.SPEECH)
                  && reading.hasSpan()
                  && !reading.spans(record.anchorDay()));
      case SIDE_ASKED -> indicator(reading.side() != null && record.side() == reading.side());
      case OTHER_SIDE_ASKED ->
          indicator(reading.side() != null && record.side() == other(reading.side()));
      case READOUT_COMPARED ->
          indicator(
              reading.asks(Shape.COMPARISON)
                  && (record.kind() == Kind.READOUT || record.kind() == Kind.MEETING));
      case READOUT_SPEECH -> indicator(reading.asks(Shape.SPEECH) && record.kind() == Kind.READOUT);
      case MEASURE_STATUS -> indicator(reading.asks(Shape.STATUS) && record.kind().isMeasure());
      case EXPLAINER_TIMELINE ->
          indicator(reading.asks(Shape.TIMELINE) && record.kind() == Kind.EXPLAINER);
      case RECENT_LATEST -> reading.asks(Shape.LATEST) ? recency(record) : 0;
      case RECENT -> recency(record);
    };
  }

  private static double recency(CorpusRecord record) {
    return Math.clamp((record.anchorDay().toEpochDay() - OLDEST.toEpochDay()) / DAYS, 0, 1);
  }

  private static Side other(Side side) {
    return side == Side.US ? Side.PRC : Side.US;
  }

  private static double indicator(boolean value) {
    return value ? 1 : 0;
  }

  double coverage(boolean[] held) {
    double sum = 0;
    List<QueryToken> tokens = plan.tokens();
    for (int i = 0; i < held.length; i++) {
      sum += held[i] ? tokens.get(i).weight() * tokens.get(i).idf() : 0;
    }
    return sum / mass;
  }

  private double termCoverage(boolean[] held) {
    double all = 0;
    double sum = 0;
    List<QueryToken> tokens = plan.tokens();
    for (int i = 0; i < held.length; i++) {
      if (tokens.get(i).kind() == QueryToken.Kind.TERM) {
        all += tokens.get(i).idf();
        sum += held[i] ? tokens.get(i).idf() : 0;
      }
    }
    return all == 0 ? 0 : sum / all;
  }
}
