package dev.readout.answer;

import static java.util.stream.Collectors.joining;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question that asks for several things one after the other, as in "when was it signed, and by
 * whom": behind the best statement come those of its record that the reader takes for answers to
 * the later parts; in Chinese, which no reader reads, the best of the records found, ranked for
 * each part. Thread-safe.
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

  private static final Pattern A_QUESTION =
      Pattern.compile(
          "\\W*(?:who|whose|whom|when|where|why|how|what|which|is|are|was|were|does|do|did|can|has"
              + "|have)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("\\w+");

  private static final Pattern CHINESE_CLAUSE = Pattern.compile("(?:[，；？?。]|,(?![0-9]))\\s*");

  /** A clause that asks by other words than those of a slot. */
  private static final Pattern ASKS =
      Pattern.compile("[吗呢啥谁几]|什么|哪|多少|怎|如何|为何|是否|有没有|有无|(.)[不没]\\1");

  /** A part of fewer words, as in "when and where", is asked of what the first part is about. */
  private static final int WORDS_OF_A_QUESTION = 3;

  /** Statements that are read for a part, the best first, and parts. */
  private static final int MAX_READ = 6;

  private static final int MAX_PARTS = 2;

  private final Generation generation;
  private final StatementRanker ranker;

  QuestionParts(Generation generation, StatementRanker ranker) {
    this.generation = generation;
    this.ranker = ranker;
  }

  /** The first of several parts, where the others are questions, too; empty for one alone. */
  static Optional<String> firstOf(String question) {
    Matcher cut = NEXT_PART.matcher(question);
    return cut.find()
            && A_QUESTION.matcher(question).lookingAt()
            && WORD.matcher(question.substring(0, cut.start())).results().count()
                >= WORDS_OF_A_QUESTION
            && WORD.matcher(question.substring(cut.end())).results().count() >= WORDS_OF_A_QUESTION
        ? Optional.of(question.substring(0, cut.start()).strip() + "?")
        : Optional.empty();
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

  /**
   * The parts after the first, in Chinese, each behind what is told before the first; where nothing
   * is, behind what the first names.
   */
  List<String> laterInChinese(String question) {
    List<String> asking =
        CHINESE_CLAUSE.splitAsStream(question).filter(QuestionParts::asks).toList();
    if (asking.size() < 2) {
      return List.of();
    }
    int told = question.indexOf(asking.getFirst());
    String about = told > 0 ? question.substring(0, told) : named(asking.getFirst());
    return asking.stream().skip(1).limit(MAX_PARTS).map(about::concat).toList();
  }

  /** Whether a Chinese clause asks. */
  static boolean asks(String clause) {
    return ASKS.matcher(clause).find();
  }

  /** The things, days and numbers that a clause names. */
  private String named(String clause) {
    return generation.plan(clause).tokens().stream()
        .filter(QueryToken::hasContent)
        .filter(
            token ->
                switch (token.kind()) {
                  case TERM ->
                      generation
                          .term(token.text())
                          .filter(term -> term.side() == null && !term.isVocabulary())
                          .isPresent();
                  case DATE, NUMBER, CITATION -> true;
                  case WORD, PAIR, CHARACTER, QUOTATION -> false;
                })
        .map(token -> clause.substring(token.start(), token.end()) + "，")
        .distinct()
        .collect(joining());
  }

  /**
   * The statements with the answers to the later parts right behind the best.
   *
   * @param records those found, the best first
   */
  Statements first(
      QueryPlan plan,
      Reading reading,
      List<Ranker.Ranked> records,
      Statements statements,
      LocalDate today) {
    if (reading.language() == Language.ZH && !reading.asks(Shape.SEQUENCE)) {
      Statements.Ranked best = statements.ranked().getFirst();
      Stream<Statements.Ranked> answers =
          laterInChinese(plan.text()).stream()
              .flatMap(part -> best(part, records, today).stream())
              .flatMap(
                  one ->
                      statements.ranked().stream()
                          .filter(other -> other.statement().equals(one.statement())))
              .map(one -> one.plus(Math.max(0, best.score() - one.score())));
      return statements.withFirst(Stream.concat(Stream.of(best), answers).toList());
    }
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

  /** The statement of the records that is best for a part, if it tells what the part asks for. */
  private Optional<Statements.Ranked> best(
      String part, List<Ranker.Ranked> records, LocalDate today) {
    QueryPlan plan = generation.planByMeaning(part);
    Reading reading = QuestionReader.read(part, today);
    List<Ranker.Ranked> ofIt =
        records.stream()
            .limit(StatementRanker.MAX_RECORDS)
            .flatMap(
                one ->
                    generation.evidenceOf(plan, List.of(one.record().id())).stream()
                        .map(evidence -> new Ranker.Ranked(evidence, one.score())))
            .toList();
    List<Statements.Ranked> telling =
        ranker.rank(plan, reading, ofIt).ranked().stream()
            .filter(one -> reading.side() == null || Accounts.speaker(one) == reading.side())
            .filter(one -> reading.slots().isEmpty() ? reading.side() != null : one.filled() > 0)
            .toList();
    return telling.isEmpty()
        ? Optional.empty()
        : StatementOrder.first(
                telling,
                telling.getFirst().score() - StatementOrder.AS_GOOD_AN_END,
                one -> one.record().side() == reading.side() ? 1 : 0)
            .stream()
            .findFirst();
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
