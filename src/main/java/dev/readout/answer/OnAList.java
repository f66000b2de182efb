package dev.readout.answer;

import dev.readout.answer.Listings.Listed;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Term;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether one company is on a list, where that is asked: told by the listings of the records, since
 * a sentence of an old edition says "is" for ever. Thread-safe.
 */
final class OnAList {
  /** Lists that a line names, the newest listing first. */
  private static final int MAX_LISTS = 4;

  /** Statements, the best first, of which one may tell what a listing does. */
  private static final int MAX_READ = 8;

  private static final Wording ASKED =
      Wording.of(
          "^\\W*(?:(?:so|and|but|ok|hey),?"
              + " )*(?:is|are|was|were|has|have|did)\\b(?!.*\\b(?:why|(?<!since"
              + " )when|who|off|remov\\w*|delist\\w*|allow\\w*|same|both|worse|before|after)\\b).*?(?:\\b(?:on|to|in|part"
              + " of|by)"
              + " .*(?:list|1260h)\\b|\\b(?:(?:black)?listed|sanctioned|banned)\\b)|^\\W*(?:which|what)"
              + " (?:\\w+ )?(?:black)?lists? (?:is|are) .* on\\b|^\\W*(?:since when|when|what"
              + " (?:day|date|year))\\b(?!.*\\b(?:off|remov\\w*|delist\\w*|taken|allow\\w*|both|same|before|after)\\b).*(?:\\b(?:on|onto|to|in)"
              + " (?:\\S+ ){0,5}(?:black)?list|\\b(?:black)?listed)\\W*$",
          "^(?!.*(?:什么时候|何时|几时|哪[天年]|哪[几些](?!.{0,2}(?:清单|名单))|为什么|为何|怎么|移出|多少)).*"
              + "(?:(?:在(?:不在)?|列入|列在|进了?|上了).{0,16}(?:清单|名单).{0,6}(?:吗|么|没有|[？?]|$)"
              + "|(?:清单|名单)(?:上|里)?有没有|被列入.{0,12}(?:吗|没有))");

  /** Whether one is cut off, or off a list, which China's lists alone do. */
  private static final QuickPattern CUT_OFF =
      QuickPattern.of(
          "^\\W*(?:is|are) (?!.*\\b(?:why|who|when)\\b)[^?]*\\b(?:(?:still )?(?:barred|blocked|cut"
              + " off)\\b|off (?:of )?(?:the|china['’]s|beijing['’]s|any|that)\\b[^?]*\\blists?\\b"
              + "|under (?:chinese )?sanctions\\b)");

  /** When one came off a list: told by the listings that have ended. */
  private static final QuickPattern CAME_OFF =
      QuickPattern.of(
          "\\bwhen\\b[^?]*\\b(?:(?:com(?:e|ing)|came|g[eo]t|went|taken) off|remov(?:ed?|al)"
              + "|drop(?:ped)?|(?:de|un)listed|struck|lea?ve|left)\\b(?:[^?]*\\blist\\b|\\W*$)");

  /** What a government did to whom the question ends with. */
  private static final QuickPattern DONE_TO =
      QuickPattern.of(
          "^\\W*(?:(?:so|and|but|ok|hey),? )*(?:what )?(?:did|has|have) (?:the"
              + " )?(?:china|beijing|mofcom|us|u\\.s\\.|usa|united states|america|washington)"
              + " .*\\b(?:(?:do|done) (?:to|about|against) (?!help|save|stop)|sanction |blacklist"
              + " )");

  /** "Inspur's subsidiaries", which are listed apart from it. */
  private static final QuickPattern OF_WHAT_IT_OWNS =
      QuickPattern.of("\\bsubsidiar(?:y|ies)\\b|子公司|旗下");

  /** A list that its own record says is no sanction. */
  private static final String NO_SANCTION = "1260h";

  private final Generation generation;
  private final Listings listings;

  OnAList(Generation generation) {
    this.generation = generation;
    this.listings = new Listings(generation);
  }

  /** The line that tells it, and the statements that say so. */
  record Told(Verdict verdict, List<Snippet> says) {}

  /**
   * Since when it is on the list named, or on any list of the government asked about; where it is
   * recorded on others alone, that no record says so, which is not a no, and on which it is. Empty
   * where it is on none or something else is asked.
   */
  Optional<Told> of(Question question, QueryPlan plan, Reading reading, LocalDate day) {
    boolean asksForADay = reading.slots().stream().anyMatch(Slot::isDay);
    List<Listed> all = listed(plan, reading, day).toList();
    List<Listed> listed = all.stream().filter(one -> isAsked(one, plan, reading)).toList();
    List<Listed> told =
        (listed.isEmpty() ? all : listed)
            .stream()
                .filter(one -> Composer.isWanted(question, one.record()))
                .filter(one -> !asksForADay || one.listing().from() != null)
                .sorted(
                    Comparator.comparing((Listed one) -> !isInForce(one))
                        .thenComparing(OnAList::isToCome))
                .limit(MAX_LISTS)
                .toList();
    List<String> lists = names(plan, AskedList.lists(plan, generation));
    if (told.isEmpty() || (listed.isEmpty() && (lists.size() != 1 || asksForADay))) {
      return Optional.empty();
    }
    Language language = question.labels();
    Stream<String> others =
        listed.isEmpty()
            ? generation.term(lists.getFirst()).stream()
                .filter(list -> !areNamedTogether(list, company(plan)))
                .map(
                    list ->
                        Label.NOT_ON_THE_LIST.in(
                            language,
                            ListingText.nameAlone(told.getFirst(), language),
                            TermText.name(list, language)))
            : Stream.empty();
    return Optional.of(
        new Told(
            verdict(others, told, day, language),
            told.stream().flatMap(one -> one.says().stream().limit(1)).toList()));
  }

  /** Whether a statement names the list and the company, so that it may say what no field does. */
  private boolean areNamedTogether(Term list, List<String> company) {
    return generation.naming(list.id()).stream()
        .flatMap(record -> record.statements().stream())
        .filter(one -> company.stream().anyMatch(name -> isIn(one.text(), name, null)))
        .anyMatch(one -> generation.termsIn(one.text()).contains(list.id()));
  }

  /** "Is DJI on the Pentagon's list", where all that is recorded is that it is on others. */
  boolean isOnOthersAlone(QueryPlan plan, Reading reading, LocalDate day) {
    List<Listed> listed = listed(plan, reading, day).toList();
    return !listed.isEmpty() && listed.stream().noneMatch(one -> isAsked(one, plan, reading));
  }

  private Stream<Listed> listed(QueryPlan plan, Reading reading, LocalDate day) {
    boolean isIfCutOff = CUT_OFF.isIn(plan.text());
    boolean isWhenOff = isOfLeaving(plan);
    boolean isIfListed = isIfCutOff || isWhenOff || ASKED.isIn(plan.text());
    boolean isDoneTo = DONE_TO.isIn(plan.text());
    if (reading.hasSpan() || !(isIfListed || isDoneTo) || OF_WHAT_IT_OWNS.isIn(plan.text())) {
      return Stream.empty();
    }
    List<String> company = company(plan);
    boolean isOfADeed = isDoneTo && endsWith(company, plan.text());
    if (company.isEmpty() || !(isIfListed || isOfADeed) || isOfGoods(plan, company)) {
      return Stream.empty();
    }
    return listings.listed(company, day).stream()
        .filter(one -> !isIfCutOff || one.record().side() == Side.PRC)
        .filter(one -> !isWhenOff || hasEnded(one))
        .filter(one -> !isOfADeed || isADeed(one, plan, company));
  }

  /** Whether it is on the list no more, or what put it there was taken back. */
  private static boolean hasEnded(Listed one) {
    return one.isOver()
        || (one.status() != null
            && one.status().current() != null
            && one.status().current().state() == LegalState.RESCINDED);
  }

  /** Whether a listing is what was done to a company, and not some other measure on it alone. */
  private boolean isADeed(Listed one, QueryPlan plan, List<String> company) {
    return one.listing().from() != null
        && !(plan.text().contains("sanction") && one.list().id().contains(NO_SANCTION))
        && generation
            .records()
            .filter(record -> record.kind().isImposed() && record.listings().isEmpty())
            .filter(record -> record.side() == one.record().side())
            .noneMatch(record -> company.stream().anyMatch(record.title()::contains));
  }

  /** Whether it is asked if or since when somebody is on a list. */
  static boolean isAsked(QueryPlan plan) {
    return ASKED.isIn(plan.text());
  }

  /** Whether it is asked when somebody came off a list. */
  static boolean isOfLeaving(QueryPlan plan) {
    return CAME_OFF.isIn(plan.text());
  }

  /** Whether goods are named, and not as part of the name of the company: "USA Rare Earth". */
  private boolean isOfGoods(QueryPlan plan, List<String> company) {
    return StatementOrder.Named.of(
            plan,
            generation,
            term -> term.kind().equals("technology") || term.kind().equals("commodity"))
        .stream()
        .map(i -> plan.written(plan.tokens().get(i)).toLowerCase(Locale.ROOT))
        .anyMatch(
            goods ->
                company.stream().noneMatch(one -> one.toLowerCase(Locale.ROOT).contains(goods)));
  }

  /** "What did China do to DJI": whatever was done to it. */
  static boolean isOfWhatWasDone(QueryPlan plan) {
    return DONE_TO.isIn(plan.text());
  }

  private static boolean endsWith(List<String> names, String text) {
    String end = text.strip().replaceFirst("\\W+$", "").toLowerCase(Locale.ROOT);
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(end::endsWith);
  }

  /** What the one company that a question names is called; empty where it names none or several. */
  List<String> company(QueryPlan plan) {
    List<Term> terms =
        StatementOrder.Named.of(plan, generation, term -> term.kind().equals("company")).stream()
            .flatMap(i -> generation.term(plan.tokens().get(i).text()).stream())
            .distinct()
            .toList();
    return switch (terms.size()) {
      case 0 -> named(plan);
      case 1 -> terms.getFirst().names();
      default -> List.of();
    };
  }

  /** A name on a list that is no term. */
  private List<String> named(QueryPlan plan) {
    List<String> named =
        listings.names().stream()
            .filter(name -> isIn(plan.text(), name.en(), name.zh()))
            .map(name -> name.en())
            .toList();
    return named.size() == 1 ? named : List.of();
  }

  static boolean isIn(String text, String en, @Nullable String zh) {
    return (zh != null && text.contains(zh))
        || (text.toLowerCase(Locale.ROOT).contains(en.toLowerCase(Locale.ROOT))
            && Pattern.compile("\\b" + Pattern.quote(en) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find());
  }

  /** Whether it is on the list that is named, or else of the agency or government asked about. */
  private boolean isAsked(Listed one, QueryPlan plan, Reading reading) {
    List<String> lists = names(plan, AskedList.lists(plan, generation));
    List<String> agencies =
        names(
            plan, StatementOrder.Named.of(plan, generation, term -> term.kind().equals("agency")));
    return lists.isEmpty()
        ? (reading.side() == null || reading.side() == side(one))
            && (agencies.isEmpty()
                || generation.termsIn(one.record().issuer()).stream().anyMatch(agencies::contains))
        : lists.contains(one.list().id());
  }

  /** Whose list it is, also where a record of both governments' lists says so. */
  private Side side(Listed one) {
    return one.record().side() != Side.JOINT
        ? one.record().side()
        : Optional.ofNullable(one.list().recordId())
            .flatMap(generation::find)
            .map(CorpusRecord::side)
            .orElse(Side.JOINT);
  }

  private static List<String> names(QueryPlan plan, List<Integer> tokens) {
    return tokens.stream().map(i -> plan.tokens().get(i).text()).toList();
  }

  /** Whether what put it there is in force on the day. */
  static boolean isInForce(Listed one) {
    return one.status() != null
        && one.status().current() != null
        && one.status().current().state() == LegalState.IN_FORCE;
  }

  /** Whether it is on a list that applies from a later day on. */
  private static boolean isToCome(Listed one) {
    return one.status() != null && one.status().current() == null && one.status().before() == null;
  }

  private static Verdict verdict(
      Stream<String> others, List<Listed> listed, LocalDate day, Language language) {
    List<CorpusRecord> records =
        listed.stream()
            .flatMap(
                one ->
                    Stream.concat(
                        Stream.of(one.record()),
                        Stream.ofNullable(one.status()).map(MeasureStatus::measure)))
            .distinct()
            .toList();
    Stream<String> lines =
        listed.stream()
            .map(
                one ->
                    Label.LISTED_AS.in(
                        language,
                        ListingText.name(one, language),
                        ListingText.of(one, day, language)));
    return new Verdict(
        Slot.BODY, records, day, null, List.of(), Stream.concat(others, lines).toList());
  }

  /** The statements with those that say so first. */
  Statements first(Told told, QueryPlan plan, Statements ranked) {
    double best = ranked.ranked().stream().mapToDouble(Statements.Ranked::score).max().orElse(0);
    List<String> ids = told.says().stream().map(one -> one.record().id()).distinct().toList();
    Stream<Statements.Ranked> does =
        Imposer.isOfABan(plan.text())
            ? ranked.ranked().stream()
                .limit(MAX_READ)
                .filter(one -> isTitled(plan, one) && Proofs.tellsWhatIsDone(one))
                .limit(1)
                .map(one -> one.plus(best - one.score()))
            : Stream.empty();
    Stream<Statements.Ranked> lists =
        generation.evidenceOf(plan, ids).stream()
            .flatMap(
                evidence -> told.says().stream().flatMap(says -> ranked(evidence, says, best)));
    return ranked.withFirst(Stream.concat(does, lists).toList());
  }

  private boolean isTitled(QueryPlan plan, Statements.Ranked one) {
    return StatementOrder.Named.of(plan, generation, term -> term.kind().equals("company")).stream()
        .anyMatch(company -> one.evidence().inTitle()[company]);
  }

  private static Stream<Statements.Ranked> ranked(Evidence evidence, Snippet says, double best) {
    int ordinal = evidence.record().statements().indexOf(says.statement());
    return evidence.record().equals(says.record()) && ordinal >= 0
        ? Stream.of(new Statements.Ranked(evidence, ordinal, 1, best))
        : Stream.empty();
  }
}
