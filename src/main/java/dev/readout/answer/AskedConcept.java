package dev.readout.answer;

import static java.util.stream.Collectors.joining;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Statement;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Map;
import java.util.Optional;
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
              + "(?:(?:what(?:['’]?s| is| are)(?: meant by)?|define|explain) (?:an? )?"
              + WORDS
              + "\\W*$|(?:what (?:does|do)|explain what)(?: an?| the (?:term|phrase))? "
              + WORDS.replace("what", "meant")
              + " means?\\b.*)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** With these it is more than a name. */
  private static final Pattern MORE =
      Pattern.compile(
          "\\b(?:of|for|on|in|to|from|with|by|that|which|about|the|and|or|is|are|was|were|between"
              + "|at|as|this|these|it|they|we|you|current(?:ly)?|new|latest|next|now|up|going"
              + "|happening|allowed|due|left|still)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PLURAL = Pattern.compile("(?<=\\p{L}{3})s$");

  private AskedConcept() {}

  /** The concept, if no record has its words together; empty where none is asked about. */
  static Optional<String> unknown(QueryPlan plan, Generation generation) {
    Matcher asked = ASKED.matcher(plan.text());
    if (!asked.matches()) {
      return Optional.empty();
    }
    String group = asked.group("what") == null ? "meant" : "what";
    String concept = asTyped(asked.group(group), plan);
    int start = asked.start(group);
    int end = asked.end(group);
    boolean isNamed =
        plan.tokens().stream()
            .filter(token -> token.kind() == QueryToken.Kind.TERM)
            .filter(token -> token.start() < end && token.end() > start)
            .flatMap(token -> generation.term(token.text()).stream())
            .anyMatch(term -> !term.isVocabulary());
    if (isNamed || MORE.matcher(concept).find()) {
      return Optional.empty();
    }
    Pattern together =
        Pattern.compile(
            Stream.of(concept.split("[ -]"))
                .map(word -> Pattern.quote(PLURAL.matcher(word).replaceFirst("")) + "s?")
                .collect(joining("[\\s-]+", "\\b", "\\b")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return Optional.of(concept)
        .filter(_ -> generation.records().noneMatch(record -> has(record, together)));
  }

  /** Without the repairs of its spelling: what no record has may be spelled rightly. */
  private static String asTyped(String concept, QueryPlan plan) {
    String typed = concept;
    for (Map.Entry<String, String> repair : plan.repairs().entrySet()) {
      typed = typed.replace(repair.getValue(), repair.getKey());
    }
    return typed;
  }

  private static boolean has(CorpusRecord record, Pattern together) {
    return Stream.concat(
            Stream.of(record.title()), record.statements().stream().map(Statement::text))
        .anyMatch(text -> together.matcher(text).find());
  }
}
