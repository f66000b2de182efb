package dev.readout.answer;

import dev.readout.answer.reading.Reading;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads "since Geneva" as since the last meeting whose title names it. */
final class SinceMeeting {
  private static final Pattern BEFORE =
      Pattern.compile("\\b(?:since|after)\\s+(?:the\\s+)?$|自从?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern AFTER = Pattern.compile("^(?:会谈|磋商|会晤|峰会|谈判)?(?:以来|之后|以后)");

  private SinceMeeting() {}

  /**
   * The reading with the time opened by the meeting; the same when it names a time or no meeting.
   */
  static Reading applied(Reading reading, QueryPlan plan, Generation generation) {
    if (reading.hasSpan()) {
      return reading;
    }
    return plan.tokens().stream()
        .filter(token -> token.kind() == QueryToken.Kind.TERM && opensSpan(plan.text(), token))
        .flatMap(token -> lastMeeting(generation, token.text()).stream())
        .findFirst()
        .map(day -> reading.between(day, null))
        .orElse(reading);
  }

  private static boolean opensSpan(String text, QueryToken token) {
    return BEFORE.matcher(text.substring(0, token.start())).find()
        || AFTER.matcher(text.substring(token.end())).find();
  }

  private static Optional<LocalDate> lastMeeting(Generation generation, String termId) {
    return generation.naming(termId).stream()
        .filter(record -> record.kind() == Kind.MEETING)
        .filter(record -> isInTitle(generation, termId, record))
        .map(CorpusRecord::anchorDay)
        .max(Comparator.naturalOrder());
  }

  /** "Geneva" is in "Geneva talks" too, which is another term. */
  private static boolean isInTitle(Generation generation, String termId, CorpusRecord record) {
    return generation.termsIn(record.title()).contains(termId)
        || generation.term(termId).stream()
            .flatMap(term -> term.en().stream())
            .anyMatch(record.title()::contains);
  }
}
