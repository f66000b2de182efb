package dev.readout.discord.render;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import java.util.List;
import java.util.stream.Collectors;

/** Records that are pointed to, not quoted: the title, and under it in small print the rest. */
final class RecordList {
  private RecordList() {}

  static String of(List<CorpusRecord> records, Language language) {
    return records.stream()
        .map(
            record ->
                Markdown.bullet(SourceLine.title(record, language))
                    + "\n"
                    + Markdown.small(SourceLine.withoutTitle(record, language)))
        .collect(Collectors.joining("\n"));
  }
}
