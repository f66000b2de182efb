package dev.readout.answer;

import dev.readout.answer.Answer.Missing;
import dev.readout.answer.Answer.Problem;
import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.SearchFilter;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers by searching one generation. Thread-safe. */
public final class RetrievalAnswerer implements Answerer {
  /**
   * How likely an answer must be for it to be given. Chosen on the development questions: lower,
   * and near misses are answered; higher, and answers are withheld (docs/retrieval.md has both by
   * threshold).
   */
  static final double MIN_CONFIDENCE = 0.26;

  /** How likely the first of several parts must be told, where the whole is not. */
  private static final double ALONE = 0.4;

  private final Generation generation;
  private final InstantSource clock;
  private final Ranker ranker = new Ranker();
  private final StatementRanker statementRanker;
  private final Verdicts verdicts;
  private final Standings standings;
  private final Measures measures;
  private final Composer composer;
  private final Sequences sequences;
  private final Belonging belonging;
  private final TimedSearch timed;
  private final Outcomes outcomes;
  private final Inventory inventory;
  private final OnAList onALists;
  private final WhoIsListed whoIsListed;
  private final LeadAsAsked leads;
  private final Sufficiency sufficiency;
  private final PartAnswers parts;
  private final Refusals refusals;

  public RetrievalAnswerer(Generation generation, InstantSource clock) {
    this(generation, clock, null);
  }

  /**
   * Over a handful of records the confidence, which was fitted to the corpus, means little.
   *
   * @param minConfidence null for the shipped thresholds
   */
  RetrievalAnswerer(Generation generation, InstantSource clock, @Nullable Double minConfidence) {
    this.generation = generation;
    this.clock = clock;
    this.statementRanker = new StatementRanker(generation);
    this.measures = new Measures(generation);
    this.standings = new Standings(generation, measures);
    this.verdicts = new Verdicts(generation, measures, standings);
    this.sequences = new Sequences(generation);
    this.composer = new Composer(generation, ranker, sequences);
    this.belonging = new Belonging(generation, composer, sequences);
    this.timed = new TimedSearch(generation, ranker, composer);
    this.outcomes = new Outcomes(generation);
    this.inventory = new Inventory(generation);
    this.onALists = new OnAList(generation);
    this.whoIsListed = new WhoIsListed(generation);
    this.leads = new LeadAsAsked(generation, ranker, statementRanker, timed, outcomes);
    this.parts = new PartAnswers(generation);
    Charges charges = new Charges(generation);
    this.sufficiency =
        new Sufficiency(
            Objects.requireNonNullElse(minConfidence, MIN_CONFIDENCE),
            generation,
            composer,
            charges,
            sequences,
            outcomes,
            leads,
            new ToldForSure(
                generation,
                composer,
                statementRanker,
                sequences,
                new AskedList(generation),
                charges),
            new Lacking(generation));
    this.refusals = new Refusals(generation, sufficiency);
  }

  @Override
  public Answer answer(Question question) {
    return wordForWord(question).orElseGet(() -> told(question, List.of()));
  }

  /**
   * A question in Chinese put into English word for word, where that is told the more surely; else
   * as it is asked, or, where next to nothing is found, with names in Latin letters as they are
   * typed, or a refusal. Empty where it cannot be put into English.
   */
  private Optional<Answer> wordForWord(Question question) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate asOf = Objects.requireNonNullElse(question.asOf(), today);
    if (!generation.readsStatements()
        || !Language.hasChinese(question.text())
        || QuestionCheck.beforeReading(question, generation).isPresent()) {
      return Optional.empty();
    }
    QueryPlan plan = planOf(question.text(), today);
    Optional<Question> asked = WordForWord.of(plan, generation).map(question::as);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Searched inChinese = search(question, plan, asOf, today);
    boolean isTold = WordForWord.isToldAsAsked(inChinese, sufficiency);
    if (isTold && !WordForWord.mayBeToldBetter(inChinese)) {
      return Optional.of(told(question, List.of(inChinese)));
    }
    Question english = asked.get();
    Searched inEnglish = search(english, planOf(english.text(), today), asOf, today);
    List<Searched> found = List.of(inChinese, inEnglish);
    boolean isBetter =
        isTold
            ? WordForWord.isToldByAnother(inEnglish, inChinese, sufficiency, generation)
            : WordForWord.isToldBetter(inEnglish, inChinese, sufficiency);
    if (isBetter && told(english, found) instanceof Answer.Answered answered) {
      return Optional.of(answered.to(question));
    }
    Answer asAsked = told(question, found);
    boolean isUntold =
        !isTold
            && WordForWord.isUntold(inEnglish, inChinese, sufficiency)
            && asAsked instanceof Answer.Answered answered
            && answered.verdict() == null;
    Answer answer = isUntold ? refusals.of(inChinese) : asAsked;
    return Optional.of(answer)
        .filter(told -> told instanceof Answer.Declined declined && declined.isOfADetail())
        .flatMap(_ -> WordForWord.asTyped(plan, generation))
        .map(question::as)
        .map(typed -> search(typed, planOf(typed.text(), today), asOf, today))
        .filter(typed -> WordForWord.isToldBetter(typed, inChinese, sufficiency))
        .map(typed -> told(typed.question(), List.of(inChinese, typed)))
        .filter(Answer.Answered.class::isInstance)
        .map(typed -> (Answer) ((Answer.Answered) typed).to(question))
        .or(() -> Optional.of(answer));
  }

  /**
   * The answer to it and its parts.
   *
   * @param known what has been searched already
   */
  private Answer told(Question question, List<Searched> known) {
    return parts.answer(question, asked -> whole(asked, known));
  }

  private Answer whole(Question question, List<Searched> known) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate asOf = Objects.requireNonNullElse(question.asOf(), today);
    Optional<Problem> problem = QuestionCheck.beforeReading(question, generation);
    if (problem.isPresent()) {
      return invalid(question, asOf, problem.get());
    }
    QueryPlan plan = planOf(question.text(), today);
    problem = QuestionCheck.afterReading(plan);
    if (problem.isPresent()) {
      return invalid(question, asOf, problem.get());
    }
    return AskedInEnglish.of(plan, generation)
        .filter(_ -> !Rounds.isToCome(plan))
        .flatMap(asked -> inEnglish(asked, question, asOf, today).stream())
        .findFirst()
        .orElseGet(() -> answer(question, plan, asOf, today, known));
  }

  /** A plain question in Chinese asked in English, which is searched by meaning and read. */
  private Optional<Answer> inEnglish(
      AskedInEnglish.Asked asked, Question question, LocalDate asOf, LocalDate today) {
    return Optional.of(asked.text())
        .filter(_ -> generation.readsStatements())
        .map(text -> answer(question.as(text), planOf(text, today), asOf, today, List.of()))
        .filter(asked::isToldBy)
        .map(
            answer ->
                switch (answer) {
                  case Answer.Answered answered -> answered.to(question);
                  case Answer.Declined declined -> declined.to(question);
                  case Answer.Invalid invalid -> invalid;
                });
  }

  private Answer answer(
      Question question, QueryPlan plan, LocalDate asOf, LocalDate today, List<Searched> known) {
    Optional<AskedDay> asked = AskedDay.in(question.text(), today);
    Optional<Searched> thatDay =
        asked
            .map(of -> search(question, planOf(of.text(), today), of.day(), today))
            .filter(sufficiency::isAnswered);
    Searched searched =
        thatDay
            .filter(one -> one.verdict() != null || sourcesEnd().isBefore(one.asOf()))
            .or(() -> known.stream().filter(one -> one.question().equals(question)).findFirst())
            .orElseGet(() -> search(question, plan, asOf, today));
    if (sufficiency.isAnswered(searched)) {
      return answered(searched, List.of());
    }
    Optional<Searched> everywhere =
        Destination.without(plan.text())
            .map(text -> search(question, generation.planByMeaning(text), asOf, today))
            .filter(sufficiency::isAnswered)
            .flatMap(found -> Destination.ofAny(found, generation));
    if (everywhere.isPresent()) {
      return answered(everywhere.get(), List.of());
    }
    if (!searched.missing().isEmpty()) {
      return refusals.of(searched);
    }
    if (thatDay.isPresent()) { // dated statements tell it, none of them of that day
      return answered(
          thatDay.get(), List.of(new Missing(Missing.Kind.TIME, asked.orElseThrow().written())));
    }
    List<String> wider =
        List.of(
            AskedText.ofCountries(plan.text(), generation),
            Newest.whole(plan.text()),
            Presidency.ofTheGovernment(plan.text()),
            Planned.asDone(plan.text()));
    for (String text : wider) {
      Searched whole =
          text.equals(plan.text())
              ? searched
              : search(question, generation.planByMeaning(text), asOf, today);
      if (sufficiency.isAnswered(whole)) {
        return answered(whole, List.of());
      }
    }
    Optional<Searched> first =
        QuestionParts.firstOf(plan.text())
            .filter(_ -> !Language.hasChinese(plan.text()))
            .map(text -> search(question, generation.planByMeaning(text), asOf, today))
            .filter(found -> found.confidence() >= ALONE && sufficiency.isAnswered(found));
    if (first.isPresent()) {
      return answered(
          first.get(),
          QuestionParts.later(plan.text()).stream().map(QuestionParts::missing).toList());
    }
    // "TikTok and soybeans in Madrid": what the records do not have is named, the rest is answered.
    return MissingParts.withoutPart(generation, plan, searched.nearest())
        .map(
            part ->
                search(question, generation.planByMeaning(part.left()), asOf, today)
                    .without(part.missing()))
        .filter(sufficiency::isAnswered)
        .map(rest -> answered(rest, rest.missing()))
        .orElseGet(() -> refusals.of(searched));
  }

  private SourcesEnd sourcesEnd() {
    return new SourcesEnd(generation.info().reachesTo());
  }

  private QueryPlan planOf(String text, LocalDate today) {
    return generation.planByMeaning(AskedText.of(text, generation, today));
  }

  private Searched search(Question question, QueryPlan plan, LocalDate asOf, LocalDate today) {
    Reading asked = Accounts.asked(QuestionReader.read(plan.text(), today), plan, generation);
    SourcesEnd end = sourcesEnd();
    boolean isPast = end.isPassedBy(plan, asked, today);
    Reading reading =
        isPast
            ? asked.ofLate(today.isBefore(asked.first()) ? Shape.NEXT : Shape.LATEST)
            : end.within(
                Newest.applied(
                    Chronicle.applied(
                        SinceMeeting.applied(
                            NextMeeting.applied(asked, plan, generation), plan, generation),
                        plan,
                        generation),
                    plan,
                    generation,
                    asOf));
    SearchFilter filter =
        new SearchFilter(question.side(), question.topic(), question.since(), question.until());
    Ranker.Ranking ranking =
        Measures.ofGoods(
            plan, measures.byTheirAuthor(plan, reading, timed.rank(plan, reading, filter)));
    Optional<Inventory.Told> listed = inventory.of(question, plan, reading, asOf);
    Optional<OnAList.Told> onAList =
        onALists
            .of(question, plan, reading, asOf)
            .or(() -> whoIsListed.of(question, plan, reading, asOf));
    Verdict verdict =
        listed.isPresent()
                || ranking.records().isEmpty()
                || onAList.isPresent()
                || onALists.isOnOthersAlone(plan, reading, asOf)
                || outcomes.meeting(plan, reading, ranking.records()).isPresent()
            ? null
            : verdicts.of(plan, reading, ranking.records(), asOf).orElse(null);
    List<Ranked> records = belonging.with(plan, reading, ranking.records(), verdict, question);
    Statements ranked = statementRanker.rank(plan, reading, records);
    Statements statements =
        listed
            .map(told -> inventory.first(told, plan, ranked))
            .or(() -> onAList.map(told -> onALists.first(told, plan, ranked)))
            .orElseGet(() -> leads.first(question, plan, reading, records, ranked, today));
    Optional<Statements> leavingOut =
        Optional.ofNullable(verdict)
            .flatMap(told -> Duties.leavingOut(plan, told, statements, generation));
    return new Searched(
        question,
        asOf,
        plan,
        reading,
        records,
        listed
            .map(Inventory.Told::verdict)
            .or(() -> onAList.map(OnAList.Told::verdict))
            .or(
                () ->
                    Optional.ofNullable(verdict)
                        .filter(_ -> leavingOut.isEmpty())
                        .filter(_ -> !statements.isTold() || !WhichFirst.isAsked(plan))
                        .filter(told -> !standings.isBehind(plan, told, statements)))
            .orElse(null),
        leavingOut.orElse(statements),
        ranking.confidence(statements),
        isPast ? List.of(end.missing()) : List.of());
  }

  private Answer invalid(Question question, LocalDate asOf, Problem problem) {
    return new Answer.Invalid(question, question.labels(), asOf, generation.info(), problem);
  }

  private Answer answered(Searched searched, List<Missing> missing) {
    Verdict verdict =
        Optional.ofNullable(searched.verdict())
            .or(
                () ->
                    standings
                        .byReading(
                            searched.plan(),
                            searched.reading(),
                            searched.ranking(),
                            searched.statements(),
                            searched.asOf())
                        .filter(_ -> !sufficiency.isOfAnotherRule(searched)))
            .orElse(null);
    Composer.Composition composed =
        composer.compose(
            searched.question(),
            searched.plan(),
            searched.reading(),
            searched.statements(),
            verdict,
            searched.asOf());
    List<Snippet> shown = composed.shown().toList();
    Verdict told =
        verdict == null
            ? Overview.of(searched.reading(), shown.stream(), searched.asOf()).orElse(null)
            : verdict;
    return new Answer.Answered(
        searched.question(),
        searched.question().labels(),
        searched.asOf(),
        generation.info(),
        searched.plan().repairs(),
        told,
        composed.lead(),
        composed.blocks(),
        composed.more(),
        Stream.of(
                missing,
                composed.missing(),
                told == null
                    ? sourcesEnd()
                        .since(searched.reading(), composed.lead().statement(), searched.asOf())
                    : List.<Missing>of())
            .filter(one -> !one.isEmpty())
            .findFirst()
            .orElse(List.of()),
        Statuses.of(generation, verdict, shown, searched.reading(), searched.asOf()),
        refusals.related(searched),
        Refusals.searchedBy(searched.plan()));
  }
}
