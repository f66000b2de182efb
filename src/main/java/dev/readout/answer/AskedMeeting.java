package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The meeting by whose place it is asked what was talked of there: "did Trump and Xi talk about
 * Ukraine in Busan" is not told by what they said on the phone. Pure functions.
 */
final class AskedMeeting {
  private static final QuickPattern TALKED =
      QuickPattern.of(
          "^\\W*(?:did|what"
              + " did|have|has|was|were)\\b[^?]*?\\b(?:discuss\\w*|talk(?:ed)?|rais(?:e|ed)|agree|agreed|mention(?:ed)?|br(?:ing|ought)"
              + " up|come up|speak|spoke|sign|signed|say|ask|cover(?:ed)?|address(?:ed)?)\\b");

  private static final Pattern AT =
      Pattern.compile("\\b(?:in|at) (?:the )?$", Pattern.CASE_INSENSITIVE);

  private AskedMeeting() {}

  /** Whether the first is of another meeting than those at the place. */
  static boolean isOfAnother(QueryPlan plan, List<Statements.Ranked> first, Generation generation) {
    return TALKED.isIn(plan.text())
        && !first.isEmpty()
        && place(plan, generation)
            .filter(place -> isElsewhere(first.getFirst().record(), place, generation))
            .isPresent();
  }

  /** The name of the place of meetings at which something was talked of. */
  private static Optional<String> place(QueryPlan plan, Generation generation) {
    return plan.tokens().stream()
        .filter(token -> token.kind() == QueryToken.Kind.TERM)
        .filter(token -> AT.matcher(plan.text().substring(0, token.start())).find())
        .map(QueryToken::text)
        .filter(place -> generation.term(place).filter(Outcomes::isWhere).isPresent())
        .filter(place -> SinceMeeting.lastAt(generation, place).isPresent())
        .findFirst();
  }

  /** Whether it is of a meeting, or call, that is not titled by the place. */
  private static boolean isElsewhere(CorpusRecord record, String place, Generation generation) {
    return (record.kind() == Kind.MEETING || record.kind() == Kind.READOUT)
        && Stream.concat(
                Stream.of(record),
                Stream.ofNullable(record.meeting()).flatMap(id -> generation.find(id).stream()))
            .noneMatch(SinceMeeting.isInTitle(generation, place));
  }
}
