package dev.readout.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;

/**
 * Which documents hold which tokens of a question. Documents of each place are asked for in growing
 * order, since postings only go forward. Confined to one thread.
 */
final class TokenPostings {

  /**
   * What kind of document is asked about, and so which of its fields hold words, terms and dates.
   */
  enum Place {
    STATEMENT(Fields.TEXT, Fields.TEXT_CONCEPTS, Fields.TEXT_DATES),
    QUESTION(Fields.ASKED, Fields.ASKED_CONCEPTS, ""),
    RECORD(Fields.WHOLE, Fields.WHOLE_CONCEPTS, Fields.DATES),
    TITLE(Fields.TITLE, Fields.TITLE_CONCEPTS, "");

    private final String words;
    private final String terms;
    private final String dates;

    Place(String words, String terms, String dates) {
      this.words = words;
      this.terms = terms;
      this.dates = dates;
    }

    private String field(QueryToken.Kind kind) {
      return switch (kind) {
        case TERM -> terms;
        case DATE -> dates;
        case WORD, NUMBER, PAIR, CHARACTER -> words;
      };
    }
  }

  private final List<QueryToken> tokens;
  private final Map<Place, List<Optional<PostingsEnum>>> postings = new EnumMap<>(Place.class);

  TokenPostings(LeafReader leaf, List<QueryToken> tokens) throws IOException {
    this.tokens = tokens;
    for (Place place : Place.values()) {
      List<Optional<PostingsEnum>> ofPlace = new ArrayList<>(tokens.size());
      for (QueryToken token : tokens) {
        String field = place.field(token.kind());
        boolean searchable = token.known() && !field.isEmpty();
        ofPlace.add(
            searchable
                ? Optional.ofNullable(
                    leaf.postings(new Term(field, token.text()), PostingsEnum.NONE))
                : Optional.empty());
      }
      postings.put(place, ofPlace);
    }
  }

  boolean[] held(int document, Place place) throws IOException {
    boolean[] held = new boolean[tokens.size()];
    List<Optional<PostingsEnum>> ofPlace = postings.getOrDefault(place, List.of());
    for (int i = 0; i < held.length; i++) {
      if (ofPlace.get(i).isPresent()) {
        PostingsEnum enumeration = ofPlace.get(i).get();
        int at =
            enumeration.docID() < document ? enumeration.advance(document) : enumeration.docID();
        held[i] = at == document;
      }
    }
    return held;
  }
}
