package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import dev.readout.index.SearchFilter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which of two things came first: each is searched for alone, and what opens the record of the
 * earlier one leads, then that of the later. Thread-safe.
 */
final class WhichFirst {
  private static final String ONE = "(?:the |an? )?(?<one>[^?,;:]{3,80}?)";

  private static final String OTHER = "(?:the |an? )?(?<other>[^?,;:]{3,80}?)";

  /** "Which came first, the Micron decision or the licence duty for gallium?" */
  private static final List<QuickPattern> ASKED =
      List.of(
          pattern(
              "\\b(?:which|what|who)\\b[^?,:]{0,40}?\\b(?:first|earlier|sooner)\\b[^?,:]{0,20}[,:–—-]\\s*"
                  + ONE
                  + ",? or "
                  + OTHER),
          pattern(
              "(?:which|what) (?:came|was|is|happened|started) (?:first|earlier|newer|older) "
                  + ONE
                  + " or "
                  + OTHER),
          pattern(
              "which (?:is |was )?(?:first|earlier) " + ONE + " and " + OTHER + "(?: control)?"),
          pattern(
              "(?:did|was|were) "
                  + ONE
                  + " (?:(?:come|comes?|happen|take place|held|signed|issued|announced|imposed"
                  + "|introduced|agreed) )?(?:before or after|before|after|earlier than|later than"
                  + "|newer than|older than) "
                  + OTHER),
          pattern(ONE + " (?:came )?before or after " + OTHER),
          pattern(
              ONE + " or " + OTHER + "(?: (?:come|came|was|is))? (?:first|earlier|newer|older)"),
          pattern(
              "(?<one>[^？?，,]{1,30}?)(?:和|跟|与|與|还是|還是)(?<other>[^？?，,]{1,30}?)(?:是)?(?:哪个|哪個|哪一个|谁|誰|哪项|哪條|哪条|哪份)(?:更)?(?:先|早|在前|在先)[^？?，,]{0,6}"),
          pattern(
              "(?<one>[^？?，,]{1,30}?)(?:是)?(?:在|比)(?<other>[^？?，,]{1,30}?)(?:之前还是之后|前还是后|早还是晚|之前還是之後)[^？?，,]{0,6}"));

  /** "Was the tariff cut before Busan" asks for the day of the cut, "gone" for how it stands. */
  private static final QuickPattern OF_A_DEED =
      QuickPattern.of(
          "\\b(?:\\w{2,}ed|cut|made|put|sold|met|meet|won|rule|talk|speak|start|begin|gone|withdrawn"
              + "|begun|over|dead|alive|back|off|free|there|effect|force)$");

  private static final QuickPattern NUMBER = QuickPattern.exactly("[0-9]{2,5}");

  private static final Set<QueryToken.Kind> NAMES =
      EnumSet.of(QueryToken.Kind.TERM, QueryToken.Kind.CITATION);

  private static final Set<String> LASTING =
      Set.of("agency", "company", "forum", "person", "slogan");

  /** Records that a thing with a day of its own may be in the titles of. */
  private static final int MOST_TITLED = 15;

  /** Records among which the one of a thing is looked for. */
  private static final int MOST = 5;

  private final Generation generation;
  private final Ranker ranker;

  WhichFirst(Generation generation, Ranker ranker) {
    this.generation = generation;
    this.ranker = ranker;
  }

  /** The statements with those two first; empty where no two things are asked about. */
  Optional<Statements> first(
      Question question, QueryPlan plan, Statements statements, LocalDate today) {
    return asked(plan).flatMap(asked -> first(asked, question, plan, statements, today));
  }

  static boolean isAsked(QueryPlan plan) {
    return asked(plan).isPresent();
  }

  private static Optional<MatchResult> asked(QueryPlan plan) {
    return ASKED.stream()
        .map(asked -> asked.first(plan.text()))
        .filter(Objects::nonNull)
        .findFirst()
        .filter(asked -> !OF_A_DEED.isIn(asked.group("one")));
  }

  private static QuickPattern pattern(String asked) {
    return QuickPattern.of("^\\W*" + asked + "\\W*$");
  }

  private Optional<Statements> first(
      MatchResult asked,
      Question question,
      QueryPlan plan,
      Statements statements,
      LocalDate today) {
    double best = statements.ranked().getFirst().score();
    List<Statements.Ranked> each =
        Stream.of(asked.group("one"), named(asked.group("other"), asked.group("one")))
            .filter(this::isNoGovernment)
            .flatMap(thing -> record(question, plan, thing, today).stream())
            .distinct()
            .sorted(Comparator.comparing(one -> one.record().anchorDay()))
            .map(one -> new Statements.Ranked(one, 0, 0, best))
            .toList();
    return each.size() < 2 ? Optional.empty() : Optional.of(statements.openedBy(each));
  }

  /** "Order 834 or 835": a number alone is of what the other is called. */
  private static String named(String thing, String other) {
    return NUMBER.isWhole(thing) ? NUMBER.replaceAll(other, thing) : thing;
  }

  /** "Who moved first, Washington or Beijing" names nothing to search for. */
  private boolean isNoGovernment(String thing) {
    return generation.termsIn(thing).stream()
        .anyMatch(id -> !Composer.COUNTRIES.contains(id) && !Composer.CAPITALS.contains(id));
  }

  /**
   * The last meeting at a place; or of the best records that have a day of their own, so nothing
   * compiled, the first of those whose titles name all that the thing is named by.
   */
  private Optional<Evidence> record(
      Question question, QueryPlan plan, String thing, LocalDate today) {
    boolean isPut = ASKED.getFirst().isIn(plan.text());
    QueryPlan asked = generation.planByMeaning(thing);
    return meeting(asked)
        .or(() -> titled(question, asked, QuestionReader.read(thing, today), isPut))
        .flatMap(record -> generation.evidenceOf(plan, List.of(record.id())).stream().findFirst());
  }

  private Optional<CorpusRecord> meeting(QueryPlan asked) {
    List<Integer> names = StatementOrder.Named.of(asked, generation, Outcomes::isWhere);
    return Optional.of(names)
        .filter(one -> one.size() == 1)
        .map(one -> asked.tokens().get(one.getFirst()))
        .filter(name -> asked.tokens().stream().allMatch(token -> isWithin(token, name)))
        .flatMap(name -> SinceMeeting.lastAt(generation, name.text()));
  }

  private static boolean isWithin(QueryToken token, QueryToken name) {
    return !token.isTelling() || (name.start() <= token.start() && token.end() <= name.end());
  }

  /**
   * @param isPut whether the two are put as such, "which came first, X or Y", so that what is found
   *     first for each is meant
   */
  private Optional<CorpusRecord> titled(
      Question question, QueryPlan asked, Reading reading, boolean isPut) {
    List<Integer> names =
        IntStream.range(0, asked.tokens().size())
            .filter(i -> NAMES.contains(asked.tokens().get(i).kind()))
            .boxed()
            .toList();
    List<QueryToken> named = names.stream().map(asked.tokens()::get).toList();
    if ((!isPut && !isOfFew(named)) || named.stream().anyMatch(this::isOfMany)) {
      return Optional.empty();
    }
    List<Evidence> found =
        ranker.rank(generation, asked, reading, SearchFilter.ALL).records().stream()
            .limit(MOST)
            .map(Ranked::evidence)
            .filter(one -> one.record().published() != null || one.record().kind() == Kind.MEETING)
            .filter(one -> Composer.isWanted(question, one.record()))
            .toList();
    return found.stream()
        .filter(one -> names.stream().allMatch(name -> one.inTitle()[name]))
        .map(Evidence::record)
        .min(Comparator.comparing(CorpusRecord::anchorDay))
        .or(() -> found.stream().filter(_ -> isPut).map(Evidence::record).findFirst());
  }

  /** "The chip controls", told step by step, are many, and have no one first day. */
  private boolean isOfMany(QueryToken name) {
    return generation.titled(name.text()).stream()
        .flatMap(id -> generation.find(id).stream())
        .anyMatch(record -> record.title().endsWith("step by step"));
  }

  /** Of a body or a person much is recorded, and of none of it the day is theirs. */
  private boolean isOfFew(List<QueryToken> names) {
    List<QueryToken> telling =
        names.stream()
            .filter(name -> generation.term(name.text()).filter(Term::isVocabulary).isEmpty())
            .toList();
    return !telling.isEmpty() && telling.stream().allMatch(this::isOfFew);
  }

  private boolean isOfFew(QueryToken name) {
    return generation
        .term(name.text())
        .map(
            term ->
                !LASTING.contains(term.kind())
                    && generation.titled(term.id()).size() <= MOST_TITLED)
        .orElse(name.kind() == QueryToken.Kind.CITATION);
  }
}
