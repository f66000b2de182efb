package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.CorpusRecord;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rulings on one matter, where its way through the courts is asked for. Pure functions. */
final class Rulings {
  /** "The court fight", "the case at each court". */
  private static final Pattern IN_COURT =
      Pattern.compile("\\b(?:courts?|litigation|lawsuits?|rulings?)\\b", Pattern.CASE_INSENSITIVE);

  /** Records among which a ruling is looked for. */
  private static final int MAX_FOUND = 6;

  /** One ruling is no way through courts. */
  private static final int LEAST = 2;

  private Rulings() {}

  /** The rulings of one case in court after court, where its course is asked for. */
  static List<CorpusRecord> of(
      QueryPlan plan, Reading reading, Stream<Evidence> found, Generation generation) {
    if (!reading.asks(Shape.SEQUENCE) || !IN_COURT.matcher(plan.text()).find()) {
      return List.of();
    }
    return found
        .limit(MAX_FOUND)
        .map(Evidence::record)
        .filter(Rulings::isRuling)
        .findFirst()
        .map(
            ruling ->
                generation
                    .records()
                    .filter(Rulings::isRuling)
                    .filter(one -> one.equals(ruling) || one.relates().contains(ruling.id()))
                    .toList())
        .filter(rulings -> rulings.size() >= LEAST)
        .orElse(List.of());
  }

  private static boolean isRuling(CorpusRecord record) {
    return record.issuer().contains("Court");
  }
}
