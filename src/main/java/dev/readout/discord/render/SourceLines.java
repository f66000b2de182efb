package dev.readout.discord.render;

import dev.readout.answer.Snippet;
import dev.readout.answer.reading.Language;
import java.util.HashSet;
import java.util.Set;

/**
 * The source lines of one message: a record's in full where it first stands and in brief after
 * that, so that statements are not lost among them. Confined to one thread.
 */
final class SourceLines {
  private final Language language;
  private final Set<String> shown = new HashSet<>();

  SourceLines(Language language) {
    this.language = language;
  }

  Language language() {
    return language;
  }

  /** The next line of small print. */
  String next(Snippet snippet) {
    return Markdown.small(
        shown.add(snippet.record().id())
            ? SourceLine.of(snippet, language)
            : SourceLine.brief(snippet, language));
  }
}
