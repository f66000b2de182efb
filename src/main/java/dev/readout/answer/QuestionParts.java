package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question that asks for several things one after the other, as in "when was it signed, and by
 * whom": behind the best statement come those of its record that the reader takes for answers to
 * the later parts. Thread-safe.
 */
final class QuestionParts {
  /** What begins another part, and the words of asking that it goes on with. */
  private static final Pattern NEXT_PART =
      Pattern.compile(
          "(?<=\\S{2} ?)(?:[,;?&+]|\\b(?:and|plus)\\b)\\s*(?:(?:and|also|then|so|if so)\\b,?\\s*)*"
              + "(?=(?:(?:on|in|from|under|by|to|at|for|since|until)"
              + " )?(?:who|whose|whom|when|where|why|how|hw|whats?|which)\\b"
              + "|(?:is|are|was|were|does|do|did|can|has|have)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OF_ASKING =
      Pattern.compile("\\b(?:who|when|where|why|how|what|which)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("\\w+");

  /** A part of fewer words, as in "when and where", is asked of what the first part is about. */
  private static final int WORDS_OF_A_QUESTION = 3;

  /** Statements that are read for a part, the best first, and parts. */
  private static final int MAX_READ = 6;

  private static final int MAX_PARTS = 2;

  private final Generation generation;

  QuestionParts(Generation generation) {
    this.generation = generation;
  }

  /** The parts after the first, each as a question of its own; none of a question that has one. */
  static List<String> later(String question) {
    List<MatchResult> cuts = NEXT_PART.matcher(question).results().toList();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < cuts.size() && i < MAX_PARTS; i++) {
      int end = i + 1 < cuts.size() ? cuts.get(i + 1).start() : question.length();
      String part = question.substring(cuts.get(i).end(), end).strip();
      boolean isShort = WORD.matcher(part).results().count() < WORDS_OF_A_QUESTION;
      String first = question.substring(0, cuts.getFirst().start());
      parts.add(isShort ? part + " " + OF_ASKING.matcher(first).replaceAll("") : part);
    }
    return parts;
  }

  /** The statements with the answers to the later parts right behind the best. */
  Statements first(QueryPlan plan, Reading reading, Statements statements) {
    if (!plan.hasMeaning() || statements.ranked().isEmpty() || reading.asks(Shape.SEQUENCE)) {
      return statements;
    }
    Statements.Ranked lead = statements.ranked().getFirst();
    List<Statements.Ranked> ofItsRecord =
        statements.ranked().stream()
            .filter(one -> one.record().equals(lead.record()))
            .limit(MAX_READ)
            .toList();
    Stream<Statements.Ranked> answers =
        later(plan.text()).stream()
            .flatMap(part -> answer(part, ofItsRecord).stream())
            .map(one -> one.plus(Math.max(0, lead.score() - one.score())));
    return statements.withFirst(Stream.concat(Stream.of(lead), answers).toList());
  }

  /** What the reader takes rather for an answer than for none, and for the best one. */
  private Optional<Statements.Ranked> answer(String part, List<Statements.Ranked> statements) {
    Statements.Ranked best = null;
    double most = 0;
    for (Statements.Ranked one : statements) {
      double logit =
          generation
              .read(part, one.record(), one.statement().text())
              .orElse(Double.NEGATIVE_INFINITY);
      if (logit > most) {
        most = logit;
        best = one;
      }
    }
    return Optional.ofNullable(best);
  }
}
