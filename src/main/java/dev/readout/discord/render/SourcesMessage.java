package dev.readout.discord.render;

import dev.readout.answer.Label;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import java.util.ArrayList;
import java.util.List;

/** Every source of records, with its citation. Pure functions. */
public final class SourcesMessage {
  private SourcesMessage() {}

  /**
   * As many records as a message holds; the rest is counted.
   *
   * @param presses what else can be done
   */
  public static Reply of(
      List<CorpusRecord> records,
      List<NoticeMessage.Press> presses,
      Frame frame,
      Language language) {
    List<String> lines = records.stream().map(record -> sources(record, language)).toList();
    return Fitting.lines(
        Markdown.heading(Label.SOURCES.in(language)),
        lines,
        List.of(
            Actions.row(
                frame, presses.stream().map(press -> press.button(language)).toList(), language)),
        language);
  }

  private static String sources(CorpusRecord record, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(Markdown.bold(SourceLine.title(record, language)));
    record.sources().forEach(source -> lines.add(Markdown.bullet(SourceLine.of(source, language))));
    return String.join("\n", lines);
  }
}
