package dev.readout.cli.evaluation;

import dev.readout.answer.Answer;
import dev.readout.answer.DateText;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.StandingText;
import dev.readout.answer.Verdict;
import dev.readout.answer.VerdictText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one answer did. Immutable.
 *
 * @param declined whether no answer was given; nearest statements, and an answer that says the
 *     question is invalid, are none
 * @param shown ids of the records quoted or that prove the verdict, in order, without repeats
 * @param rank place of the first right record among those shown, from 1; 0 when none is
 * @param isLed whether the first thing shown, verdict or statement, is of a right record and holds
 *     one of the patterns
 * @param isInThree whether the first three things shown hold all patterns
 * @param missing the patterns that the whole reply does not hold
 * @param parts how many things are shown at first
 * @param chars how many characters they have
 */
public record Judgement(
    JudgedQuestion question,
    boolean declined,
    List<String> shown,
    int rank,
    boolean isLed,
    boolean isInThree,
    List<String> missing,
    int parts,
    int chars) {
  private static final int FIRST = 3;

  public Judgement {
    shown = List.copyOf(shown);
    missing = List.copyOf(missing);
  }

  /**
   * A verdict or a statement, as it is shown.
   *
   * @param english the same in English, which the patterns are written for
   */
  private record Part(List<String> records, String text, String english) {
    static Part of(Verdict verdict, Language language) {
      return new Part(
          verdict.records().stream().map(CorpusRecord::id).toList(),
          VerdictText.of(verdict, language),
          VerdictText.of(verdict, Language.EN));
    }

    static Part of(Snippet snippet) {
      String text = snippet.statement().text();
      return new Part(List.of(snippet.record().id()), text, text);
    }
  }

  static Judgement of(JudgedQuestion question, Answer answer) {
    return switch (answer) {
      case Answer.Answered answered -> of(question, answered);
      case Answer.Declined _, Answer.Invalid _ ->
          new Judgement(
              question,
              true,
              List.of(),
              0,
              false,
              false,
              question.must().stream().map(Pattern::pattern).toList(),
              0,
              0);
    };
  }

  private static Judgement of(JudgedQuestion question, Answer.Answered answer) {
    List<Part> parts =
        Stream.concat(
                Stream.ofNullable(answer.verdict()).map(one -> Part.of(one, answer.language())),
                answer.snippets().stream().map(Part::of))
            .toList();
    List<String> shown =
        Stream.concat(parts.stream(), answer.more().stream().map(Part::of))
            .flatMap(part -> part.records().stream())
            .distinct()
            .toList();
    int rank = 0;
    for (int i = shown.size(); i > 0; i--) {
      rank = question.records().contains(shown.get(i - 1)) ? i : rank;
    }
    Part first = parts.getFirst();
    boolean isLed =
        first.records().stream().anyMatch(question.records()::contains)
            && (question.must().isEmpty()
                || question.must().stream().anyMatch(one -> one.matcher(first.english()).find()));
    String three = parts.stream().limit(FIRST).map(Part::english).collect(Collectors.joining("\n"));
    String text = text(answer);
    return new Judgement(
        question,
        false,
        shown,
        rank,
        isLed,
        lacking(question, three).isEmpty(),
        lacking(question, text),
        parts.size(),
        parts.stream().mapToInt(part -> part.text().length()).sum());
  }

  private static List<String> lacking(JudgedQuestion question, String text) {
    return question.must().stream()
        .filter(pattern -> !pattern.matcher(text).find())
        .map(Pattern::pattern)
        .toList();
  }

  /** All that a reader is shown of the statements and their records. */
  private static String text(Answer.Answered answer) {
    List<String> parts = new ArrayList<>();
    Stream.ofNullable(answer.verdict())
        .map(verdict -> VerdictText.of(verdict, Language.EN))
        .forEach(parts::add);
    for (Snippet snippet : answer.all()) {
      CorpusRecord record = snippet.record();
      parts.add(snippet.statement().text());
      parts.add(record.title());
      MeasureStatus.of(record, answer.asOf())
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
