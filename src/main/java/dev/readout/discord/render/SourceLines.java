package dev.readout.discord.render;

import dev.readout.answer.reading.Language;
import dev.readout.corpus.CorpusRecord;
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
  String next(CorpusRecord record) {
    return Markdown.small(
        shown.add(record.id())
            ? SourceLine.of(record, language)
            : SourceLine.brief(record, language));
  }
}
