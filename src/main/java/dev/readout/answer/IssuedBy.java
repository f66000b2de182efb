package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who issued a measure, where that is asked: by its record's own field. Pure functions. */
final class IssuedBy {
  private static final QuickPattern ASKED =
      QuickPattern.of(
          "^\\W*(?:who|(?:which|what) (?:[\\w.]+ ){0,2}?(?:agency|department|ministry|body|office"
              + "|bureau|authority))(?: has| had)? "
              + Slot.ISSUED);

  private static final QuickPattern ASKED_IN_CHINESE =
      QuickPattern.of(
          "(?:是?由?谁|由?(?:哪|什么)个?(?:政府)?(?:部门|机构|机关|部委))(?:决定)?(?:发布|出台|颁布|制定|公布|宣布|开征|征收|加征|暂停)");

  private static final QuickPattern OF_A_PAUSE = QuickPattern.of("\\b(?:suspend|paus)|暂停");

  private IssuedBy() {}

  static boolean isAsked(QueryPlan plan) {
    return ASKED.isIn(plan.text()) || ASKED_IN_CHINESE.isIn(Language.simplified(plan.text()));
  }

  /**
   * The measure; where it is asked who paused it, the notice that did, and none where none is
   * recorded.
   */
  static Optional<CorpusRecord> meant(QueryPlan plan, CorpusRecord measure, Generation generation) {
    return !OF_A_PAUSE.isIn(Language.simplified(plan.text())) || Measures.eases(measure)
        ? Optional.of(measure)
        : measure.standing().periods().stream()
            .filter(period -> period.state() == LegalState.SUSPENDED)
            .reduce((_, last) -> last)
            .flatMap(period -> generation.find(period.by()))
            .filter(notice -> notice.side() == measure.side()); // no agreement issues it
  }

  /** Empty where the record is compiled, which nobody issued. */
  static Optional<Verdict> of(CorpusRecord measure, Language language, LocalDate day) {
    return measure.published() == null
        ? Optional.empty()
        : Optional.of(
            new Verdict(
                Slot.BODY,
                List.of(measure),
                day,
                null,
                List.of(),
                List.of(
                    Label.ISSUED_BY.in(
                        language,
                        SourceText.issuer(measure, language),
                        DateText.of(measure.anchorDay(), language),
                        VerdictText.name(measure, language)))));
  }
}
