package dev.readout.answer;

import dev.readout.answer.StatementOrder.Named;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is asked of a list, and whether statements are of it: of that list and not of another, of
 * whom it names, of all whom it has. Thread-safe.
 */
record AskedList(Generation generation) {
  private static final Set<String> LISTING = Set.of("list", "law");

  /** Names that are of no one list. */
  private static final QuickPattern OF_ANY_LIST =
      QuickPattern.of("black.?list|黑名[单單]|^(?:section 301 |us )?lists? [0-9]|^清[单單]");

  private static final QuickPattern TAKEN_OFF =
      QuickPattern.of(
          "\\b(?:taken|took|take|removed?|dropp?(?:ed)?|struck|come|came|get|got) (?:\\w+"
              + " ){0,4}?(?:off|from) (?:\\w+['’]?s?"
              + " ){0,3}?(?:lists?|blacklists?|case|probe|investigation)\\b|\\bdelist");

  private static final QuickPattern LISTED = QuickPattern.of("list(?:s|ed)?\\b");

  /** What tells that somebody is no longer on a list. */
  private static final String NO_LONGER_LISTED =
      "off|left out|remov\\w+|delist\\w*|delet\\w+|dropp\\w+|no longer";

  private static final Pattern OFF =
      Pattern.compile("\\b(?:" + NO_LONGER_LISTED + ")\\b", Pattern.CASE_INSENSITIVE);

  /** The same of a case. */
  private static final Pattern OUT =
      Pattern.compile(
          "\\b(?:"
              + NO_LONGER_LISTED
              + "|lift\\w*|suspend\\w*|cancel\\w*|withdr\\w+|end(?:ed|s)|stop\\w*)\\b",
          Pattern.CASE_INSENSITIVE);

  /** "The UFLPA list": a law that is named for a list. */
  private static final Pattern LIST_BEHIND =
      Pattern.compile("\\s+(?:\\w+ )?(?:black)?list\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern DID_PUNISH =
      Pattern.compile(
          "\\W*(?:did .*\\b(?:sanction|blacklist|ban|punish|fine)\\b|(?:has|have|is|was|are|were)"
              + " .*\\b(?:sanctioned|blacklisted|banned|punished|fined|(?:barred|cut off) by)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final QuickPattern BY_US =
      QuickPattern.of(
          "\\b(?:(?:US|U\\.S\\.) (?:Treasury|Commerce)|BIS|FCC|(?<!Unreliable )Entity List)\\b");

  private static final QuickPattern BY_CHINA =
      QuickPattern.of("\\b(?:MOFCOM|China (?:put|added|listed|sanction\\w+))\\b");

  private static final QuickPattern PUT_ON =
      QuickPattern.of(
          "\\b(?:black)?listed\\b|\\bsanctioned\\b|\\b(?:put|added|go|went)\\b.*\\blist\\b");

  private static final QuickPattern PUNISHES =
      QuickPattern.of(
          "\\b(?:sanction|(?:black)?list|bann?|barr?|forb|restrict|licen|deni|deny|prohibit|investigat|fine|penalt|probe|case|exclu|cut"
              + " off|stop|ruling)");

  private static final Wording HOW_MANY =
      Wording.of(
          "\\bhow"
              + " many\\b(?!.*\\b(?:added?|adding|new|took|taken|removed?|put|went|landed|ended|wound)\\b).*\\b(?:are|is|were|was|names?|has|have|on)\\b.*\\blist\\b|\\bhow"
              + " (?:long|big|large) is .*\\blist\\b",
          "(?:清单|名单)(?:上|里|中)?(?:现在|目前)?(?:一共|总共|共)?有(?:多少|几)|多少.{0,8}在.{0,10}(?:清单|名单)上");

  /** "Reached 144 entities", "had 134 companies". */
  private static final QuickPattern IN_ALL =
      QuickPattern.of(
          "\\b(?:reach\\w*|ha[ds]|have|holds?|held|names|stands at|stood at|with [0-9,]+)\\b");

  /** "How many are on the Entity List", and not how many of one group. */
  boolean asksItsSize(QueryPlan plan) {
    return HOW_MANY.isIn(plan.text())
        && companies(plan).isEmpty()
        && !lists(plan, generation).isEmpty();
  }

  /**
   * "When was Intel blacklisted", or taken off, where the first that would be shown is of others.
   */
  boolean isOfOthersListed(QueryPlan plan, Reading reading, List<Statements.Ranked> first) {
    List<Integer> companies = companies(plan);
    if (OnAList.isOfLeaving(plan) && companies.size() == 1) {
      return first.stream().limit(1).noneMatch(one -> one.holds(companies.getFirst()));
    }
    boolean isIfListed = OnAList.isAsked(plan) && !lists(plan, generation).isEmpty();
    if (isIfListed && companies.size() == 1) {
      return generation
          .records()
          .noneMatch(record -> isListedBy(record, plan.tokens().get(companies.getFirst())));
    }
    boolean isAsked =
        DID_PUNISH.matcher(plan.text()).lookingAt()
            || (reading.asks(Slot.DAY) && PUT_ON.isIn(plan.text()));
    return isAsked
        && companies.size() == 1
        && first.stream()
            .limit(1)
            .noneMatch(
                one ->
                    isNamed(plan, companies.getFirst(), one)
                        || isListedBy(one.record(), plan.tokens().get(companies.getFirst())));
  }

  /** Whether a record lists the company of that name. */
  boolean isListedBy(CorpusRecord record, QueryToken company) {
    List<String> called = generation.term(company.text()).map(Term::en).orElse(List.of());
    return record.listings().stream()
        .flatMap(listing -> listing.names().stream())
        .anyMatch(name -> called.stream().anyMatch(name.en()::contains));
  }

  /** "Did the US sanction Shein", where nothing that is told of Shein is a measure on it. */
  boolean isUnpunished(QueryPlan plan, Reading reading, List<Statements.Ranked> first) {
    List<Integer> companies = companies(plan);
    return companies.size() == 1
        && DID_PUNISH.matcher(plan.text()).lookingAt()
        && first.stream()
            .filter(one -> isNamed(plan, companies.getFirst(), one))
            .filter(one -> reading.side() == null || isOf(reading.side(), one))
            .noneMatch(
                one ->
                    isListedBy(one.record(), plan.tokens().get(companies.getFirst()))
                        || PUNISHES.isIn(toldOf(companies.getFirst(), one)));
  }

  /** "Boeing", also where "Boeing Defense" is told of. */
  private boolean isNamed(QueryPlan plan, int company, Statements.Ranked one) {
    return tells(one, company)
        || generation.term(plan.tokens().get(company).text()).stream()
            .flatMap(term -> term.en().stream())
            .anyMatch(one.statement().text()::contains);
  }

  /** "Since when is Wingtech on the Entity List", told by a sentence where no field has the day. */
  boolean tellsSinceWhen(QueryPlan plan, Reading reading, Statements.Ranked lead) {
    return reading.asks(Slot.DAY)
        && OnAList.isAsked(plan)
        && lead.filled() > 0
        && companies(plan).stream()
            .anyMatch(
                company ->
                    lead.holds(company) && isListedBy(lead.record(), plan.tokens().get(company)));
  }

  private static String toldOf(int company, Statements.Ranked one) {
    return one.evidence().inTitle()[company] ? Lacking.told(one) : one.statement().text();
  }

  /** Whether it is of a measure of that government, or of none, or tells of what that one did. */
  private static boolean isOf(Side side, Statements.Ranked one) {
    return !one.record().kind().isImposed()
        || !Imposer.isOthers(side, one.record().side())
        || (side == Side.US ? BY_US : BY_CHINA).isIn(one.statement().text());
  }

  /** "What did China do to DJI", where all that is told of it is what Washington did. */
  boolean isOfTheOthersDeed(QueryPlan plan, Reading reading, List<Statements.Ranked> first) {
    List<Integer> companies = companies(plan);
    Side side = reading.side();
    return companies.size() == 1
        && side != null
        && OnAList.isOfWhatWasDone(plan)
        && first.stream()
            .limit(1)
            .noneMatch(
                one ->
                    one.record().side() == side
                        || AskedSide.openingOf(one.statement().text()) == side
                        || isOf(side, one));
  }

  /** Whether it tells of all whom a list has, and not of whom one notice added. */
  static boolean tellsItsSize(String text) {
    return IN_ALL.isIn(text);
  }

  /** "When was CATL put on the Entity List", where what is found tells of another list. */
  boolean isAnother(QueryPlan plan, List<Statements.Ranked> first) {
    List<Integer> companies = companies(plan);
    return lists(plan, generation).stream()
        .anyMatch(
            list ->
                first.stream()
                    .filter(one -> tells(one, list))
                    .noneMatch(
                        one ->
                            companies.isEmpty()
                                || companies.stream().anyMatch(company -> tells(one, company))));
  }

  /** The places of the lists that a question names, each by a name that is its own. */
  static List<Integer> lists(QueryPlan plan, Generation generation) {
    return Named.of(plan, generation, term -> LISTING.contains(term.kind())).stream()
        .filter(list -> isNamedAsList(plan, plan.tokens().get(list), generation))
        .toList();
  }

  private static boolean isNamedAsList(QueryPlan plan, QueryToken name, Generation generation) {
    return generation.term(name.text()).filter(term -> term.kind().equals("list")).isPresent()
        ? !OF_ANY_LIST.isIn(plan.text().substring(name.start(), name.end()))
        : LIST_BEHIND.matcher(plan.text().substring(name.end())).lookingAt();
  }

  private List<Integer> companies(QueryPlan plan) {
    return Named.of(plan, generation, term -> term.kind().equals("company"));
  }

  /** Whether a statement, or the title of its record, has it. */
  static boolean tells(Statements.Ranked one, int token) {
    return one.holds(token) || one.evidence().inTitle()[token];
  }

  /**
   * "When was SMIC taken off the Entity List", where it is told that it was put on one, or that
   * another was taken off.
   */
  boolean isOffUntold(QueryPlan plan, Reading reading, List<Statements.Ranked> first) {
    if (Stream.of(Slot.DAY, Slot.LIST, Slot.BODY).noneMatch(reading::asks)
        || !TAKEN_OFF.isIn(plan.text())) {
      return false;
    }
    List<Integer> companies = companies(plan);
    Pattern told = LISTED.isIn(plan.text()) ? OFF : OUT;
    return first.stream()
        .filter(one -> companies.isEmpty() || companies.stream().anyMatch(one::holds))
        .noneMatch(one -> told.matcher(Lacking.told(one)).find());
  }
}
