package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.corpus.CorpusRecord;
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
              + " or (?<other>[^?,;]{3,80}?)\\W*$",
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
            .filter(this::isNoGovernment)
            .flatMap(thing -> record(question, plan, thing, today).stream())
            .distinct()
            .sorted(Comparator.comparing(one -> one.record().anchorDay()))
            .map(one -> new Statements.Ranked(one, 0, 0, best))
            .toList();
    return each.size() < 2 ? Optional.empty() : Optional.of(statements.withFirst(each));
  }

  /** "Who moved first, Washington or Beijing" names nothing to search for. */
  private boolean isNoGovernment(String thing) {
    return generation.termsIn(thing).stream()
        .anyMatch(id -> !Composer.COUNTRIES.contains(id) && !Composer.CAPITALS.contains(id));
  }

  /**
   * Of the best records that have a day of their own, so nothing compiled, the first of those whose
   * titles name all that the thing is named by; the best where none does.
   */
  private Optional<Evidence> record(
      Question question, QueryPlan plan, String thing, LocalDate today) {
    QueryPlan asked = generation.planByMeaning(thing);
    Reading reading = QuestionReader.read(thing, today);
    List<CorpusRecord> found =
        ranker.rank(generation, asked, reading, SearchFilter.ALL).records().stream()
            .limit(MOST)
            .map(Ranked::record)
            .filter(record -> record.published() != null && Composer.isWanted(question, record))
            .toList();
    return found.stream()
        .filter(record -> generation.termsIn(record.title()).containsAll(asked.termIds()))
        .min(Comparator.comparing(CorpusRecord::anchorDay))
        .or(() -> found.stream().findFirst())
        .flatMap(record -> generation.evidenceOf(plan, List.of(record.id())).stream().findFirst());
  }
}
