package dev.readout.answer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which measures were taken in a time, or under a president, is told by when each was published.
 */
@ExtendWith(ShippedIndex.class)
final class MeasuresOfATimeTest {
  private final Answerer answerer;

  MeasuresOfATimeTest(Generation generation) {
    this.answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
  }

  private Answer.Answered answer(String question) {
    return (Answer.Answered) answerer.answer(Ask.plainly(question));
  }

  private List<String> listed(String question) {
    Verdict verdict = requireNonNull(answer(question).verdict());
    assertThat(verdict.slot()).isEqualTo(Slot.LIST);
    assertThat(verdict.records())
        .isSortedAccordingTo(Comparator.comparing(CorpusRecord::anchorDay));
    return verdict.records().stream().map(CorpusRecord::id).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what tariffs did the US impose in 2018 | 2018-07-06-section-301-list-1",
        "what tariffs did Trump impose in his first term | 2019-09-01-section-301-list-4a",
        "what did Biden change about the China tariffs | 2024-09-13-section-301-four-year-review",
        "what export controls did China announce in October 2025 | 2025-10-09-mofcom-61",
        "What countermeasures did China take in April 2025 | 2025-04-04-prc-34-percent-tariff",
        "what changed in export controls in 2026 | 2026-01-13-bis-h200-rule",
        "2025年美国对华加征了哪些关税 | 2025-04-02-eo-14257-reciprocal-tariff",
        "拜登政府对华加征了哪些关税 | 2024-09-13-section-301-four-year-review"
      })
  void answer_measuresOfATime_areListedByDay(String question, String id) {
    assertThat(listed(question)).hasSizeGreaterThan(1).anyMatch(one -> one.startsWith(id));
  }

  @Test
  void answer_measuresOfATime_areNeitherThreatsNorRulings() {
    assertThat(listed("what tariffs did the US impose in 2025"))
        .noneMatch(id -> id.contains("threat") || id.contains("court"));
  }

  @Test
  void text_ofMeasuresOfATime_hasEachDayAndTheBounds() {
    Verdict verdict = requireNonNull(answer("what tariffs did America impose in 2018").verdict());

    assertThat(VerdictText.of(verdict, Language.EN))
        .startsWith("Recorded measures published from 1 January 2018 to 31 December 2018: 8 March")
        .contains("; 20 June 2018: Section 301 List 1");
    assertThat(VerdictText.of(verdict, Language.ZH)).contains("2018年6月20日：301条款清单1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what changed in the October 2023 chip rules?", // one rule, called so
        "which export controls were in force in 2023",
        "which Taiwanese companies has China put on its control list"
      })
  void answer_ofAnythingElse_isNoList(String question) {
    Answer answer = answerer.answer(Ask.plainly(question));

    assertThat(answer instanceof Answer.Answered answered ? answered.verdict() : null)
        .satisfiesAnyOf(
            verdict -> assertThat(verdict).isNull(),
            verdict -> assertThat(requireNonNull(verdict).slot()).isNotEqualTo(Slot.LIST));
  }
}
