package dev.readout.answer;

import static java.util.stream.Collectors.joining;

import dev.readout.answer.Answer.Missing;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question that asks for several things one after the other, as in "when was it signed, and by
 * whom": its parts, and each as a question of its own. Pure functions.
 */
final class QuestionParts {
  /** What begins another part, and the words of asking that it goes on with. */
  private static final QuickPattern NEXT_PART =
      QuickPattern.of(
          "(?<=\\S{2} ?)(?:[,;?&+]|\\b(?:and|plus)\\b)\\s*(?:(?:and|also|then|so|if so)\\b,?\\s*)*"
              + "(?=(?:(?:on|in|from|under|by|to|at|for|since|until)"
              + " )?(?:who|whose|whom|when|where|why|how|hw|whats?|which)\\b"
              + "|(?:is|are|was|were|does|do|did|can|has|have)\\b)");

  private static final QuickPattern OF_ASKING =
      QuickPattern.of("\\b(?:who|when|where|why|how|what|which)\\b");

  private static final Pattern A_QUESTION =
      Pattern.compile(
          "\\W*(?:who|whose|whom|when|where|why|how|what|which|is|are|was|were|does|do|did|can|has"
              + "|have)\\b",
          Pattern.CASE_INSENSITIVE);

  /** "When he calls it ballast, what does he mean" is one question. */
  private static final Pattern WHEN_SOMETHING_IS =
      Pattern.compile(
          "\\W*when"
              + " (?!(?:did|do|does|is|are|was|were|will|would|has|have|can|could|should|must)\\b)"
              + "[^,?]*,\\s*(?!and\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("\\w+");

  private static final Pattern CHINESE_CLAUSE = Pattern.compile("(?:[，；？?。]|,(?![0-9]))\\s*");

  /** A clause that asks by other words than those of a slot. */
  private static final QuickPattern ASKS =
      QuickPattern.exactly("[吗呢啥谁几]|什么|哪|多[少久长]|怎|如何|为何|是否|有没有|有无|(.)[不没]\\1|没有?\\s*[?？]?$");

  /** A part of fewer words, as in "when and where", is asked of what the first part is about. */
  private static final int WORDS_OF_A_QUESTION = 3;

  /** Parts behind the first. */
  private static final int MAX_PARTS = 2;

  private static final Set<String> ACTORS = Set.of("person", "agency");
  private static final Set<String> GOVERNMENTS =
      Set.of("united-states", "china", Composer.BOTH_COUNTRIES, "washington", "beijing");

  /** "And who for the United States" is no part of its own: its verb is that of the first. */
  private static final Pattern WITHOUT_A_VERB =
      Pattern.compile(
          "\\W*(?:who|whom|when|where|what|which)\\s+(?:for|on|in|from|by|to|with|at|about)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Wording STANDS =
      Wording.of(
          "\\b(?:is|are|was|were)\\b.*\\bstill\\b|\\bin (?:force|effect)\\b"
              + "|\\b(?:is|are|was|were|been)\\b.*\\b(?:suspended|paused|on hold|lifted|over)\\W*$"
              + "|\\bwhen (?:do|does|did|will)\\b.*\\b(?:end|expire|run out|come back)\\b",
          "还|還|有效|生效|到期|暂停|暫停|结束");

  private static final QuickPattern PRONOUN =
      QuickPattern.of("\\b(?:it|that|this|they|them|these|those)\\b(?!\\s+\\p{L}+\\s+of)");

  /** "How high are China's on American goods". */
  private static final Pattern WITHOUT_A_NOUN =
      Pattern.compile(
          "\\b(?:china|the us|the u\\.s\\.|america|beijing|washington)['’]s?(?= (?:on|against)\\b)",
          Pattern.CASE_INSENSITIVE);

  private QuestionParts() {}

  /** Whether how a measure stands is asked for, or until when. */
  static boolean asksWhetherItStands(String part) {
    return STANDS.isIn(part);
  }

  /**
   * A later part as a question of its own: about what the first names, or the record that tells the
   * first where it is asked how that stands; in Chinese behind what is told before the first, else
   * behind what that names, or alone where only that is understood.
   */
  static String resolved(
      String part, String first, CorpusRecord record, Question whole, Generation generation) {
    if (Language.hasChinese(part)) {
      String asked = askingInChinese(whole.text()).getFirst();
      int told = whole.text().indexOf(asked);
      String before =
          told > 0
              ? whole.text().substring(0, told)
              : named(asked, generation).replace(' ', '，') + "，";
      return Stream.of(before + part, part)
          .filter(text -> isInEnglish(text, generation))
          .findFirst()
          .orElse(before + part);
    }
    String named = named(first, generation);
    Matcher whose = WITHOUT_A_NOUN.matcher(part);
    if (whose.find()) {
      return whose.replaceFirst(Matcher.quoteReplacement(whose.group() + " " + named));
    }
    List<MatchResult> pronouns = PRONOUN.in(part).stream().toList();
    if (pronouns.isEmpty() && !named(part, generation).isEmpty()) {
      return part;
    }
    String subject =
        named.isEmpty() || (record.kind().isMeasure() && STANDS.isIn(part))
            ? VerdictText.name(record, Language.EN)
            : named;
    return pronouns.isEmpty()
        ? subject + ": " + part
        : part.substring(0, pronouns.getLast().start())
            + subject
            + part.substring(pronouns.getLast().end());
  }

  private static boolean isInEnglish(String part, Generation generation) {
    return !named(part, generation).isEmpty()
        && AskedInEnglish.of(generation.plan(part), generation).findAny().isPresent();
  }

  static Missing missing(String part) {
    return new Missing(Missing.Kind.PART, part.replaceFirst("[?？]$", ""));
  }

  /** The things and days that a part names, as it writes them, in their order; nobody who acts. */
  static String named(String part, Generation generation) {
    QueryPlan plan = generation.plan(part);
    return named(plan, generation).map(plan::written).distinct().collect(joining(" "));
  }

  /** Ids of the things that a part names. */
  static List<String> things(String part, Generation generation) {
    return named(generation.plan(part), generation)
        .filter(token -> token.kind() == QueryToken.Kind.TERM)
        .map(QueryToken::text)
        .toList();
  }

  private static Stream<QueryToken> named(QueryPlan plan, Generation generation) {
    return plan.tokens().stream().filter(token -> isNamed(token, generation));
  }

  /** Ids of the persons whom a part names. */
  static List<String> persons(String part, Generation generation) {
    return generation.termsIn(part).stream()
        .filter(id -> generation.term(id).filter(term -> term.kind().equals("person")).isPresent())
        .toList();
  }

  private static boolean isNamed(QueryToken token, Generation generation) {
    return token.hasContent()
        && switch (token.kind()) {
          case TERM ->
              generation
                  .term(token.text())
                  .filter(term -> term.side() == null && !term.isVocabulary())
                  .filter(term -> !ACTORS.contains(term.kind()))
                  .filter(term -> !GOVERNMENTS.contains(term.id()))
                  .isPresent();
          case DATE, NUMBER, CITATION -> true;
          case WORD, PAIR, CHARACTER, QUOTATION -> false;
        };
  }

  private static List<String> askingInChinese(String question) {
    return CHINESE_CLAUSE.splitAsStream(question).filter(QuestionParts::asks).toList();
  }

  /** The first of several parts, where the others are questions, too; empty for one alone. */
  static Optional<String> firstOf(String question) {
    if (Language.hasChinese(question)) {
      List<String> asking = askingInChinese(question);
      return asking.size() < 2
          ? Optional.empty()
          : Optional.of(
              question.substring(0, question.indexOf(asking.getFirst())) + asking.getFirst() + "？");
    }
    MatchResult cut = NEXT_PART.first(question);
    return cut != null
            && A_QUESTION.matcher(question).lookingAt()
            && !WHEN_SOMETHING_IS.matcher(question).lookingAt()
            && WORD.matcher(question.substring(0, cut.start())).results().count()
                >= WORDS_OF_A_QUESTION
            && WORD.matcher(question.substring(cut.end())).results().count() >= WORDS_OF_A_QUESTION
            && !WITHOUT_A_VERB.matcher(question.substring(cut.end())).lookingAt()
        ? Optional.of(question.substring(0, cut.start()).strip() + "?")
        : Optional.empty();
  }

  /** The parts after the first, each as a question of its own; none of a question that has one. */
  static List<String> later(String question) {
    if (Language.hasChinese(question)) {
      return askingInChinese(question).stream().skip(1).limit(MAX_PARTS).toList();
    }
    List<MatchResult> cuts = NEXT_PART.in(question).stream().toList();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < cuts.size() && i < MAX_PARTS; i++) {
      int end = i + 1 < cuts.size() ? cuts.get(i + 1).start() : question.length();
      String part = question.substring(cuts.get(i).end(), end).strip();
      boolean isShort = WORD.matcher(part).results().count() < WORDS_OF_A_QUESTION;
      String first = question.substring(0, cuts.getFirst().start());
      parts.add(isShort ? part + " " + OF_ASKING.replaceAll(first, "") : part);
    }
    return parts;
  }

  /** Whether a Chinese clause asks. */
  static boolean asks(String clause) {
    return ASKS.isIn(Language.simplified(clause));
  }
}
