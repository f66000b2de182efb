package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question in Chinese put into rough English, word for word: what is asked first, in each clause,
 * then its names by the term list and its words by {@code chinese-words.txt} in their order. It is
 * searched by meaning and read, which matters more than its grammar: of 385 judged questions 296
 * are led rightly so, 315 by words in Chinese, and 42 of them only so. Pure functions.
 */
final class WordForWord {
  private static final QuestionForms FILE = QuestionForms.read("chinese-words.txt", Map.of());

  private static final Map<String, String> WORDS = FILE.words("words");

  private static final Map<String, String> ASKING = FILE.words("asking");

  private static final int LONGEST =
      Stream.concat(WORDS.keySet().stream(), ASKING.keySet().stream())
          .mapToInt(String::length)
          .max()
          .orElseThrow();

  private static final Pattern CLAUSE_END =
      Pattern.compile("[，,；;？?。！!、]+\\s*|(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

  private static final Pattern AFTER = Pattern.compile("(?:之|以|过|過)?[后後]");

  private static final Pattern LATIN =
      Pattern.compile(
          "(?<mark>[\\s“”‘’「」『』（）()《》〈〉\"':：·—…/-]+)|[0-9][0-9.,]*%?|[A-Za-z][A-Za-z0-9.-]*");

  private static final QuickPattern ABBREVIATION = QuickPattern.exactly("[A-Za-z][A-Za-z0-9.-]*");

  /** What asks whether, and gives way to what asks when or how much. */
  private static final QuickPattern WHETHER =
      QuickPattern.exactly("(?:still )?(?:is|has|can|will|does)\\b.*");

  /** A day is "in" it, unless it is until, since or before it. */
  private static final QuickPattern TWICE_IN =
      QuickPattern.exactly("(?<=\\b(?:in|until|since|from|to|by|on|before|after) )in (?=[A-Z])");

  /** What stands after its clause in Chinese, and before it in English. */
  private static final Set<String> OF_A_CLAUSE = Set.of("after", "before");

  /** What asks for the thing that follows: "哪些不满". */
  private static final QuickPattern OF_A_THING =
      QuickPattern.exactly("(?:.* )?(?:which|what|how many)");

  /** How much of it may be left out: one character of eight. */
  private static final double MAX_LEFT_OUT = 0.13;

  // With these, of 385 judged questions 330 are led rightly for 316 by words alone, and 5 refused
  // for 15; of 117 without an answer 100 are not answered for 90; of 156 that were written after,
  // 103 are led rightly for 63.

  /** How likely its answer must be. */
  private static final double SURE = 0.6;

  /** From which on that of the question as asked stays. */
  private static final double SURE_AS_ASKED = 0.8;

  /** Below which nothing tells it that is not told for sure as asked either. */
  private static final double UNTOLD = 0.1;

  /** Log-odds, by the reader, from which on another statement of the same record tells it. */
  private static final double MUCH_LIKELIER = 6;

  /** "那三点分歧". */
  private static final QuickPattern SEVERAL = QuickPattern.exactly("[两兩二三四五六七八九十2-9][点點个個条條项項]");

  private final QueryPlan plan;
  private final String text;
  private final Generation generation;
  private final boolean isAsTyped;
  private final List<String> clauses = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private @Nullable String asking;

  /** Before which of the words it stands: the thing that is asked for. */
  private int asked = -1;

  private int characters;
  private int leftOut;
  private int lastLeftOut = Integer.MIN_VALUE;

  /** Two characters together: a name perhaps, without which it would be another question. */
  private boolean isWordLeftOut;

  private WordForWord(QueryPlan plan, String text, Generation generation, boolean isAsTyped) {
    this.plan = plan;
    this.text = text;
    this.generation = generation;
    this.isAsTyped = isAsTyped;
  }

  /**
   * The question in English; empty where it is not in Chinese, is of a known form, or too much of
   * it is not known.
   */
  static Optional<String> of(QueryPlan plan, Generation generation) {
    return of(plan, generation, false);
  }

  /**
   * The same with names in Latin letters as they are typed, "IEEPA", which the reader knows better
   * than the long ones; empty where there is none.
   */
  static Optional<String> asTyped(QueryPlan plan, Generation generation) {
    return of(plan, generation, true)
        .filter(text -> !of(plan, generation).equals(Optional.of(text)));
  }

  private static Optional<String> of(QueryPlan plan, Generation generation, boolean isAsTyped) {
    String text = Language.simplified(plan.text());
    if (!Language.hasChinese(text)
        || text.length() != plan.text().length()
        || AskedInEnglish.of(plan, generation).findAny().isPresent()) {
      return Optional.empty();
    }
    WordForWord question = new WordForWord(plan, text, generation, isAsTyped);
    question.read();
    return !question.isWordLeftOut
            && question.leftOut <= MAX_LEFT_OUT * question.characters
            && !question.clauses.isEmpty()
        ? Optional.of(
            TWICE_IN.replaceAll(String.join(", ", question.clauses).replaceAll(" +", " "), "")
                + "?")
        : Optional.empty();
  }

  /** Whether it is told as asked, surely or by recorded fields. */
  static boolean isToldAsAsked(Searched asked, Sufficiency sufficiency) {
    return (asked.verdict() != null || asked.confidence() >= SURE_AS_ASKED)
        && sufficiency.isAnswered(asked);
  }

  /**
   * Whether another statement of the same record may tell what is told as asked: a part of a
   * measure whose standing is told, or what the reader, which knows no Chinese, finds better. Not
   * where several things are asked for, which are told in their order.
   */
  static boolean mayBeToldBetter(Searched asked) {
    Verdict verdict = asked.verdict();
    return verdict == null
        ? !asked.statements().isTold() && !SEVERAL.isIn(asked.plan().text())
        : verdict.isOfAWhole();
  }

  /**
   * Whether such a statement tells it for sure in English: of a measure a part that does not stand
   * as the whole does, which the first one of a record tells of.
   */
  static boolean isToldByAnother(
      Searched inEnglish, Searched asked, Sufficiency sufficiency, Generation generation) {
    if (inEnglish.verdict() != null
        || inEnglish.confidence() < SURE
        || !sufficiency.isAnswered(inEnglish)) {
      return false;
    }
    Verdict whole = asked.verdict();
    Statements.Ranked lead = inEnglish.statements().ranked().getFirst();
    if (whole != null) {
      return lead.ordinal() > 0
          && whole.records().contains(lead.record())
          && ToldApart.isOfAPart(inEnglish.plan(), whole, inEnglish.statements(), generation);
    }
    Statements.Ranked told = asked.statements().ranked().getFirst();
    return lead.record().equals(told.record())
        && lead.ordinal() != told.ordinal()
        && (lead.filled() > 0 || told.filled() == 0)
        && inEnglish.statements().readOfFirst().orElse(0) - read(inEnglish, told, generation)
            > MUCH_LIKELIER;
  }

  private static double read(Searched inEnglish, Statements.Ranked one, Generation generation) {
    return generation
        .read(inEnglish.plan().text(), one.record(), one.statement().text())
        .orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * Whether it is answered for sure in English, and, where it is not told as asked, nothing of it
   * is known to be lacking.
   */
  static boolean isToldBetter(Searched inEnglish, Searched asked, Sufficiency sufficiency) {
    return inEnglish.confidence() >= SURE
        && sufficiency.isAnswered(inEnglish)
        && (asked.statements().ranked().isEmpty()
            || sufficiency.isAnswered(asked)
            || !sufficiency.isLacking(asked));
  }

  /** Whether next to nothing is found in English, and nothing for sure as asked. */
  static boolean isUntold(Searched inEnglish, Searched asked, Sufficiency sufficiency) {
    return inEnglish.confidence() < UNTOLD
        && asked.confidence() < SURE_AS_ASKED
        && !sufficiency.isAnswered(inEnglish);
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      Matcher end = CLAUSE_END.matcher(text).useTransparentBounds(true);
      end.region(at, text.length());
      if (end.lookingAt()) {
        endClause();
        at = end.end();
      } else {
        int next = word(at);
        characters += next - at;
        at = next;
      }
    }
    endClause();
  }

  private void endClause() {
    if (asking != null && asked >= 0 && asked < words.size() && OF_A_THING.isWhole(asking)) {
      asking += " " + words.remove(asked);
    }
    if (!words.isEmpty() && OF_A_CLAUSE.contains(words.getLast())) {
      words.addFirst(words.removeLast());
    }
    String clause =
        Stream.concat(Stream.ofNullable(asking), words.stream().filter(word -> !word.isEmpty()))
            .reduce((one, other) -> one + " " + other)
            .orElse("");
    if (!clause.isEmpty()) {
      clauses.add(clause);
    }
    asking = null;
    asked = -1;
    words.clear();
  }

  /** Reads one word, and gives where the next begins: the longest of names and words. */
  private int word(int at) {
    Optional<QueryToken> name =
        plan.tokens().stream()
            .filter(token -> token.kind() == QueryToken.Kind.TERM)
            .filter(token -> token.start() == at && token.end() > at)
            .max(Comparator.comparingInt(QueryToken::end));
    int known = known(at);
    Matcher day = AskedInEnglish.DAY.matcher(text).region(at, text.length());
    Matcher latin = LATIN.matcher(text).region(at, text.length());
    if (name.isPresent() && name.get().end() >= known) {
      words.add(english(name.get()));
      return name.get().end();
    }
    if (day.lookingAt()) {
      Matcher after = AFTER.matcher(text).region(day.end(), text.length());
      boolean isAfter = after.lookingAt();
      words.add((isAfter ? "after " : "in ") + AskedInEnglish.written(day));
      return isAfter ? after.end() : day.end();
    }
    Matcher inWords = ChineseNumber.DAY.matcher(text).region(at, text.length());
    if (inWords.lookingAt() && inWords.end() > known) {
      words.add("in " + ChineseNumber.day(inWords));
      return inWords.end();
    }
    Matcher number = ChineseNumber.NUMBER.matcher(text).region(at, text.length());
    if (number.lookingAt() && number.end() > known) {
      words.add(ChineseNumber.english(number.group()));
      return number.end();
    }
    if (known > at) {
      String word = text.substring(at, known);
      if (ASKING.containsKey(word)) {
        ask(ASKING.getOrDefault(word, ""));
      } else {
        words.add(WORDS.getOrDefault(word, ""));
      }
      return known;
    }
    if (latin.lookingAt()) {
      words.add(latin.group("mark") == null ? latin.group() : "");
      return latin.end();
    }
    leftOut++;
    isWordLeftOut |= lastLeftOut == at - 1;
    lastLeftOut = at;
    return at + 1;
  }

  /** Where the longest known word ends that begins there; there, if none does. */
  private int known(int at) {
    for (int end = Math.min(text.length(), at + LONGEST); end > at; end--) {
      String word = text.substring(at, end);
      if (WORDS.containsKey(word) || ASKING.containsKey(word)) {
        return end;
      }
    }
    return at;
  }

  private void ask(String what) {
    if (asking == null || WHETHER.isWhole(asking)) {
      asking = what;
      asked = words.size();
    } else if (!WHETHER.isWhole(what)) {
      words.add(what);
    }
  }

  private String english(QueryToken name) {
    String written = plan.written(name);
    return isAsTyped && ABBREVIATION.isWhole(written)
        ? written
        : name.text().equals(Composer.BOTH_COUNTRIES)
            ? "US and China"
            : generation.term(name.text()).map(Term::en).map(List::getFirst).orElse("");
  }
}
