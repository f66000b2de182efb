package dev.readout.index;

import dev.readout.index.TokenPostings.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

/** What is searched for by a question's tokens, each weighed by its kind and field. Immutable. */
record TokenQueries(FieldWeights weights) {
  /** A record is also searched by what its title holds, which counts beside the rest of it. */
  Query of(List<QueryToken> tokens, Place place, TermLookup lookup) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (QueryToken token : tokens) {
      add(query, place.field(token.kind()), token, weight(token.kind()), lookup);
      if (place == Place.RECORD) {
        add(query, Place.TITLE.field(token.kind()), token, weightInTitle(token.kind()), lookup);
      }
    }
    return query.build();
  }

  private float weight(QueryToken.Kind kind) {
    return switch (kind) {
      case TERM -> weights.concept();
      case DATE -> weights.date();
      case CITATION -> weights.citation();
      case WORD, NUMBER, PAIR, CHARACTER, QUOTATION -> 1;
    };
  }

  private float weightInTitle(QueryToken.Kind kind) {
    return switch (kind) {
      case TERM -> weights.titleConcept();
      case DATE -> 0; // titles are not searched by date
      case CITATION -> weights.citation();
      case WORD, NUMBER, PAIR, CHARACTER -> weights.title();
      case QUOTATION -> 0; // what is quoted was said
    };
  }

  private static void add(
      BooleanQuery.Builder query, String field, QueryToken token, float boost, TermLookup lookup)
      throws IOException {
    if (token.known() && boost > 0 && !field.isEmpty()) {
      Query held = lookup.query(token, field);
      float weight = boost * token.weight();
      query.add(weight == 1 ? held : new BoostQuery(held, weight), BooleanClause.Occur.SHOULD);
    }
  }

  /** Neighbouring words as phrases, close and loose, for rescoring only. */
  static List<Query> phrases(List<QueryToken> tokens) {
    List<QueryToken> words =
        tokens.stream()
            .filter(
                t ->
                    (t.kind() == QueryToken.Kind.WORD || t.kind() == QueryToken.Kind.NUMBER)
                        && t.known())
            .toList();
    List<Query> phrases = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      String first = words.get(i - 1).text();
      String second = words.get(i).text();
      phrases.add(new PhraseQuery(Fields.WHOLE, first, second));
      phrases.add(new BoostQuery(new PhraseQuery(6, Fields.WHOLE, first, second), 0.5f));
    }
    return phrases;
  }
}
