package dev.readout.answer.quote;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the sources say to one quotation. Immutable. What was found is a quotation only where {@link
 * Passage#isQuotation} says so; otherwise it is Readout's own summary.
 */
public sealed interface QuoteFinding {
  /** What was checked: byte for byte a slice of the message. */
  String quote();

  /**
   * The same characters in the same order, but for typography, the case of the first letter and
   * what the quotation leaves out with dots: pieces are the same, or omitted, also a negation right
   * before. Found at the best place: somebody's words before our summaries, then the better source,
   * the earlier day, the id; and at most three others of the same voice. Who said it first is not
   * known.
   */
  record Verbatim(String quote, Passage found, List<Piece> pieces, List<Passage> elsewhere)
      implements QuoteFinding {
    public Verbatim {
      pieces = List.copyOf(pieces);
      elsewhere = List.copyOf(elsewhere);
    }

    /** Whether dots, or a beginning after a negation, leave something out. */
    public boolean hasOmission() {
      return pieces.stream().anyMatch(piece -> piece.kind() == Piece.Kind.OMITTED);
    }

    /** Whether a negation is left out: then the quotation may say the opposite. */
    public boolean omitsNegation() {
      return pieces.stream()
          .filter(piece -> piece.kind() == Piece.Kind.OMITTED)
          .anyMatch(piece -> Meaning.negations(Wording.of(piece.source()).tokens()) > 0);
    }
  }

  /** Mostly the same words, with at least one change. */
  record Near(String quote, Passage found, List<Piece> pieces, Set<Change> changes)
      implements QuoteFinding {
    public Near {
      pieces = List.copyOf(pieces);
      changes = Set.copyOf(changes);
    }

    /**
     * Whether a figure, a date or a negation differs. Where none does, other words that differ may
     * still change what is said.
     */
    public boolean changesMeaning() {
      return changes.contains(Change.FIGURE) || changes.contains(Change.NEGATION);
    }

    /** Whether all words are the same: only punctuation, capital letters or script differ. */
    public boolean isSlight() {
      return changes.stream().allMatch(Change::isSlight);
    }
  }

  /**
   * The quotation holds a whole statement word for word; the pieces before and after are not in the
   * sources.
   */
  record Part(String quote, Passage found, List<Piece> pieces) implements QuoteFinding {
    public Part {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * Not in these sources, which does not mean that nobody said it; at most three records with most
   * words in common.
   */
  record NotFound(String quote, List<CorpusRecord> nearest) implements QuoteFinding {
    public NotFound {
      nearest = List.copyOf(nearest);
    }
  }

  /** Below {@link QuoteChecker#MIN_QUOTE_CHARS}, or about a word: such stand anywhere. */
  record TooShort(String quote) implements QuoteFinding {}

  /** In what a quotation differs from the text that it was found near. */
  public enum Change {
    /** A figure, a sum, a percentage or a date. */
    FIGURE,
    /** A word such as not, no, never, 不 or 未 on one side only. */
    NEGATION,
    /** Other words. */
    WORDING,
    /** Commas, dots, brackets. */
    PUNCTUATION,
    /** Capital and small letters. */
    LETTER_CASE,
    /** Traditional and simplified Chinese characters. */
    SCRIPT;

    /** Whether the words stay the same. */
    boolean isSlight() {
      return switch (this) {
        case FIGURE, NEGATION, WORDING -> false;
        case PUNCTUATION, LETTER_CASE, SCRIPT -> true;
      };
    }
  }

  /**
   * A stretch of a quotation beside the stretch of the source that it was compared with, either
   * empty where only the other has it. Immutable. The quotes of all pieces, one after another, are
   * the quotation byte for byte; the sources are the slice of the passage that it was compared
   * with. White space stands at the beginning of a piece.
   */
  public record Piece(Kind kind, String quote, String source) {
    /** What the two stretches are to each other. */
    public enum Kind {
      /** The same words; their typography, case and script may differ. */
      SAME,
      ONLY_IN_QUOTE,
      ONLY_IN_SOURCE,
      /** The quotation leaves this out: it has dots for it, or begins right after this negation. */
      OMITTED
    }

    public Piece {
      if ((kind == Kind.ONLY_IN_QUOTE && !source.isEmpty())
          || (kind == Kind.ONLY_IN_SOURCE && !quote.isEmpty())) {
        throw new IllegalArgumentException(kind + ": '" + quote + "', '" + source + "'");
      }
    }
  }

  /**
   * Where a quotation was found: a statement, or neighbours in one record with the same voice and
   * speaker; or their Chinese wording, which is Readout's own. Immutable.
   */
  public record Passage(List<Snippet> snippets, boolean isChinese) {
    public Passage {
      snippets = List.copyOf(snippets);
      Snippet first = snippets.getFirst();
      for (Snippet snippet : snippets) {
        if (!snippet.record().id().equals(first.record().id())
            || !isSameSpeaker(snippet.statement(), first.statement())) {
          throw new IllegalArgumentException("not of one voice: " + snippets);
        }
      }
    }

    /** In their own language. */
    public Passage(List<Snippet> snippets) {
      this(snippets, false);
    }

    static boolean isSameSpeaker(Statement one, Statement other) {
      return one.voice() == other.voice() && Objects.equals(one.speaker(), other.speaker());
    }

    /** Where issuer, dates, sources and side are. */
    public CorpusRecord record() {
      return snippets.getFirst().record();
    }

    /** Whose words these are. */
    public Voice voice() {
      return snippets.getFirst().statement().voice();
    }

    /**
     * Whether these are a source's own words, so that what was found here is confirmed as a
     * quotation. False for Readout's own summary and Chinese wording: what was found there is
     * nobody's quotation.
     */
    public boolean isQuotation() {
      return voice() == Voice.VERBATIM && !isChinese;
    }

    /** A statement, or its Chinese wording; empty where it has none. */
    static String text(Statement statement, boolean isChinese) {
      return isChinese ? Objects.requireNonNullElse(statement.zh(), "") : statement.text();
    }

    /** The statements, one a line. */
    public String text() {
      return snippets.stream()
          .map(snippet -> text(snippet.statement(), isChinese))
          .collect(Collectors.joining("\n"));
    }
  }
}
