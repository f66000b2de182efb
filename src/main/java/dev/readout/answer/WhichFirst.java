package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.SearchFilter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which of two things came first: each is searched for alone, and what opens the record of the
 * earlier one leads, then that of the later. Thread-safe.
 */
final class WhichFirst {
  /** "Which came first, the Micron decision or the licence duty for gallium?" */
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:which|what|who)\\b[^?,:]{0,40}?\\b(?:first|earlier|sooner)\\b[^?,:]{0,20}[,:–—-]\\s*(?<one>[^?,;]{3,80}?),?"
              + " or (?<other>[^?;]{3,80}?)\\W*$",
          Pattern.CASE_INSENSITIVE);

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
    Matcher asked = ASKED.matcher(plan.text());
    if (!asked.find()) {
      return Optional.empty();
    }
    double best = statements.ranked().getFirst().score();
    List<Statements.Ranked> each =
        Stream.of(asked.group("one"), asked.group("other"))
            .flatMap(thing -> record(question, plan, thing, today).stream())
            .distinct()
            .sorted(Comparator.comparing(one -> one.record().anchorDay()))
            .map(one -> new Statements.Ranked(one, 0, 0, best))
            .toList();
    return each.size() < 2 ? Optional.empty() : Optional.of(statements.withFirst(each));
  }

  /** The best record that has a day of its own: a paper or a meeting, and nothing compiled. */
  private Optional<Evidence> record(
      Question question, QueryPlan plan, String thing, LocalDate today) {
    QueryPlan asked = generation.planByMeaning(thing);
    Reading reading = QuestionReader.read(thing, today);
    return ranker.rank(generation, asked, reading, SearchFilter.ALL).records().stream()
        .limit(MOST)
        .map(Ranked::record)
        .filter(record -> record.published() != null && Composer.isWanted(question, record))
        .findFirst()
        .flatMap(record -> generation.evidenceOf(plan, List.of(record.id())).stream().findFirst());
  }
}
