package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Evidence;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbers that a question names, against those of a title or of what is told. Pure functions.
 */
final class AskedNumbers {
  private static final QuickPattern CASE_NUMBER = QuickPattern.of("\\bcase numbers?\\b");

  private static final QuickPattern CASED =
      QuickPattern.exactly("\\b(?:Nos?\\. |[A-Z]{2,5}-)[0-9]{2}|\\bdocket ");

  private static final Pattern PERCENT =
      Pattern.compile("[ -]?(?:%|per ?cent|个?百分点)", Pattern.CASE_INSENSITIVE);

  private static final Pattern MONTH_BEHIND =
      Pattern.compile(
          "(?:st|nd|rd|th)? (?:of )?" + AskedTime.MONTH + "\\b", Pattern.CASE_INSENSITIVE);

  private static final QuickPattern MONTH_BEFORE =
      QuickPattern.of("\\b" + AskedTime.MONTH + "\\.? (?:the )?$");

  private static final QuickPattern RATE =
      QuickPattern.of(
          "(?<![0-9.-])([0-9]+(?:\\.[0-9]+)?)[ -]?(?:%|per ?cent\\b)(?![ -](?:owned|held|stake))");

  private static final QuickPattern ORDINAL =
      QuickPattern.exactly("\\b[0-9]{2,}(?:st|nd|rd|th)\\b(?! president)");

  private static final QuickPattern NUMBERED =
      QuickPattern.of("\\b(?:list|tranche|phase) ([1-6]|one|two|three|four|five|six)\\b");

  private static final List<String> AS_WRITTEN =
      List.of(
          "1|one|first",
          "2|two|second",
          "3|three|third",
          "4|four|fourth",
          "5|five|fifth",
          "6|six|sixth");

  /** "Announcement 61", "No. 61", "第61号". */
  private static final QuickPattern PAPER =
      QuickPattern.of(
          "(?:\\b(?:announcement|notice|order|proclamation|no\\.?)(?: no\\.?)? "
              + "|第(?=[0-9]{1,5}[号號])|(?:公告|通知))([0-9]{1,5})(?![0-9])");

  /** "When did it go from 20 to 10": the step, and not how it came to where it began. */
  private static final QuickPattern STEP =
      QuickPattern.of("^\\W*when\\b[^?]*\\bfrom ([0-9.]+)(?: ?(?:%|per ?cent))? to ([0-9.]+)\\b");

  private static final QuickPattern PAPER_TOLD = QuickPattern.exactly("\\bNo\\. ?([0-9]{1,5})\\b");

  private AskedNumbers() {}

  /** "What does announcement 61 cover": what tells of it, and not of another of its kind alone. */
  static Optional<Statements> first(QueryPlan plan, Statements statements) {
    if (areOfAnotherPart(plan, List.of(Lacking.told(statements.ranked().getFirst())))) {
      return statements.ledBy(
          one -> !areOfAnotherPart(plan, List.of(Lacking.told(one))),
          StatementOrder.AS_GOOD_A_RESULT);
    }
    MatchResult step = STEP.first(plan.text());
    if (step != null) {
      QuickPattern told =
          QuickPattern.of(
              "\\b(?:to (?:only )?|%1$s(?: percent)? (?:with|to) )%2$s(?: percent|%%)"
                  .formatted(Pattern.quote(step.group(1)), Pattern.quote(step.group(2))));
      return told.isIn(statements.ranked().getFirst().statement().text())
          ? Optional.empty()
          : statements.ledBy(
              one -> told.isIn(one.statement().text()), StatementOrder.AS_GOOD_A_RESULT);
    }
    List<String> asked = PAPER.in(plan.text()).stream().map(paper -> paper.group(1)).toList();
    return asked.isEmpty() || !areOtherPapers(statements.ranked().getFirst(), asked)
        ? Optional.empty()
        : statements.ledBy(
            one -> papers(one).anyMatch(asked::contains), StatementOrder.AS_GOOD_A_RESULT);
  }

  private static boolean areOtherPapers(Statements.Ranked one, List<String> asked) {
    return papers(one).findAny().isPresent() && papers(one).noneMatch(asked::contains);
  }

  private static Stream<String> papers(Statements.Ranked one) {
    return PAPER_TOLD.in(one.statement().text()).stream().map(paper -> paper.group(1));
  }

  /** The rates that a question names, as records write them: "125%". */
  static List<String> rates(QueryPlan plan) {
    return RATE.in(plan.text()).stream().map(rate -> rate.group(1) + "%").toList();
  }

  /** Whether the title has every number of the question: "the 24 percent tariff" is no other. */
  static boolean areIn(QueryPlan plan, Evidence evidence) {
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      boolean isOfDateOrPaper =
          plan.tokens().stream()
              .filter(
                  other ->
                      other.kind() == QueryToken.Kind.DATE
                          || other.kind() == QueryToken.Kind.CITATION)
              .anyMatch(other -> other.start() <= token.start() && token.end() <= other.end());
      if (token.kind() == QueryToken.Kind.NUMBER
          && token.hasContent()
          && !isOfDateOrPaper
          && !isDayOfAMonth(plan, token)
          && !(evidence.inTitle()[i] && isAlike(plan, token, evidence.record()))) {
        return false;
      }
    }
    return true;
  }

  /** "10 November", of no year. */
  private static boolean isDayOfAMonth(QueryPlan plan, QueryToken number) {
    String text = plan.text();
    return MONTH_BEHIND.matcher(text).region(number.end(), text.length()).lookingAt()
        || MONTH_BEFORE.isIn(text.substring(0, number.start()));
  }

  /** "34 percent" is not "34 billion dollars". */
  private static boolean isAlike(QueryPlan plan, QueryToken number, CorpusRecord record) {
    String text = plan.text();
    boolean isPercent = PERCENT.matcher(text).region(number.end(), text.length()).lookingAt();
    String digits = "(?<![0-9.])" + Pattern.quote(number.text());
    return !isPercent
        || Pattern.compile(digits + PERCENT.pattern(), Pattern.CASE_INSENSITIVE)
            .matcher(record.title() + "\n" + record.titleZh())
            .find();
  }

  /** Whether the question names a rate. */
  static boolean nameARate(QueryPlan plan) {
    return !rates(plan).isEmpty();
  }

  /** "When did China put 60 percent on soybeans", where no rate is one of 60 percent. */
  static boolean areOfAnotherRate(QueryPlan plan, List<String> told) {
    return Imposer.isOfADuty(plan.text())
        && RATE.in(plan.text()).stream()
            .map(
                rate ->
                    Pattern.compile(
                        "(?<![0-9.])"
                            + Pattern.quote(rate.group(1))
                            + "\\b(?! ?(?:billion|million|days))"))
            .anyMatch(rate -> told.stream().noneMatch(text -> rate.matcher(text).find()));
  }

  /** "Who went to the 15th summit", where all that is told is of the 14th. */
  static boolean areOthers(QueryPlan plan, List<String> told) {
    List<String> numbers =
        DateMention.in(plan.text()).isEmpty()
            ? ORDINAL.in(plan.text()).stream().map(MatchResult::group).toList()
            : List.of();
    return !numbers.isEmpty()
        && told.stream()
            .noneMatch(text -> numbers.stream().allMatch(text.toLowerCase(Locale.ROOT)::contains));
  }

  /** "List 5 of the tariffs", of which there are four. */
  static boolean areOfAnotherPart(QueryPlan plan, List<String> told) {
    return NUMBERED.in(plan.text()).stream()
        .map(asked -> asked.group(1).toLowerCase(Locale.ROOT))
        .flatMap(number -> AS_WRITTEN.stream().filter(one -> one.contains(number)))
        .map(
            number ->
                Pattern.compile(
                    "\\b(?:lists?|tranches?|phases?)\\b[^.;]{0,20}\\b(?:%1$s)[AB]?\\b|\\b(?:%1$s) (?:\\w+ )?(?:list|tranche|phase)"
                        .formatted(number),
                    Pattern.CASE_INSENSITIVE))
        .anyMatch(part -> told.stream().noneMatch(text -> part.matcher(text).find()));
  }

  /** "The docket number of the ruling": what tells one. */
  static Optional<Statements> ofACase(QueryPlan plan, Statements ranked) {
    return CASE_NUMBER.isIn(plan.text())
        ? ranked.ledBy(one -> CASED.isIn(one.statement().text()), StatementOrder.AS_GOOD_A_RESULT)
        : Optional.empty();
  }

  /** "The docket number of the suit", where the first tell none. */
  static boolean isOfACaseUntold(QueryPlan plan, List<Statements.Ranked> first) {
    return CASE_NUMBER.isIn(plan.text())
        && first.stream().noneMatch(one -> CASED.isIn(one.statement().text()));
  }
}
