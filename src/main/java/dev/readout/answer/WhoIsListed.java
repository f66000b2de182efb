package dev.readout.answer;

import dev.readout.answer.Listings.Listed;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is on a list, where that alone is asked: the names that the listings of the records have, by
 * how they stand. Thread-safe.
 */
final class WhoIsListed {
  /** Names of one standing, the newest listed first. */
  private static final int MAX_NAMES = 20;

  private static final int MAX_GROUPS = 3;

  private static final Set<LegalState> NO_MORE =
      EnumSet.of(LegalState.RESCINDED, LegalState.EXPIRED);

  private static final Wording ASKED =
      Wording.of(
          "^\\W*(?:(?:which|what|who|whom)\\b(?!.*\\b(?:was|were|did|added|new(?:ly)?|first)\\b)"
              + ".*\\b(?:is|are|sits?)\\b.*\\b(?:on|in)\\b|(?:list|name|show)\\b.*\\bon\\b)",
          "(?:清单|名单)(?:上|里|中)*(?:现在|目前)*(?:都)?有(?:哪些|谁|什么)"
              + "|哪些.{0,6}(?:在|被?列入).{0,12}(?:清单|名单)|谁(?:在|被?列入).{0,12}(?:清单|名单)");

  /** What any of them is. */
  private static final Pattern ANYBODY =
      Pattern.compile(
          "(?:compan|firm|entit|busines|enterpris|corporat|name|member|current|now|right|still|list"
              + "|foreign|公司|企业|实体|机构|哪些|名单|清单|现在|目前|列入)\\w*",
          Pattern.CASE_INSENSITIVE);

  /** Characters of a Chinese text, which also stand across two words. */
  private static final Set<QueryToken.Kind> OF_CHINESE =
      EnumSet.of(QueryToken.Kind.CHARACTER, QueryToken.Kind.PAIR);

  private final Generation generation;
  private final Listings listings;

  WhoIsListed(Generation generation) {
    this.generation = generation;
    this.listings = new Listings(generation);
  }

  /**
   * The names; empty where no list is named, or something narrower is asked. How each stands is
   * told with them: "who is on the list, and is it suspended".
   */
  Optional<OnAList.Told> of(Question question, QueryPlan plan, Reading reading, LocalDate day) {
    return names(question, plan, reading, day)
        .or(
            () ->
                Optional.of(plan.text())
                    .filter(_ -> AskedStanding.isAsked(plan, reading))
                    .flatMap(QuestionParts::firstOf)
                    .flatMap(who -> names(question, generation.planByMeaning(who), reading, day)));
  }

  private Optional<OnAList.Told> names(
      Question question, QueryPlan plan, Reading reading, LocalDate day) {
    if (!ASKED.isIn(plan.text()) || reading.hasSpan()) {
      return Optional.empty();
    }
    List<Integer> lists = AskedList.lists(plan, generation);
    if (lists.size() != 1 || asksMore(plan, plan.tokens().get(lists.getFirst()))) {
      return Optional.empty();
    }
    Language language = question.labels();
    Map<String, List<Listed>> byStanding =
        listings.on(plan.tokens().get(lists.getFirst()).text(), day).stream()
            .filter(one -> !one.isOver())
            .filter(
                one ->
                    Optional.ofNullable(one.status())
                        .map(MeasureStatus::current)
                        .filter(period -> NO_MORE.contains(period.state()))
                        .isEmpty())
            .filter(one -> Composer.isWanted(question, one.record()))
            .collect(
                Collectors.groupingBy(
                    one -> ListingText.stands(one, language),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<List<Listed>> groups =
        byStanding.values().stream()
            .sorted(Comparator.comparing(group -> !OnAList.isInForce(group.getFirst())))
            .limit(MAX_GROUPS)
            .toList();
    return groups.isEmpty() ? Optional.empty() : Optional.of(told(groups, day, language));
  }

  /** Whether some of them are asked for, by what they make, where they are or when they came. */
  private static boolean asksMore(QueryPlan plan, QueryToken list) {
    List<QueryToken> known =
        plan.tokens().stream()
            .filter(token -> token.equals(list) || Composer.isGovernment(plan, token))
            .toList();
    return plan.tokens().stream()
        .filter(token -> token.hasContent() && !OF_CHINESE.contains(token.kind()))
        .filter(token -> known.stream().noneMatch(token::isWithin))
        .anyMatch(token -> !ANYBODY.matcher(plan.written(token)).lookingAt());
  }

  private static OnAList.Told told(List<List<Listed>> groups, LocalDate day, Language language) {
    List<String> lines =
        Stream.concat(
                groups.stream().map(group -> line(group, language)),
                Stream.of(Label.LISTED_IN_PART.in(language)))
            .toList();
    List<CorpusRecord> records =
        groups.stream()
            .flatMap(group -> group.stream().limit(1))
            .map(Listed::record)
            .distinct()
            .toList();
    return new OnAList.Told(
        new Verdict(Slot.BODY, records, day, null, List.of(), lines),
        groups.stream()
            .flatMap(List::stream)
            .flatMap(one -> one.says().stream().limit(1))
            .distinct()
            .limit(MAX_NAMES)
            .toList());
  }

  private static String line(List<Listed> group, Language language) {
    String names =
        group.stream()
            .limit(MAX_NAMES)
            .map(one -> ListingText.nameAlone(one, language))
            .collect(Collectors.joining(Label.BETWEEN_NAMES.in(language)));
    int more = group.size() - MAX_NAMES;
    Listed first = group.getFirst();
    return Label.LISTED_NAMES.in(
        language,
        ListingText.list(first, language),
        ListingText.stands(first, language),
        more > 0 ? Label.LISTED_MORE.in(language, names, more) : names);
  }
}
