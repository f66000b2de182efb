package dev.readout.answer.quote;

import dev.readout.answer.quote.Token.Kind;
import dev.readout.answer.quote.Token.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A text and its tokens. Immutable. */
record Wording(String text, List<Token> tokens) {
  /** With less between its dots a quotation says nothing: such words are in order anywhere. */
  private static final int MIN_WEIGHT_A_PART = 3;

  static Wording of(String text) {
    return new Wording(text, Tokenizer.tokens(text));
  }

  /**
   * As something quoted: without the signs at its ends, which may belong to the sentence around it;
   * and where dots stand after nearly every word, they stand for nothing.
   */
  Wording quoted() {
    int from = 0;
    int to = tokens.size();
    while (from < to && !tokens.get(from).isContent()) {
      from++;
    }
    while (to > from && !tokens.get(to - 1).isContent()) {
      to--;
    }
    List<Token> inner = tokens.subList(from, to);
    long parts = 1 + inner.stream().filter(token -> token.kind() == Kind.OMISSION).count();
    int weight = inner.stream().mapToInt(Token::weight).sum();
    return new Wording(
        text,
        weight >= MIN_WEIGHT_A_PART * parts
            ? List.copyOf(inner)
            : inner.stream().map(Wording::withoutMeaning).toList());
  }

  private static Token withoutMeaning(Token token) {
    return token.kind() == Kind.OMISSION
        ? new Token(Kind.PUNCTUATION, token.start(), token.end(), token.exact(), token.loose())
        : token;
  }

  boolean hasOmission() {
    return tokens.stream().anyMatch(token -> token.kind() == Kind.OMISSION);
  }

  int weight() {
    return tokens.stream().mapToInt(Token::weight).sum();
  }

  /** The texts between the dots, free of what only sets them. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int end = 0;
    for (Token token : tokens) {
      if (token.kind() == Kind.OMISSION) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        boolean apart = text.substring(end, token.start()).chars().anyMatch(c -> c <= ' ');
        part.append(apart ? " " : "").append(token.exact());
      }
      end = token.end();
    }
    parts.add(part.toString());
    return parts;
  }

  /** The weight of what both have, in whatever order: no alignment can do better. */
  int weightShared(Wording other) {
    Map<String, Integer> counts = new HashMap<>();
    other.tokens.forEach(token -> counts.merge(token.loose(), 1, Integer::sum));
    int shared = 0;
    for (Token token : tokens) {
      if (counts.merge(token.loose(), -1, Integer::sum) >= 0) {
        shared += token.weight();
      }
    }
    return shared;
  }
}
