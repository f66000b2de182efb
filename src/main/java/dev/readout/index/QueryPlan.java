package dev.readout.index;

import dev.readout.corpus.QuickPattern;
import dev.readout.index.TokenPostings.Place;
import dev.readout.meaning.Embedding;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A question ready for one generation's index: tokens and queries. Immutable but for what it has
 * looked up: confined to one thread.
 */
public final class QueryPlan {
  /** Two words or more between quotation marks: not as much as a quotation, but a name. */
  private static final QuickPattern QUOTED =
      QuickPattern.of("[\"“”„«][^\"“”„«»]*\\s[^\"“”„«»]*[\"“”»]");

  /** Fewer words about something than these make no sentence. */
  private static final int MIN_WORDS = 2;

  /** Share of numbers and dates in the mass from which they are what is asked by. */
  private static final double MAX_EXACT = 0.4;

  private final String text;
  private final List<QueryToken> tokens;
  private final Map<String, String> repairs;
  private final TermLookup lookup;
  private final double mass;
  private final @Nullable Embedding meaning;

  /** What has been looked at closely, by document. */
  private final Map<Integer, Evidence> seen = new HashMap<>();

  QueryPlan(
      String text,
      List<QueryToken> tokens,
      Map<String, String> repairs,
      TermLookup lookup,
      @Nullable Embedding meaning) {
    this.text = text;
    this.tokens = List.copyOf(tokens);
    this.repairs = Collections.unmodifiableMap(new LinkedHashMap<>(repairs));
    this.lookup = lookup;
    this.mass = this.tokens.stream().mapToDouble(QueryToken::mass).sum();
    this.meaning = meaning;
  }

  QueryPlan withMeaning(Embedding meant) {
    return new QueryPlan(text, tokens, repairs, lookup, meant);
  }

  /** Whether it is part of a name of the term list, or a name within a longer one. */
  public boolean isInAName(QueryToken token) {
    return tokens.stream()
        .filter(name -> name.kind() == QueryToken.Kind.TERM && token.isWithin(name))
        .anyMatch(name -> token.kind() != QueryToken.Kind.TERM || !name.isWithin(token));
  }

  public boolean hasMeaning() {
    return meaning != null;
  }

  /**
   * Whether it names exactly what it asks for: by quotation, citation, numbers or days, or in
   * hardly any words. What "90 FR 47201" means no model knows.
   */
  boolean isByIdentifiers() {
    if (QUOTED.isIn(text)) {
      return true;
    }
    double exact = 0;
    int words = 0;
    for (QueryToken token : tokens) {
      switch (token.kind()) {
        case NUMBER, DATE, CITATION, QUOTATION -> exact += token.mass();
        case WORD -> words += token.hasContent() ? 1 : 0;
        case TERM, PAIR, CHARACTER -> {}
      }
    }
    return words < MIN_WORDS || exact >= MAX_EXACT * mass;
  }

  /** Null when words alone are searched for. */
  @Nullable Embedding meaning() {
    return meaning;
  }

  /** The question in simplified characters, its spelling repaired. */
  public String text() {
    return text;
  }

  /** In order of place; empty when nothing in the question can be searched for. */
  public List<QueryToken> tokens() {
    return tokens;
  }

  /** A token as the question writes it. */
  public String written(QueryToken token) {
    return text().substring(token.start(), token.end());
  }

  /** Words that no record knows and what was searched for instead. */
  public Map<String, String> repairs() {
    return repairs;
  }

  /** Ids of the terms named, in order of place. */
  public List<String> termIds() {
    return tokens.stream()
        .filter(t -> t.kind() == QueryToken.Kind.TERM)
        .map(QueryToken::text)
        .distinct()
        .toList();
  }

  /** Sum of weight × idf over all tokens: what the score of a perfect match grows with. */
  public double mass() {
    return mass;
  }

  /** Share of the mass of the tokens that are held, 0 to 1. */
  public double coverage(boolean[] held) {
    double sum = 0;
    for (int i = 0; i < held.length; i++) {
      sum += held[i] ? tokens.get(i).mass() : 0;
    }
    return mass == 0 ? 0 : sum / mass;
  }

  /** Whether anything in the question is about something. */
  public boolean hasContent() {
    return tokens.stream().anyMatch(QueryToken::hasContent);
  }

  /** A search of one kind of document for all tokens. */
  Query query(Place place) throws IOException {
    return lookup.query(tokens, place);
  }

  TermLookup lookup() {
    return lookup;
  }

  Map<Integer, Evidence> seen() {
    return seen;
  }
}
