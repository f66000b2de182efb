package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question in Chinese as it is asked in English, which is searched by meaning and read: where its
 * form is a plain one ("中国稀土出口管制现在还有效吗") and every other word of it is a name of the term list or
 * one of the few of {@code chinese-forms.txt}. What is not understood whole is not put into
 * English. Pure functions.
 */
final class AskedInEnglish {
  private static final QuestionForms FILE =
      QuestionForms.read("chinese-forms.txt", AskedText.FORM_NAMES);

  /** What of an answer in English counts. */
  private enum Wanted {
    /** A verdict. */
    FIELDS,
    /** Any but a refusal. */
    ANSWER,
    /** A refusal, too: that no reason is recorded. */
    ANY
  }

  /** A question's form, and what stands for it. */
  private record Form(QuickPattern chinese, String english, Wanted wanted) {}

  private static final List<Form> FORMS =
      FILE.in("forms").stream()
          .map(
              form ->
                  new Form(
                      QuickPattern.exactly(form.pattern()),
                      form.meaning(),
                      Wanted.valueOf(form.meanings().getLast())))
          .toList();

  private static final Map<String, String> VERBS = FILE.words("verbs");

  /** Words beside the names of the term list. */
  private static final Map<String, String> WORDS = FILE.words("words");

  private static final Pattern WORD = Pattern.compile(FILE.anyOf("words"));

  private static final QuickPattern OPENING =
      QuickPattern.exactly("^(?:请问|想问(?:一下|下)?|问一?下|想知道|我想知道|那么|那|所以|另外)*[，,]?");

  /** "通过了没有", too. */
  private static final QuickPattern CLOSING =
      QuickPattern.exactly("(?:(?<!有)没有?)?[\\s？?。.！!吗嗎呢啊吧嘛呀]*$");

  private static final QuickPattern COMMA = QuickPattern.exactly(",(?![0-9])");

  private static final Pattern CLAUSE_END = Pattern.compile("[，；？?]\\s*");

  /** A day or month. */
  static final Pattern DAY =
      Pattern.compile("([0-9]{4}年|去年|今年)?(1[0-2]|[1-9])月(?:份|([0-9]{1,2})[日号])?(?=[^，])");

  private static final Pattern NUMBER =
      Pattern.compile("[0-9][0-9.,]*+%?+(?!，)|[A-Za-z][A-Za-z0-9-]*|\\s+");

  /** Longer questions are not plain. */
  private static final int MAX_CHARS = 60;

  /** Each is a search of its own. */
  private static final int MAX_ASKED = 2;

  private final String text;
  private final List<QueryToken> tokens;
  private final Generation generation;

  /** The question in English, and what of its answer is wanted. */
  record Asked(String text, Wanted wanted) {
    boolean isToldBy(Answer answer) {
      return wanted == Wanted.ANY
          || (answer instanceof Answer.Answered answered
              && (wanted == Wanted.ANSWER || answered.verdict() != null));
    }
  }

  private AskedInEnglish(String text, List<QueryToken> tokens, Generation generation) {
    this.text = text;
    this.tokens = tokens;
    this.generation = generation;
  }

  /** The ways in which it may be put; none where it is not in Chinese or not understood whole. */
  static Stream<Asked> of(QueryPlan plan, Generation generation) {
    if (plan.text().length() > MAX_CHARS || !Language.hasChinese(plan.text())) {
      return Stream.empty();
    }
    String text = COMMA.replaceAll(Language.simplified(plan.text()), "，");
    MatchResult opening = OPENING.first(text);
    int start = opening != null ? opening.end() : 0;
    MatchResult closing = CLOSING.first(text);
    int end = closing != null ? closing.start() : text.length();
    return start < end && text.length() == plan.text().length()
        ? new AskedInEnglish(text, plan.tokens(), generation).in(start, end)
        : Stream.empty();
  }

  /** As a whole; of two questions in one that are not, the first. */
  private Stream<Asked> in(int start, int end) {
    Matcher mark = CLAUSE_END.matcher(text).region(start, end);
    while (mark.find()) {
      String first = text.substring(start, mark.start());
      if (QuestionParts.asks(first)) {
        int firstEnd = start + CLOSING.replaceFirst(first, "").length();
        return Stream.concat(
                whole(start, end),
                QuestionParts.asks(text.substring(mark.end()))
                    ? whole(start, firstEnd)
                    : Stream.empty())
            .limit(MAX_ASKED);
      }
    }
    return whole(start, end).limit(MAX_ASKED);
  }

  private Stream<Asked> whole(int start, int end) {
    return FORMS.stream()
        .flatMap(
            form -> {
              MatchResult asked = form.chinese().whole(text, start, end);
              return asked == null ? Stream.empty() : written(form, asked).stream();
            });
  }

  private Optional<Asked> written(Form form, MatchResult matched) {
    List<String> parts =
        IntStream.rangeClosed(1, matched.groupCount())
            .mapToObj(
                group ->
                    VERBS.containsKey(matched.group(group))
                        ? Optional.of(VERBS.getOrDefault(matched.group(group), ""))
                        : english(matched.start(group), matched.end(group)))
            .flatMap(Optional::stream)
            .toList();
    return parts.size() < matched.groupCount()
        ? Optional.empty()
        : Optional.of(new Asked(form.english().formatted(parts.toArray()) + "?", form.wanted()));
  }

  /** Names and words between two places in English; empty where one is not known. */
  private Optional<String> english(int start, int end) {
    List<String> words = new ArrayList<>();
    int at = start;
    while (at < end) {
      int from = at;
      Optional<QueryToken> name =
          tokens.stream()
              .filter(token -> token.kind() == QueryToken.Kind.TERM)
              .filter(token -> token.start() == from && token.end() <= end)
              .max(Comparator.comparingInt(QueryToken::end));
      Optional<String> term =
          name.flatMap(token -> generation.term(token.text())).map(Term::en).map(List::getFirst);
      if (term.isPresent()) {
        words.add(
            name.filter(token -> token.text().equals(Composer.BOTH_COUNTRIES)).isPresent()
                ? ""
                : term.get());
        at = name.orElseThrow().end();
        continue;
      }
      Matcher day = DAY.matcher(text).region(at, end);
      if (day.lookingAt()) {
        words.add(written(day));
        at = day.end();
        continue;
      }
      Matcher number = NUMBER.matcher(text).region(at, end);
      if (number.lookingAt()) {
        words.add(number.group());
        at = number.end();
        continue;
      }
      Matcher word = WORD.matcher(text).region(at, end);
      if (!word.lookingAt()) {
        return Optional.empty();
      }
      words.add(WORDS.getOrDefault(word.group(), ""));
      at = word.end();
    }
    String english = String.join(" ", words).replaceAll(" +", " ").strip();
    return Optional.of(english).filter(name -> !name.isEmpty());
  }

  /** "October 9 last year". */
  static String written(MatchResult day) {
    String year = Objects.requireNonNullElse(day.group(1), "");
    return String.join(
        " ",
        Month.of(Integer.parseInt(day.group(2))).getDisplayName(TextStyle.FULL, Locale.ENGLISH),
        Objects.requireNonNullElse(day.group(3), ""),
        WORDS.getOrDefault(year, year.replace("年", "")));
  }
}
