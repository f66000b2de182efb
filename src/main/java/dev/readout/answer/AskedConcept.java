package dev.readout.answer;

import static java.util.stream.Collectors.joining;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Statement;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The concept that a question asks to have explained, by two to five words that are no known name:
 * "a golden share". Records that only have its words apart do not explain it. Pure functions.
 */
final class AskedConcept {
  private static final String WORDS = "[\"'“‘]?(?<what>[\\p{L}-]+(?: [\\p{L}-]+){1,4})[\"'”’]?";

  private static final Pattern ASKED =
      Pattern.compile(
          "^\\W*(?:(?:so|and|ok|okay|hey|please|pls|(?:can|could) (?:some|any)(?:one|body)),? )*"
              + "(?:(?:what(?:['’]?s| is| are)(?: meant by)?|define|explain) (?:an? )?+"
              + WORDS
              + "\\W*$|(?:what (?:does|do)|(?:explain )?what(?! (?:do|does|did)\\b))(?: an?| the"
              + " (?:term|phrase))? "
              + WORDS.replace("what", "meant")
              + " means?\\b.*)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** With these it is more than a name. */
  private static final QuickPattern MORE =
      QuickPattern.of(
          "\\b(?:of|for|on|in|to|from|with|by|that|which|about|the|and|or|is|are|was|were|between"
              + "|at|as|this|these|it|they|we|you|current(?:ly)?|new|latest|next|now|up|going"
              + "|happening|allowed|due|left|still)\\b");

  /** Whether, in up to nine words. */
  private static final QuickPattern SHORT =
      QuickPattern.of(
          "\\W*(?:did|does|do|has|have|is|are|was|were|can|may|could|will)\\b(?:\\s+\\S+){1,8}\\s*");

  private static final QuickPattern LISTED =
      QuickPattern.exactly(
          "^(?<who>\\p{IsHan}{2,8}?)(?:到底|现在|現在|有没有|有沒有|是否|是不是|已经|已經|有)*"
              + "(?:被|上了?|进了?|進了?|在)[^，。；？]{0,10}?(?:列|清单|清單|名单|名單)"
              + "[^，。；？]{0,8}?(?:吗|嗎|没|沒|没有|沒有|么|麼)?[？?。！!\\s]*$");

  /** A law by its name: "the GAIN AI Act". */
  private static final QuickPattern LAW =
      QuickPattern.exactly(
          "\\b[Tt]he ((?:(?!the\\b)[\\p{L}-]+ ){1,4}(?:Act|Bill))\\b|^\\W*(?:what(?:['’]s|"
              + " is)|was|is|has) the ((?:[\\p{L}-]+ ){1,4}(?:act|bill))\\b");

  private static final QuickPattern PLURAL = QuickPattern.exactly("(?<=\\p{L}{3})s$");

  private AskedConcept() {}

  /**
   * The concept, if no record has its words together, as typed or as repaired; empty where none is
   * asked about.
   *
   * @param question as it was typed: what no record has may be spelled rightly
   * @param repaired with its spelling repaired: a known name may be spelled wrongly
   */
  static Optional<String> unknown(String question, String repaired, Generation generation) {
    return in(question)
        .filter(concept -> isUnknown(concept, generation))
        .filter(_ -> in(repaired).filter(concept -> isUnknown(concept, generation)).isPresent())
        .or(() -> unknownLaw(repaired, generation));
  }

  /** A law that no term names, and no record. */
  private static Optional<String> unknownLaw(String question, Generation generation) {
    MatchResult law = LAW.first(question);
    return law != null
        ? Optional.of(Objects.requireNonNullElseGet(law.group(1), () -> law.group(2)))
            .filter(
                name -> generation.termsIn(name).stream().noneMatch(id -> isALaw(id, generation)))
            .filter(name -> isNowhere(name, generation))
        : Optional.empty();
  }

  private static boolean isALaw(String term, Generation generation) {
    return generation.term(term).stream()
        .flatMap(one -> one.en().stream())
        .anyMatch(name -> name.endsWith(" Act") || name.endsWith(" Bill"));
  }

  /** "思必驰被列实体清单了吗": who is said to be on a list, where no record has the first two signs. */
  static Optional<String> unknownListed(QueryPlan plan) {
    MatchResult listed = LISTED.first(plan.text());
    return listed != null
            && plan.tokens().stream()
                .filter(token -> token.start() < listed.end("who"))
                .allMatch(token -> token.kind() != QueryToken.Kind.TERM)
            && plan.tokens().stream()
                .filter(token -> token.kind() == QueryToken.Kind.PAIR && !token.known())
                .anyMatch(token -> token.start() == listed.start("who"))
        ? Optional.of(listed.group("who"))
        : Optional.empty();
  }

  /**
   * "Can I claim drawback on Section 301 duties", "did China schedule nitazenes": the word that no
   * record has of a short question, which is answered by yes or no.
   */
  static Optional<String> unknownWord(QueryPlan plan) {
    return SHORT.isWhole(plan.text())
        ? plan.tokens().stream()
            .filter(token -> token.kind() == QueryToken.Kind.WORD && token.isTelling())
            .filter(token -> !token.known())
            .filter(word -> plan.tokens().stream().noneMatch(name -> isPart(word, name)))
            .map(plan::written)
            .findFirst()
        : Optional.empty();
  }

  /** Whether a word is part of a name, a day or a number: "Reg." of "90 Fed. Reg. 47201". */
  private static boolean isPart(QueryToken word, QueryToken name) {
    return name.kind() != QueryToken.Kind.WORD && word.isWithin(name);
  }

  private static Optional<String> in(String question) {
    Matcher asked = ASKED.matcher(question);
    return asked.matches()
        ? Optional.of(
            Objects.requireNonNullElseGet(asked.group("what"), () -> asked.group("meant")))
        : Optional.empty();
  }

  private static boolean isUnknown(String concept, Generation generation) {
    boolean isNamed =
        generation.termsIn(concept).stream()
            .flatMap(id -> generation.term(id).stream())
            .anyMatch(term -> !term.isVocabulary());
    return !isNamed && !MORE.isIn(concept) && isNowhere(concept, generation);
  }

  /** Whether no record has its words together. */
  private static boolean isNowhere(String concept, Generation generation) {
    Pattern together =
        Pattern.compile(
            Stream.of(concept.split("[ -]"))
                .map(word -> Pattern.quote(PLURAL.replaceFirst(word, "")) + "s?")
                .collect(joining("[\\s-]+", "\\b", "\\b")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return generation.records().noneMatch(record -> has(record, together));
  }

  private static boolean has(CorpusRecord record, Pattern together) {
    return Stream.concat(
            Stream.of(record.title()), record.statements().stream().map(Statement::text))
        .anyMatch(text -> together.matcher(text).find());
  }
}
