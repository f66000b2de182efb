package dev.readout.answer;

import dev.readout.answer.Mentions.Mention;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.index.Evidence;
import dev.readout.index.QueryPlan;
import java.util.Arrays;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Measures a record against a question: one number per {@link Feature}. */
final class Features {
  /** Natural logarithm of about twenty statements, the most that a record has. */
  private static final double LONGEST = 3;

  private final QueryPlan plan;
  private final Reading reading;
  private final Mentions mentions;
  private final double mass;
  private final Set<String> definingRecords;

  /** With the ids of the records that define the terms named. */
  Features(QueryPlan plan, Reading reading, Mentions mentions, Set<String> definingRecords) {
    this.plan = plan;
    this.reading = reading;
    this.mentions = mentions;
    this.mass = Math.max(plan.mass(), 1e-6);
    this.definingRecords = Set.copyOf(definingRecords);
  }

  ToDoubleFunction<Feature> of(Evidence evidence) {
    boolean[] said = Mentions.said(evidence);
    return feature -> value(feature, evidence, said, evidence.record());
  }

  private double value(Feature feature, Evidence evidence, boolean[] said, CorpusRecord record) {
    return switch (feature) {
      case WHOLE -> evidence.candidate().whole() / mass;
      case PHRASES -> evidence.candidate().phrases() / mass;
      case STATEMENT -> Arrays.stream(evidence.statementScores()).max().orElse(0) / mass;
      case QUESTION -> evidence.candidate().question() / mass;
      case RECORD_COVERAGE -> plan.coverage(evidence.inAnyWords());
      case STATEMENT_COVERAGE ->
          Arrays.stream(evidence.inStatement()).mapToDouble(plan::coverage).max().orElse(0);
      case MENTIONED -> mentions.coverage(evidence.inAnyWords());
      case MENTIONED_IN_TITLE -> mentions.coverage(evidence.inTitle());
      case DATE_MISSING ->
          mentions.missingShare(evidence.inRecord(), kind -> kind == Mention.Kind.DATE);
      case NUMBER_UNSAID -> mentions.missingShare(said, Mention.Kind::isExact);
      case NAME_MISSING -> mentions.missingShare(evidence.inRecord(), Mention.Kind::isName);
      case PERSON_UNSAID -> mentions.missingShare(said, kind -> kind == Mention.Kind.PERSON);
      case DEFINES_TERM -> indicator(definesTerm(record));
      case PERSON_ASKED -> indicator(definesTerm(record) && reading.asks(Shape.PERSON));
      case IN_SPAN -> indicator(reading.hasSpan() && reading.spans(record));
      case SIDE_ASKED -> indicator(reading.side() != null && record.side() == reading.side());
      case READOUT_SPEECH -> indicator(reading.asks(Shape.SPEECH) && record.kind() == Kind.READOUT);
      case MEASURE_WHEN -> indicator(reading.asks(Shape.WHEN) && record.kind().isMeasure());
      case EXPLAINER -> indicator(record.kind() == Kind.EXPLAINER);
      case EXPLAINER_TIMELINE ->
          indicator(reading.asks(Shape.TIMELINE) && record.kind() == Kind.EXPLAINER);
      case GLOSSARY -> indicator(record.kind() == Kind.GLOSSARY);
      case LENGTH -> Math.log1p(record.statements().size()) / LONGEST;
      case STATEMENT_LIKENESS -> evidence.candidate().likeness().statement();
      case QUESTION_LIKENESS -> evidence.candidate().likeness().question();
      case TITLE_LIKENESS -> evidence.candidate().likeness().title();
      case MOST_LIKENESS -> evidence.candidate().likeness().most();
    };
  }

  Mentions mentions() {
    return mentions;
  }

  /** Whether the record is the entry that defines a term named. */
  boolean definesTerm(CorpusRecord record) {
    return definingRecords.contains(record.id());
  }

  private static double indicator(boolean value) {
    return value ? 1 : 0;
  }

  /** What is measured of a record against a question; every value is about 0 to 1. */
  enum Feature implements Weights.Weighed {
    /** BM25 of the whole record, by the mass of the question. */
    WHOLE,
    PHRASES,
    STATEMENT,
    QUESTION,
    /** Share of the question, by weight and idf, that the record holds. */
    RECORD_COVERAGE,
    STATEMENT_COVERAGE,
    /** Share of what the question mentions, each name and each word once, that the record holds. */
    MENTIONED,
    MENTIONED_IN_TITLE,
    /** Share of the dates asked for that the record lacks. */
    DATE_MISSING,
    /** Share of the numbers and quotations that neither a statement nor the title has. */
    NUMBER_UNSAID,
    NAME_MISSING,
    PERSON_UNSAID,
    /** Whether it is the entry that defines a term named. */
    DEFINES_TERM,
    PERSON_ASKED,
    /** Whether it was published in the time asked about. */
    IN_SPAN,
    SIDE_ASKED,
    READOUT_SPEECH,
    MEASURE_WHEN,
    EXPLAINER,
    EXPLAINER_TIMELINE,
    GLOSSARY,
    /** How many statements it has: a longer record answers more questions. */
    LENGTH,
    /** How alike its most alike statement is to the question in meaning. */
    STATEMENT_LIKENESS,
    QUESTION_LIKENESS,
    TITLE_LIKENESS,
    /** The largest of the three: one text that means the same is enough. */
    MOST_LIKENESS;
  }
}
