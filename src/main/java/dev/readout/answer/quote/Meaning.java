package dev.readout.answer.quote;

import dev.readout.answer.quote.QuoteFinding.Change;
import dev.readout.answer.quote.Token.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What changes where words differ. Figures and negations are told from other words because a reader
 * overlooks them; that other words differ may change as much.
 */
final class Meaning {
  // "Not" as part of a word ("is not" beside "isn't") is the same negation; 非 and 别 are left out,
  // since they are mostly in words such as 非常 and 特别.
  private static final Set<String> NEGATIONS =
      Set.of(
          "not", "no", "never", "none", "nor", "neither", "nothing", "nobody", "cannot", "without",
          "non", "不", "未", "没", "無", "无", "勿", "否");

  private static final List<String> NEGATING_PREFIXES =
      List.of("un", "in", "im", "il", "ir", "dis", "non");

  private static final Map<String, String> FIGURES = figures();

  /** Only with a capital letter: "may" and "march" are words, too. */
  private static final Set<String> CALENDAR =
      Set.of(
          ("January February March April May June July August September October November December"
                  + " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday"
                  + " Thursday Friday Saturday Sunday")
              .split(" ", -1));

  private static final String FIGURE_SIGNS = "%‰$€£¥";
  private static final String CHINESE_FIGURES = "零〇一二三四五六七八九十百千万亿两半";

  private Meaning() {}

  private static Map<String, String> figures() {
    Map<String, String> figures = new HashMap<>();
    List.of("half", "hundred", "thousand", "million", "billion", "trillion", "first", "second")
        .forEach(word -> figures.put(word, word));
    count(figures, 1, 1, "one two three four five six seven eight nine ten eleven twelve thirteen");
    count(figures, 14, 1, "fourteen fifteen sixteen seventeen eighteen nineteen");
    count(figures, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety");
    figures.put("percent", "%");
    return Map.copyOf(figures);
  }

  private static void count(Map<String, String> figures, int first, int step, String words) {
    int figure = first;
    for (String word : words.split(" ", -1)) {
      figures.put(word, String.valueOf(figure));
      figure += step;
    }
  }

  static boolean isNegation(Token token) {
    return NEGATIONS.contains(token.loose()) || token.loose().endsWith("n't");
  }

  /** What is changed when the ones stand where the others do; never nothing. */
  static Set<Change> changes(List<Token> quote, List<Token> source) {
    Set<Change> changes = EnumSet.noneOf(Change.class);
    if (!figures(quote).equals(figures(source))) {
      changes.add(Change.FIGURE);
    }
    if (negations(quote) != negations(source) || isNegated(quote, source)) {
      changes.add(Change.NEGATION);
    }
    if (holdsOtherWords(quote) || holdsOtherWords(source)) {
      changes.add(Change.WORDING);
    }
    if (changes.isEmpty()) {
      boolean words = quote.stream().anyMatch(Token::isContent);
      changes.add(words ? Change.WORDING : Change.PUNCTUATION);
    }
    return changes;
  }

  /** The figures in order, each in one form: "1,000", "1000"; "ten", "10"; "Jan", "January". */
  private static List<String> figures(List<Token> tokens) {
    List<String> figures = new ArrayList<>();
    for (Token token : tokens) {
      if (isFigure(token)) {
        String loose = token.loose();
        figures.add(
            CALENDAR.contains(token.exact())
                ? loose.substring(0, 3)
                : FIGURES.getOrDefault(loose, loose.replace(",", "")));
      }
    }
    return figures;
  }

  private static boolean isFigure(Token token) {
    return switch (token.kind()) {
      case NUMBER -> true;
      case WORD -> FIGURES.containsKey(token.loose()) || CALENDAR.contains(token.exact());
      case HAN -> CHINESE_FIGURES.contains(token.loose());
      case SYMBOL -> FIGURE_SIGNS.contains(token.exact());
      case PUNCTUATION, OMISSION -> false;
    };
  }

  static long negations(List<Token> tokens) {
    return tokens.stream().filter(Meaning::isNegation).count();
  }

  /** Whether a word on one side is one on the other with a prefix such as un- before it. */
  private static boolean isNegated(List<Token> quote, List<Token> source) {
    Set<String> quoted = words(quote);
    Set<String> written = words(source);
    return NEGATING_PREFIXES.stream()
        .anyMatch(
            prefix ->
                quoted.stream().anyMatch(word -> written.contains(prefix + word))
                    || written.stream().anyMatch(word -> quoted.contains(prefix + word)));
  }

  private static Set<String> words(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> token.kind() == Kind.WORD)
        .map(Token::loose)
        .collect(Collectors.toSet());
  }

  private static boolean holdsOtherWords(List<Token> tokens) {
    return tokens.stream()
        .anyMatch(token -> token.isContent() && !isFigure(token) && !isNegation(token));
  }
}
