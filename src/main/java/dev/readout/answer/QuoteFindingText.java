package dev.readout.answer;

import dev.readout.answer.quote.QuoteChecker;
import dev.readout.answer.quote.QuoteFinding;
import dev.readout.answer.quote.QuoteFinding.Change;
import dev.readout.answer.quote.QuoteFinding.Passage;
import dev.readout.corpus.Language;
import dev.readout.corpus.Statement.Voice;
import java.util.stream.Collectors;

/**
 * What was found of a quotation, in words. Nothing that was found in our own summaries is called
 * verbatim.
 */
public final class QuoteFindingText {
  private QuoteFindingText() {}

  public static String of(QuoteFinding finding, Language language) {
    return switch (finding) {
      case QuoteFinding.Verbatim verbatim -> verbatim(verbatim.found()).in(language);
      case QuoteFinding.Near near -> near(near).in(language);
      case QuoteFinding.Part _ -> Label.QUOTE_PART.in(language);
      case QuoteFinding.NotFound _ -> Label.QUOTE_NOT_FOUND.in(language);
      case QuoteFinding.TooShort _ -> {
        int letters = QuoteChecker.MIN_QUOTE_CHARS;
        yield Label.QUOTE_TOO_SHORT.in(language, letters, letters / 2);
      }
    };
  }

  private static Label verbatim(Passage found) {
    if (found.isQuotation()) {
      return Label.QUOTE_VERBATIM;
    }
    return found.voice() == Voice.VERBATIM
        ? Label.QUOTE_IN_CHINESE_WORDING
        : Label.QUOTE_IN_SUMMARY;
  }

  private static Label near(QuoteFinding.Near near) {
    if (!near.found().isQuotation()) {
      return near.found().voice() == Voice.VERBATIM
          ? Label.QUOTE_NEAR_CHINESE_WORDING
          : Label.QUOTE_NEAR_SUMMARY;
    }
    return near.isSlight() ? Label.QUOTE_SLIGHT : Label.QUOTE_NEAR;
  }

  /** In what a near quotation differs: "Different: a figure or a date, words". */
  public static String differences(QuoteFinding.Near near, Language language) {
    String changes =
        near.changes().stream()
            .sorted()
            .map(change -> name(change).in(language))
            .collect(Collectors.joining(Label.BETWEEN_NAMES.in(language)));
    return Label.QUOTE_DIFFERS.in(language, changes);
  }

  private static Label name(Change change) {
    return switch (change) {
      case FIGURE -> Label.CHANGED_FIGURE;
      case NEGATION -> Label.CHANGED_NEGATION;
      case WORDING -> Label.CHANGED_WORDING;
      case PUNCTUATION -> Label.CHANGED_PUNCTUATION;
      case LETTER_CASE -> Label.CHANGED_LETTER_CASE;
      case SCRIPT -> Label.CHANGED_SCRIPT;
    };
  }
}
