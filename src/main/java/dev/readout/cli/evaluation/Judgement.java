package dev.readout.cli.evaluation;

import dev.readout.answer.Answer;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.Snippet;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.DateText;
import dev.readout.answer.wording.StandingText;
import dev.readout.corpus.CorpusRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How one answer did. Immutable.
 *
 * @param declined whether no answer was given; an answer that says the question is invalid is none
 * @param shown ids of the records quoted, in order, without repeats
 * @param rank place of the first right record among those shown, from 1; 0 when none is
 * @param missing the patterns that the text shown does not hold
 */
public record Judgement(
    JudgedQuestion question, boolean declined, List<String> shown, int rank, List<String> missing) {
  public Judgement {
    shown = List.copyOf(shown);
    missing = List.copyOf(missing);
  }

  static Judgement of(JudgedQuestion question, Answer answer) {
    List<Snippet> snippets =
        switch (answer) {
          case Answer.Answered answered -> answered.snippets();
          case Answer.Declined _, Answer.Invalid _ -> List.of();
        };
    List<String> shown =
        snippets.stream().map(snippet -> snippet.record().id()).distinct().toList();
    int rank = 0;
    for (int i = shown.size(); i > 0; i--) {
      rank = question.records().contains(shown.get(i - 1)) ? i : rank;
    }
    String text = text(snippets, answer.asOf());
    List<String> missing =
        question.must().stream()
            .filter(pattern -> !pattern.matcher(text).find())
            .map(Pattern::pattern)
            .toList();
    return new Judgement(question, snippets.isEmpty(), shown, rank, missing);
  }

  /** All that a reader is shown of the statements and their records. */
  private static String text(List<Snippet> snippets, LocalDate asOf) {
    List<String> parts = new ArrayList<>();
    for (Snippet snippet : snippets) {
      CorpusRecord record = snippet.record();
      parts.add(snippet.statement().text());
      parts.add(record.title());
      MeasureStatus.of(record, asOf)
          .ifPresent(status -> parts.add(StandingText.of(status, Language.EN)));
      record.citation().ifPresent(parts::add);
      LocalDate published = record.published();
      if (published != null) {
        parts.add(published + " " + DateText.of(published, Language.EN));
      }
    }
    return String.join("\n", parts);
  }

  /** Whether a right record is among the first {@code k}. */
  boolean isFoundWithin(int k) {
    return rank > 0 && rank <= k;
  }

  /**
   * Whether the answer is right in every way: first record and patterns, or declined as it should
   * be.
   */
  boolean isRight() {
    return question.isAnswerable() ? rank == 1 && missing.isEmpty() : declined;
  }

  /** What is wrong, in a few words. */
  String reason() {
    if (!question.isAnswerable()) {
      return declined ? "right" : "answered, must be declined";
    }
    if (declined) {
      return "declined, must be answered";
    }
    List<String> reasons = new ArrayList<>();
    if (rank == 0) {
      reasons.add("right record not shown");
    } else if (rank > 1) {
      reasons.add("right record is number " + rank);
    }
    missing.forEach(pattern -> reasons.add("text lacks /" + pattern + "/"));
    return reasons.isEmpty() ? "right" : String.join("; ", reasons);
  }
}
