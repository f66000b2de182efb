package dev.readout.answer.quote;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Voice;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Where a quotation was found: a statement, or neighbours in one record with the same voice and
 * speaker. Immutable.
 *
 * @param snippets at least one, in their order
 * @param isChinese whether it was found in their Chinese wording, which is Readout's own
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
