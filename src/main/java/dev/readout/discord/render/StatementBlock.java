package dev.readout.discord.render;

import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Statements with their sources as text, where there is room. Pure functions. */
final class StatementBlock {
  private StatementBlock() {}

  /**
   * Statements in their order; the source of neighbours from one place stands once, under the last
   * of them.
   */
  static String of(List<Snippet> snippets, Language language) {
    return of(snippets, language, snippet -> StatementLine.words(snippet, language));
  }

  /** Only that the statements are too long, and where they stand: no statement is ever cut. */
  static String noted(List<Snippet> snippets, Language language) {
    return of(snippets, language, _ -> Phrase.STATEMENT_TOO_LONG.in(language));
  }

  private static String of(
      List<Snippet> snippets, Language language, Function<Snippet, String> words) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < snippets.size(); i++) {
      Snippet snippet = snippets.get(i);
      lines.add(Markdown.bullet(words.apply(snippet)));
      if (i + 1 == snippets.size() || !isSamePlace(snippet, snippets.get(i + 1))) {
        lines.add(Markdown.small(SourceLine.of(snippet, language)));
      }
    }
    return String.join("\n", lines);
  }

  /** Whether one link leads to both: each that has a place of its own has a link of its own. */
  private static boolean isSamePlace(Snippet one, Snippet next) {
    return one.record().equals(next.record()) && one.address().equals(next.address());
  }
}
