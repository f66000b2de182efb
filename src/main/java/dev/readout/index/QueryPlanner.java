package dev.readout.index;

import dev.readout.corpus.CitationMention;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Topic;
import dev.readout.index.Fields.FieldWeights;
import dev.readout.index.QueryToken.Kind;
import dev.readout.index.TextAnalyzer.ChineseWords;
import dev.readout.index.TextAnalyzer.Position;
import dev.readout.index.TokenPostings.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Reads a question into tokens and queries. Text is analysed, never parsed: it has no query syntax.
 * Thread-safe.
 */
final class QueryPlanner {
  /** Longer questions are refused before they come here. */
  static final int MAX_TOKENS = 200;

  /** So many tokens in their order tell a statement from all others as well as more would. */
  private static final int PHRASE_TOKENS = 16;

  private static final QuickPattern POSSESSIVE = QuickPattern.exactly("['’][sS]?$");
  private static final QuickPattern SENTENCE_START =
      QuickPattern.exactly("(?:^|[.?!:]\\s)[^\\p{L}]*$");
  private static final QuickPattern SMALL_WORD = QuickPattern.exactly("(?<!\\p{L})\\p{Ll}{3}");

  private final IndexReader reader;
  private final TermMatcher terms;
  private final TextAnalyzer analyzer = new TextAnalyzer(TextAnalyzer.Form.STEMS_AND_BIGRAMS);
  private final Spelling spelling;
  private final IndexSearcher searcher;
  private final int records;

  QueryPlanner(IndexReader reader, TermMatcher terms) throws IOException {
    this(new IndexSearcher(reader), terms, Spelling::new);
  }

  private QueryPlanner(
      IndexSearcher searcher, TermMatcher terms, Function<IndexSearcher, Spelling> spelling)
      throws IOException {
    searcher.setQueryCache(null); // one search must cost the same whatever was asked before
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
    this.terms = terms;
    this.spelling = spelling.apply(searcher);
    this.records = reader.getDocCount(Fields.ID);
  }

  /** The same for a server, whose segments these are. */
  QueryPlanner over(Segments segments, List<Topic> topics) throws IOException {
    return new QueryPlanner(
        new IndexSearcher(segments.reader()),
        terms,
        both -> spelling.over(both, () -> segments.newest().texts(topics)));
  }

  Vocabulary vocabulary() throws IOException {
    return spelling.vocabulary();
  }

  QueryPlan plan(String asked) throws IOException {
    String question = QuestionWords.inFull(Language.simplified(asked));
    Map<String, String> repairs = new LinkedHashMap<>();
    TermLookup lookup = new TermLookup(searcher);
    List<QueryToken> tokens = tokens(question, lookup);
    String text = repaired(question, tokens, repairs);
    if (!repairs.isEmpty()) {
      tokens = tokens(text, lookup);
      Set<String> telling = telling(text, tokens);
      repairs
          .values()
          .removeIf(words -> Collections.disjoint(telling, List.of(words.split(" ", -1))));
    }
    return new QueryPlan(text, tokens, repairs, lookup, null);
  }

  /** Only words that no record and no term knows; what is known is never "corrected". */
  private String repaired(String question, List<QueryToken> tokens, Map<String, String> repairs)
      throws IOException {
    StringBuilder text = new StringBuilder(question);
    for (QueryToken token : tokens.reversed()) {
      if (isStrange(token, question) && !isNamed(token, tokens)) {
        String written = question.substring(token.start(), token.end());
        String word = POSSESSIVE.replaceFirst(written, "");
        String repair = spelling.repair(word, standing(word, token.start(), question));
        if (repair != null && !repair.equals(word.toLowerCase(Locale.ROOT))) {
          repairs.put(word, repair);
          text.replace(token.start(), token.start() + word.length(), repair);
        }
      }
    }
    return text.toString();
  }

  /** Words that records can be found by, as they are written. */
  private static Set<String> telling(String text, List<QueryToken> tokens) {
    return tokens.stream()
        .filter(token -> token.kind() == Kind.WORD && token.known() && token.isTelling())
        .map(token -> POSSESSIVE.replaceFirst(text.substring(token.start(), token.end()), ""))
        .collect(Collectors.toSet());
  }

  private boolean isStrange(QueryToken token, String question) throws IOException {
    return token.kind() == Kind.WORD
        && token.hasContent()
        && !token.known()
        && !spelling.isCommon(token.text(), question.substring(token.start(), token.end()));
  }

  /** A capital says something where the question has small letters, too, and within a sentence. */
  private static Spelling.Standing standing(String word, int start, String question) {
    boolean isName =
        Character.isUpperCase(word.charAt(0))
            && !SENTENCE_START.isIn(question.substring(0, start))
            && SMALL_WORD.isIn(question);
    return isName ? Spelling.Standing.NAME : Spelling.Standing.PLAIN;
  }

  private static boolean isNamed(QueryToken word, List<QueryToken> tokens) {
    return tokens.stream()
        .anyMatch(t -> t.kind() == Kind.TERM && t.start() <= word.start() && word.end() <= t.end());
  }

  /** The words of a text that are about something, as stems. */
  Set<String> stems(String text) throws IOException {
    Set<String> stems = new HashSet<>();
    for (Position position : analyzer.positions(text, MAX_TOKENS)) {
      if (QuestionWords.weight(text.substring(position.start(), position.end()))
          >= QuestionWords.CONTENT_WEIGHT) {
        stems.add(position.text());
      }
    }
    return stems;
  }

  /** Sum of the idf of the stems that the text has in common with these. */
  double sharedIdf(String text, Set<String> stems) throws IOException {
    double sum = 0;
    for (String stem : stems(text)) {
      sum += stems.contains(stem) ? idf(Fields.WHOLE, stem) : 0;
    }
    return sum;
  }

  private List<QueryToken> tokens(String text, TermLookup lookup) throws IOException {
    List<QueryToken> tokens = new ArrayList<>();
    List<DateMention> dates = DateMention.in(text).stream().filter(DateMention::exists).toList();
    List<CitationMention> cited = CitationMention.in(text);
    List<TermMatcher.Named> named = terms.match(text);
    boolean hasChinese = Language.hasChinese(text);
    List<QuestionWords.Span> asking =
        hasChinese ? QuestionWords.chineseAsking(text) : QuestionWords.asking(text);
    ChineseWords chinese = hasChinese ? ChineseWords.of(text) : ChineseWords.NONE;
    for (Position position : analyzer.positions(text, MAX_TOKENS)) {
      String surface = text.substring(position.start(), position.end());
      Kind kind = kind(position.text());
      float weight = QuestionWords.weight(surface);
      if (dates.stream()
          .anyMatch(d -> d.start() <= position.start() && position.end() <= d.end())) {
        weight *= FieldWeights.WRITTEN_DATE;
      } else if (named.stream()
              .anyMatch(n -> n.start() <= position.start() && position.end() <= n.end())
          || cited.stream()
              .anyMatch(c -> c.start() <= position.start() && position.end() <= c.end())) {
        weight = Math.max(weight, QuestionWords.QUESTION_WEIGHT) * FieldWeights.NAMED_WORD;
      } else if (isAsking(asking, position)) {
        weight *= QuestionWords.QUESTION_WEIGHT;
      }
      if (kind == Kind.CHARACTER) {
        weight *= FieldWeights.CHARACTER;
      } else if (kind == Kind.PAIR && !chinese.isWithinWord(position.start(), position.end())) {
        weight *= FieldWeights.ACROSS_WORDS;
      }
      if (weight > 0 && position.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
        tokens.add(token(lookup, kind, position, weight, Fields.WHOLE));
      }
    }
    for (TermMatcher.Named term : named) {
      boolean isAsking = isAsking(text.substring(term.start(), term.end()));
      Position place = new Position(term.termId(), term.start(), term.end());
      float weight = isAsking ? QuestionWords.QUESTION_WEIGHT : 1;
      QueryToken name = token(lookup, Kind.TERM, place, weight, Fields.WHOLE_CONCEPTS);
      if (name.known()) {
        // "S301": another way to write a name that records have is no word that none has.
        tokens.removeIf(word -> !word.known() && word.isWithin(name));
      }
      tokens.add(name);
    }
    for (DateMention date : dates) {
      Position place = new Position(DateTokens.asked(date), date.start(), date.end());
      tokens.add(token(lookup, Kind.DATE, place, 1, Fields.DATES));
    }
    for (CitationMention citation : cited) {
      String asked = citation.asked(this::isCited);
      Position place = new Position(asked, citation.start(), citation.end());
      tokens.add(token(lookup, Kind.CITATION, place, 1, Fields.CITATIONS));
    }
    for (Quotations.Quoted quoted : Quotations.in(text)) {
      int frequency = searcher.count(Quotations.phrase(Fields.WHOLE, quoted.text()));
      Position place = new Position(quoted.text(), quoted.start(), quoted.end());
      QueryToken quotation = token(Kind.QUOTATION, place, 1, frequency, false);
      // "At your request": what is said by anyone is no one's words.
      if (quotation.known()
          || tokens.stream().anyMatch(one -> one.isTelling() && one.isWithin(quotation))) {
        tokens.add(quotation);
      }
    }
    tokens.sort(
        Comparator.comparingInt(QueryToken::start)
            .thenComparing(QueryToken::kind)
            .thenComparing(QueryToken::text));
    return tokens.subList(
        0, Math.min(tokens.size(), MAX_TOKENS)); // terms and dates count too: Lucene limits clauses
  }

  /** "Compare" is a word of the term list too. */
  private static boolean isAsking(String word) {
    return QuestionWords.weight(word) == QuestionWords.QUESTION_WEIGHT;
  }

  private static boolean isAsking(List<QuestionWords.Span> asking, Position position) {
    return asking.stream()
        .anyMatch(span -> span.start() < position.end() && position.start() < span.end());
  }

  private static Kind kind(String text) {
    if (Character.isIdeographic(text.codePointAt(0))) {
      return text.codePointCount(0, text.length()) > 1 ? Kind.PAIR : Kind.CHARACTER;
    }
    return Character.isDigit(text.charAt(0)) ? Kind.NUMBER : Kind.WORD;
  }

  private QueryToken token(TermLookup lookup, Kind kind, Position place, float weight, String field)
      throws IOException {
    boolean ordinary =
        kind == Kind.WORD && lookup.frequency(new Term(Fields.ORDINARY, place.text())) > 0;
    int frequency = lookup.frequency(new Term(field, place.text()));
    if (frequency == 0 && field.equals(Fields.WHOLE)) {
      frequency = lookup.frequency(new Term(Fields.WHOLE_OTHER, place.text()));
    }
    return token(kind, place, weight, frequency, ordinary);
  }

  private QueryToken token(
      Kind kind, Position place, float weight, int frequency, boolean ordinary) {
    boolean known = frequency > 0;
    return new QueryToken(
        kind, place.text(), place.start(), place.end(), weight, idf(frequency), known, ordinary);
  }

  private boolean isCited(String key) {
    try {
      return reader.docFreq(new Term(Fields.CITATIONS, key)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private float idf(String field, String text) throws IOException {
    return idf(reader.docFreq(new Term(field, text)));
  }

  private float idf(int frequency) {
    return (float) Math.log(1 + (records - frequency + 0.5) / (frequency + 0.5));
  }

  /** Statements that share words with the text, which is taken as it is written. */
  Query sharingWords(String text) throws IOException {
    TermLookup lookup = new TermLookup(searcher);
    List<QueryToken> tokens = tokens(Language.simplified(text), lookup);
    return lookup.query(tokens, Place.STATEMENT);
  }

  /** Statements with the beginning of one of the texts, its words in order without a gap. */
  Query wordForWord(List<String> texts) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String text : texts) {
      List<Position> beginning = analyzer.positions(text, PHRASE_TOKENS);
      if (!beginning.isEmpty()) {
        String part = text.substring(0, beginning.getLast().end());
        any.add(Quotations.phrase(Fields.TEXT, part), BooleanClause.Occur.SHOULD);
      }
    }
    return any.build();
  }
}
