package dev.readout.answer;

import dev.readout.answer.Mentions.Mention;
import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the statements of the best records in the order in which they answer the question, whatever
 * record they are of. Deterministic: equal scores keep the order of records and statements.
 * Thread-safe.
 */
final class StatementRanker {
  /** Records whose statements are ranked. */
  public static final int MAX_RECORDS = 10;

  private static final Comparator<Statements.Ranked> BEST_FIRST =
      Comparator.comparingDouble(Statements.Ranked::score).reversed();
  private static final double LARGEST_BEHIND = 6;

  /**
   * What a statement of another time than the one asked about is behind for; with more, those of
   * the time that are of something else would lead.
   */
  private static final double OF_ANOTHER_TIME = 2;

  /** The same of what somebody else says than the person whose words are asked for. */
  private static final double SAID_BY_ANOTHER = 8;

  private static final double LONG_CHARS = 400;
  private static final double MANY_DAYS = 3650;

  private final Generation generation;
  private final StatementForms forms;
  private final @Nullable Weights weights;

  public StatementRanker(Generation generation) {
    this(generation, null);
  }

  /**
   * With other weights than those shipped.
   *
   * @param weights the same whether or not meanings are compared; null for those shipped
   */
  StatementRanker(Generation generation, @Nullable Weights weights) {
    this.generation = generation;
    this.forms = new StatementForms(generation);
    this.weights = weights;
  }

  /**
   * The statements of the best records. Those that come near the best are read, where there is a
   * reader for the question: how many depends on the question alone.
   */
  public Statements rank(QueryPlan plan, Reading reading, List<Ranked> ranking) {
    List<Statements.Ranked> ranked = new ArrayList<>(unread(plan, reading, ranking));
    boolean isDefinition = !ranked.isEmpty() && isDefinition(reading, ranked.getFirst());
    Reads read =
        isDefinition
            ? read(plan, ranked.subList(0, 1))
            : reading.asks(Shape.BOTH_SIDES) && !reading.asks(Shape.DEFINITION)
                ? Reads.ofBothSides(generation, plan, ranked)
                : read(plan, ranked);
    if (read.isEmpty() || isDefinition) {
      return read.likeliestFirst(
          generation, plan, new Statements(ranked, read.highest(), read.highest()));
    }
    ToDoubleFunction<Statements.Ranked> more = read.counting(plan, reading, weights(plan).reader());
    ranked.replaceAll(one -> one.plus(more.applyAsDouble(one)));
    ranked.sort(BEST_FIRST);
    forms
        .asAsked(
            plan,
            reading,
            ranked.getFirst(),
            ranked.stream().filter(one -> read.of(one).isPresent()))
        .ifPresent(
            lead -> {
              ranked.remove(lead);
              ranked.addFirst(lead.plus(ranked.getFirst().score() - lead.score()));
            });
    return read.likeliestFirst(
        generation, plan, new Statements(ranked, read.highest(), read.of(ranked.getFirst())));
  }

  /**
   * Whether what something is was asked for, and the entry's own opening is best without reading.
   */
  private static boolean isDefinition(Reading reading, Statements.Ranked best) {
    return reading.asks(Shape.DEFINITION) && best.ordinal() == 0 && isEntry(best);
  }

  Reads read(QueryPlan plan, Reading reading, List<Ranked> ranking) {
    return read(plan, unread(plan, reading, ranking));
  }

  private Reads read(QueryPlan plan, List<Statements.Ranked> ranked) {
    return Reads.of(generation, plan, ranked, weights(plan).reader());
  }

  private Weights weights(QueryPlan plan) {
    return weights == null ? Weights.of(Weights.Search.of(plan)) : weights;
  }

  private List<Statements.Ranked> unread(QueryPlan plan, Reading reading, List<Ranked> ranking) {
    Optional<AskedSpeaker> speaker = AskedSpeaker.in(plan, reading, generation);
    ToDoubleFunction<ToDoubleFunction<StatementFeature>> sum =
        Weights.summing(weights(plan).statement());
    return measured(plan, reading, ranking).stream()
        .map(
            one ->
                new Statements.Ranked(
                    one.evidence(),
                    one.ordinal(),
                    one.features().applyAsDouble(StatementFeature.FILLED),
                    sum.applyAsDouble(one.features())))
        .map(one -> isOfAnotherTime(one, reading) ? one.plus(-OF_ANOTHER_TIME) : one)
        .map(
            one ->
                speaker.filter(asked -> isBeside(asked, one)).isPresent()
                    ? one.plus(-SAID_BY_ANOTHER)
                    : one)
        .sorted(BEST_FIRST)
        .toList();
  }

  /** What another says, and the entry on a person where all is asked that he said somewhere. */
  private boolean isBeside(AskedSpeaker speaker, Statements.Ranked one) {
    return speaker.isAnother(subject(one)) || (speaker.saysAll() && isEntry(one));
  }

  private static boolean isEntry(Statements.Ranked one) {
    Kind kind = one.record().kind();
    return kind == Kind.GLOSSARY || kind == Kind.EXPLAINER;
  }

  /** Id of the first person or body that it names: who says or does what it tells. */
  private Optional<String> subject(Statements.Ranked one) {
    return forms.of(one.statement()).subject(generation);
  }

  /** Whether the person asked about says it, of whom no more is asked than what was said there. */
  boolean isSaidAsAsked(QueryPlan plan, Reading reading, Statements.Ranked one) {
    return AskedSpeaker.in(plan, reading, generation)
        .filter(speaker -> speaker.saysAll() && speaker.opens(subject(one)))
        .isPresent();
  }

  /** The same of what is said on a matter, where statement or title name all that is named. */
  boolean isSaidOfTheMatter(QueryPlan plan, Reading reading, Statements.Ranked one) {
    return AskedSpeaker.in(plan, reading, generation)
            .filter(speaker -> speaker.opens(subject(one)))
            .isPresent()
        && IntStream.range(0, plan.tokens().size())
            .filter(i -> plan.tokens().get(i).hasContent())
            .filter(i -> !Composer.COUNTRIES.contains(plan.tokens().get(i).text()))
            .allMatch(i -> one.holds(i) || one.evidence().inTitle()[i]);
  }

  private boolean isOfAnotherTime(Statements.Ranked one, Reading reading) {
    return reading.hasSpan()
        && !reading.isRange()
        && !forms.of(one.statement()).isOfTheTime(one.record(), reading);
  }

  /** All statements of the best records, measured. */
  List<Measured> measured(QueryPlan plan, Reading reading, List<Ranked> ranking) {
    List<Ranked> best = ranking.stream().limit(MAX_RECORDS).toList();
    Question question = new Question(plan, reading, best);
    List<Measured> measured = new ArrayList<>();
    for (Ranked ranked : best) {
      double[] tellingApart = tellingApart(plan, ranked.evidence());
      double mostAlike = Arrays.stream(ranked.evidence().statementLikeness()).max().orElse(0);
      for (int i = 0; i < ranked.record().statements().size(); i++) {
        measured.add(
            new Measured(
                ranked.evidence(), i, question.features(ranked, i, tellingApart[i], mostAlike)));
      }
    }
    return measured;
  }

  /** A statement before it is weighed. */
  record Measured(Evidence evidence, int ordinal, ToDoubleFunction<StatementFeature> features) {}

  /** What is the same for all statements. */
  private final class Question {
    private final QueryPlan plan;
    private final Reading reading;
    private final Mentions mentions;
    private final Features records;
    private final StatementForm form;
    private final double mass;
    private final double best;
    private final long newest;
    private final boolean exactWords;
    private final int asked;
    private final MeetingPlaces places;

    Question(QueryPlan plan, Reading reading, List<Ranked> ranking) {
      this.plan = plan;
      this.reading = reading;
      this.records = Ranker.features(generation, plan, reading);
      this.mentions = records.mentions();
      this.form = StatementForm.of(plan.text());
      this.mass = Math.max(plan.mass(), 1e-6);
      this.best = ranking.isEmpty() ? 0 : ranking.getFirst().score();
      this.newest =
          ranking.stream()
              .map(Ranked::record)
              .filter(record -> record.published() != null)
              .mapToLong(record -> record.anchorDay().toEpochDay())
              .max()
              .orElse(0);
      this.places = MeetingPlaces.of(mentions, ranking.stream().map(Ranked::evidence).toList());
      this.asked = AskedSpeaker.token(plan);
      this.exactWords = Fragments.asksForExactWords(plan);
    }

    /** Whether who is asked about says or does what a statement tells; most do not name them. */
    private boolean isTheirs(Evidence evidence, int ordinal) {
      return asked >= 0
          && evidence.inStatement()[ordinal][asked]
          && forms
              .of(evidence.record().statements().get(ordinal))
              .subject(generation)
              .filter(plan.tokens().get(asked).text()::equals)
              .isPresent();
    }

    ToDoubleFunction<StatementFeature> features(
        Ranked ranked, int ordinal, double tellingApart, double mostAlike) {
      Evidence evidence = ranked.evidence();
      Statement statement = evidence.record().statements().get(ordinal);
      Set<Slot> filled = isFar(ranked, ordinal) ? Set.of() : filled(statement);
      return feature ->
          switch (feature) {
            case BEHIND -> Math.min(best - ranked.score(), LARGEST_BEHIND) / LARGEST_BEHIND;
            case WORDS -> evidence.statementScores()[ordinal] / mass;
            case TELLING_APART -> tellingApart;
            case COVERAGE -> plan.coverage(evidence.inStatement()[ordinal]);
            case MENTIONED ->
                mentions.coverage(
                    Mentions.either(evidence.inStatement()[ordinal], evidence.inTitle()));
            case OTHER_WORDS -> inOtherWords(evidence, ordinal);
            case LIKENESS -> evidence.statementLikeness()[ordinal];
            case LIKENESS_BEHIND -> mostAlike - evidence.statementLikeness()[ordinal];
            case FILLED -> (double) filled.size() / Math.max(reading.slots().size(), 1);
            case END_FILLED -> indicator(filled.contains(Slot.END));
            case START_FILLED -> indicator(filled.contains(Slot.START));
            case DAY_FILLED -> indicator(filled.contains(Slot.DAY));
            case PERSON_FILLED -> indicator(filled.contains(Slot.PERSON));
            case BODY_FILLED -> indicator(filled.contains(Slot.BODY));
            case AMOUNT_FILLED -> indicator(filled.contains(Slot.AMOUNT));
            case PLACE_FILLED -> indicator(filled.contains(Slot.PLACE));
            case CITATION_FILLED -> indicator(filled.contains(Slot.CITATION));
            case REASON_FILLED -> indicator(filled.contains(Slot.REASON));
            case LIST_FILLED -> indicator(filled.contains(Slot.LIST));
            case STANDING_FILLED -> indicator(filled.contains(Slot.STANDING));
            case DEFINITION_FILLED -> indicator(filled.contains(Slot.DEFINITION));
            case CHANGE_FILLED -> indicator(filled.contains(Slot.CHANGE));
            case OPENS -> indicator(ordinal == 0);
            case OPENS_DEFINITION -> indicator(ordinal == 0 && asksWhatItIs());
            case DEFINES ->
                indicator(ordinal == 0 && asksWhatItIs() && opensWithWhatIsAsked(evidence));
            case ONLY_DEFINES ->
                indicator(ordinal == 0 && opensWithWhatIsAsked(evidence) && namesOnlyIt());
            case QUOTATION -> indicator(statement.voice() == Voice.VERBATIM && !exactWords);
            case SPOKEN_FILLED -> indicator(isTheirs(evidence, ordinal));
            case OTHER_MEETING -> indicator(places.isElsewhere(evidence));
            case LENGTH -> Math.min(statement.text().length(), LONG_CHARS) / LONG_CHARS;
            case SIDE ->
                indicator(reading.side() != null && evidence.record().side() == reading.side());
            case OLDER ->
                reading.asks(Shape.LATEST) || reading.asks(Shape.NOW)
                    ? Math.min(
                            (double) (newest - evidence.record().anchorDay().toEpochDay()),
                            MANY_DAYS)
                        / MANY_DAYS
                    : 0;
          };
    }

    private double inOtherWords(Evidence evidence, int ordinal) {
      boolean[] alone = evidence.inOtherWords()[ordinal].clone();
      for (int i = 0; i < alone.length; i++) {
        alone[i] &= !evidence.inStatement()[ordinal][i] && !evidence.inTitle()[i];
      }
      return plan.coverage(alone);
    }

    /** The entry of a term that is named, or the paper whose official number is. */
    private boolean opensWithWhatIsAsked(Evidence evidence) {
      return records.definesTerm(evidence.record())
          || mentions.all().stream()
              .filter(mention -> mention.kind() == Mention.Kind.CITATION)
              .anyMatch(mention -> mention.isIn(evidence.inStatement()[0]));
    }

    /** Whether the question is about it and nothing else of it. */
    private boolean namesOnlyIt() {
      return mentions.all().stream()
          .map(Mention::kind)
          .allMatch(
              kind ->
                  kind.isName()
                      || kind == Mention.Kind.CITATION
                      || kind == Mention.Kind.DATE
                      || kind == Mention.Kind.ORDINARY);
    }

    private boolean asksWhatItIs() {
      return reading.asks(Shape.DEFINITION) || reading.asks(Shape.PERSON);
    }

    /**
     * Of a record far behind and without a word of the question: nothing that it fills helps it.
     */
    private boolean isFar(Ranked ranked, int ordinal) {
      boolean[] held = ranked.evidence().inStatement()[ordinal];
      return best - ranked.score() >= LARGEST_BEHIND
          && IntStream.range(0, held.length)
              .noneMatch(i -> held[i] && plan.tokens().get(i).hasContent());
    }

    /** What a statement holds is read only where something is asked that it can fill. */
    private Set<Slot> filled(Statement statement) {
      Set<Slot> filled = EnumSet.noneOf(Slot.class);
      StatementForm held = reading.slots().isEmpty() ? form : forms.of(statement);
      for (Slot slot : reading.slots()) {
        if (held.fills(slot, form, generation)) {
          filled.add(slot);
        }
      }
      return filled;
    }
  }

  /**
   * For each statement, the share that it holds of what tells the record's statements apart: what
   * all of them hold counts nothing, what one alone holds most. 0 to 1.
   */
  private static double[] tellingApart(QueryPlan plan, Evidence evidence) {
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
      double worth =
          holding == 0
              ? 0
              : plan.tokens().get(token).mass() * Math.log((double) held.length / holding);
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

  private static double indicator(boolean value) {
    return value ? 1 : 0;
  }
}
