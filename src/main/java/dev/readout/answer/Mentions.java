package dev.readout.answer;

import dev.readout.answer.Mentions.Mention.Kind;
import dev.readout.corpus.Term;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** All that a question mentions, and how much of it a text holds. Immutable. */
final class Mentions {
  private static final Set<String> SIDES =
      Set.of("united-states", "china", "washington", "beijing", "us-china", "white-house");

  private static final Set<String> THINGS =
      Set.of("company", "commodity", "technology", "instrument", "list", "law", "forum", "event");

  private final List<Mention> all;
  private final double mass;

  private Mentions(List<Mention> all) {
    this.all = List.copyOf(all);
    this.mass = all.stream().mapToDouble(Mention::mass).sum();
  }

  static Mentions of(QueryPlan plan, Reading reading, Generation generation) {
    List<QueryToken> tokens = plan.tokens();
    List<Mention> found = new ArrayList<>();
    boolean[] taken = new boolean[tokens.size()];
    for (int i = 0; i < tokens.size(); i++) {
      if (isNameOrDate(tokens.get(i))) {
        Mention mention = nameOrDate(tokens, i, generation, taken);
        if (mention.kind() != Kind.DATE || !reading.isRange()) {
          found.add(mention);
        }
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      QueryToken token = tokens.get(i);
      if (!isNameOrDate(token) && !taken[i] && token.hasContent()) {
        found.add(new Mention(kind(token), i, List.of(), token.mass(), token.known()));
      }
    }
    return new Mentions(found);
  }

  private static boolean isNameOrDate(QueryToken token) {
    return switch (token.kind()) {
      case TERM, DATE, CITATION -> true;
      case WORD, NUMBER, PAIR, CHARACTER, QUOTATION -> false;
    };
  }

  private static Mention nameOrDate(
      List<QueryToken> tokens, int at, Generation generation, boolean[] taken) {
    QueryToken name = tokens.get(at);
    List<Integer> words = new ArrayList<>();
    double mass = name.mass();
    for (int i = 0; i < tokens.size(); i++) {
      QueryToken token = tokens.get(i);
      if (!isNameOrDate(token) && name.start() <= token.start() && token.end() <= name.end()) {
        taken[i] = true;
        mass = Math.max(mass, token.mass());
        if (token.kind() != QueryToken.Kind.CHARACTER) {
          words.add(i);
        }
      }
    }
    return new Mention(kind(name, generation), at, words, mass, name.known());
  }

  private static Kind kind(QueryToken name, Generation generation) {
    if (name.kind() == QueryToken.Kind.DATE) {
      return Kind.DATE;
    }
    if (name.kind() == QueryToken.Kind.CITATION) {
      return Kind.CITATION;
    }
    if (SIDES.contains(name.text())) {
      return Kind.SIDE;
    }
    String kind = generation.term(name.text()).map(Term::kind).orElse("");
    return switch (kind) {
      case "vocabulary" -> Kind.VOCABULARY;
      case "place" -> Kind.PLACE;
      case "person" -> Kind.PERSON;
      case "agency" -> Kind.BODY;
      default -> THINGS.contains(kind) ? Kind.THING : Kind.NAME;
    };
  }

  private static Kind kind(QueryToken word) {
    return switch (word.kind()) {
      case NUMBER -> Kind.NUMBER;
      case PAIR -> Kind.PAIR;
      case QUOTATION -> Kind.QUOTATION;
      case WORD, CHARACTER, TERM, DATE, CITATION -> word.ordinary() ? Kind.ORDINARY : Kind.WORD;
    };
  }

  /** Those that the text lacks. */
  List<Mention> lacking(boolean[] held, Predicate<Mention> which) {
    return all.stream().filter(which).filter(mention -> !mention.isIn(held)).toList();
  }

  List<Mention> all() {
    return all;
  }

  /** Share, by mass, that the text holds; 0 to 1. */
  double coverage(boolean[] held) {
    return mass == 0 ? 0 : massIn(held) / mass;
  }

  private double massIn(boolean[] held) {
    double sum = 0;
    for (Mention mention : all) {
      sum += mention.isIn(held) ? mention.mass() : 0;
    }
    return sum;
  }

  /** Share, by mass, of those of some kind that the text lacks; 0 where there are none. */
  double missingShare(boolean[] held, Predicate<Kind> which) {
    double sum = 0;
    double missing = 0;
    for (Mention mention : all) {
      if (which.test(mention.kind())) {
        sum += mention.mass();
        missing += mention.isIn(held) ? 0 : mention.mass();
      }
    }
    return sum == 0 ? 0 : missing / sum;
  }

  /** Place of the statement that with the title holds most mass; the first of equals, else -1. */
  int closest(Evidence evidence) {
    int closest = -1;
    double most = -1;
    for (int i = 0; i < evidence.inStatement().length; i++) {
      double mass = massIn(either(evidence.inStatement()[i], evidence.inTitle()));
      if (mass > most) {
        most = mass;
        closest = i;
      }
    }
    return closest;
  }

  /** What the record says, in its title or any statement. */
  static boolean[] said(Evidence evidence) {
    boolean[] said = evidence.inTitle().clone();
    for (boolean[] inStatement : evidence.inStatement()) {
      for (int i = 0; i < said.length; i++) {
        said[i] |= inStatement[i];
      }
    }
    return said;
  }

  static boolean[] either(boolean[] a, boolean[] b) {
    boolean[] either = a.clone();
    for (int i = 0; i < either.length; i++) {
      either[i] |= b[i];
    }
    return either;
  }

  /**
   * One thing that a question mentions: a name, a date, a number or a word, by the token that
   * stands for it and those it is written with (none for a word), its weight in the question, 0 or
   * more, and whether any record holds it. Where "Federal Register" is a name, its words are no
   * mentions of their own. Immutable.
   */
  record Mention(Kind kind, int token, List<Integer> words, double mass, boolean known) {

    /** What is mentioned. */
    enum Kind {
      /** A word that says nothing by its absence. */
      ORDINARY,
      WORD,
      /** Two Chinese characters. */
      PAIR,
      NUMBER,
      DATE,
      /** An official number: "90 FR 47201". */
      CITATION,
      /** Words between quotation marks, which count each by itself too. */
      QUOTATION,
      /** An ordinary word of the term list, in whatever language. */
      VOCABULARY,
      /** One of the two countries, which every record is about. */
      SIDE,
      PLACE,
      PERSON,
      /** A ministry, an agency, a court. */
      BODY,
      /** A company, commodity, technology, instrument, list, law, forum or event. */
      THING,
      /** Any other name. */
      NAME;

      /** Whether nothing near it will do. */
      boolean isExact() {
        return this == NUMBER || this == CITATION || this == QUOTATION;
      }

      boolean isName() {
        return this == PLACE || this == PERSON || this == BODY || this == THING || this == NAME;
      }
    }

    Mention {
      words = List.copyOf(words);
    }

    /**
     * Whether a text, by which of the plan's tokens it holds, holds it. What is not a name of its
     * own may be there in the same words too.
     */
    boolean isIn(boolean[] held) {
      if (held[token]) {
        return true;
      }
      if ((kind != Kind.VOCABULARY && kind != Kind.SIDE) || words.isEmpty()) {
        return false;
      }
      for (int word : words) {
        if (!held[word]) {
          return false;
        }
      }
      return true;
    }
  }
}
