package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import dev.readout.store.GapTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * What a question without an answer was about, in words that tell nothing of who asked. Pure
 * functions.
 *
 * <p>Ids of named terms, then words as the index has them: no words of asking, no ordinary ones, no
 * long numbers. What looks like somebody's name is left out, and with it some things that are none:
 * addresses, mentions, words with an underscore or of letters and digits mixed, and words with a
 * capital that no record knows.
 */
public final class GapTerms {
  private static final int MAX_DIGITS = 4;

  /** A shorter part of a name is a chance. */
  private static final int MIN_NAMING_CHARS = 4;

  /** From an @ to the next space, mentions, and addresses. */
  private static final QuickPattern OF_SOMEBODY =
      QuickPattern.exactly(
          "[\\p{Alnum}._%+-]*@\\S*|<[^>\\s]*>|\\S+://\\S*|[\\p{Alnum}.]*[_#][\\w.#]*");

  /** Such as H20 or B30A. */
  private static final QuickPattern MODEL = QuickPattern.exactly("[A-Z0-9]{2,5}");

  private static final Pattern MIXED =
      Pattern.compile("(?=.*\\p{Alpha})(?=.*\\d)[\\p{Alnum}]+", Pattern.UNICODE_CHARACTER_CLASS);

  private GapTerms() {}

  /** At most {@value GapTable#MAX_TERMS}, normalised. */
  public static List<String> of(Generation generation, String question) {
    QueryPlan plan = generation.plan(question);
    List<MatchResult> hidden = OF_SOMEBODY.in(plan.text()).stream().toList();
    List<QueryToken> open =
        plan.tokens().stream()
            .filter(token -> hidden.stream().noneMatch(span -> overlap(span, token)))
            .toList();
    List<QueryToken> named =
        open.stream()
            .filter(token -> token.kind() == QueryToken.Kind.TERM)
            .filter(
                token ->
                    generation.term(token.text()).filter(term -> !term.isVocabulary()).isPresent())
            .toList();
    Set<String> terms = named.stream().map(QueryToken::text).collect(inOrder());
    open.stream()
        .filter(token -> named.stream().noneMatch(token::isWithin))
        .filter(token -> isTelling(token, plan.text()))
        .map(QueryToken::text)
        .forEach(terms::add);
    return terms.stream()
        .filter(term -> term.length() <= GapTable.MAX_TERM_CHARS)
        .limit(GapTable.MAX_TERMS)
        .toList();
  }

  private static Collector<String, ?, Set<String>> inOrder() {
    return Collectors.toCollection(LinkedHashSet::new);
  }

  private static boolean overlap(MatchResult span, QueryToken token) {
    return span.start() < token.end() && token.start() < span.end();
  }

  private static boolean isTelling(QueryToken token, String text) {
    if (!token.isTelling()) {
      return false;
    }
    String written = text.substring(token.start(), token.end());
    return switch (token.kind()) {
      case WORD -> token.known() || !looksLikeName(written);
      case NUMBER -> written.length() <= MAX_DIGITS;
      case PAIR -> true;
      case CHARACTER, TERM, DATE, CITATION, QUOTATION -> false;
    };
  }

  private static boolean looksLikeName(String word) {
    if (MODEL.isWhole(word)) {
      return false;
    }
    return Character.isUpperCase(word.codePointAt(0)) || MIXED.matcher(word).matches();
  }

  /**
   * The topic that a term belongs to: the one of this id or with it in its name, or the one of most
   * records that name the term. A name of a place or a person belongs to none: who asks for pizza
   * in Shanghai does not miss the talks that were held there.
   */
  static Optional<Topic> topicOf(Generation generation, String term) {
    return generation.topics().stream()
        .filter(topic -> topic.id().equals(term) || isInName(topic, term))
        .findFirst()
        .or(() -> mostNaming(generation, term));
  }

  private static boolean isInName(Topic topic, String term) {
    boolean isWord = term.length() >= MIN_NAMING_CHARS;
    boolean isChinese = term.codePoints().allMatch(Character::isIdeographic);
    return (isWord && topic.en().toLowerCase(Locale.ROOT).contains(term.toLowerCase(Locale.ROOT)))
        || (isChinese && topic.zh().contains(term));
  }

  private static Optional<Topic> mostNaming(Generation generation, String term) {
    if (generation.term(term).filter(known -> known.recordId() != null).isEmpty()) {
      return Optional.empty();
    }
    Map<String, Long> counts =
        generation.naming(term).stream()
            .flatMap(record -> record.topics().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return generation.topics().stream()
        .filter(topic -> counts.containsKey(topic.id()))
        .reduce(
            (most, topic) ->
                counts.getOrDefault(topic.id(), 0L) > counts.getOrDefault(most.id(), 0L)
                    ? topic
                    : most);
  }

  /** A term or topic by its name, a word as it is written most often. */
  public static String name(String term, Generation generation, Language language) {
    return generation
        .term(term)
        .map(found -> TermText.name(found, language))
        .or(
            () ->
                generation.topics().stream()
                    .filter(topic -> topic.id().equals(term))
                    .map(topic -> TermText.name(topic, language))
                    .findFirst())
        .orElseGet(() -> generation.commonestForm(term));
  }
}
