package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.Holdings;
import dev.readout.answer.IndexText;
import dev.readout.answer.Label;
import dev.readout.answer.SideText;
import dev.readout.answer.TermText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.discord.render.Reply.Frame;
import dev.readout.index.GenerationInfo;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** Every source of records, with its citation; what the sources hold. Pure functions. */
public final class SourcesMessage {
  private SourcesMessage() {}

  /** As many records as a message holds, the rest counted, and what else can be done. */
  public static Reply of(
      List<CorpusRecord> records,
      List<NoticeMessage.Press> presses,
      Frame frame,
      Language language) {
    List<String> lines = records.stream().map(record -> sources(record, language)).toList();
    return MessageLimits.lines(
        Markdown.heading(Label.SOURCES.in(language)),
        lines,
        List.of(Actions.row(frame, presses.stream().map(press -> press.button(language)).toList())),
        language);
  }

  private static String sources(CorpusRecord record, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(Markdown.bold(SourceLine.title(record, language)));
    record.sources().forEach(source -> lines.add(Markdown.bullet(SourceLine.of(source, language))));
    return String.join("\n", lines);
  }

  public static Reply holdings(
      Holdings holdings, GenerationInfo index, Frame frame, Language language) {
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    String heading =
        holdings.topic() == null
            ? Phrase.HELD.in(language)
            : Phrase.HELD_ON.in(
                language, Markdown.escapeLine(TermText.name(holdings.topic(), language)));
    List<String> lines = new ArrayList<>();
    lines.add(Markdown.heading(heading));
    holdings.sides().forEach(side -> lines.add(Markdown.bullet(side(side, language))));
    parts.add(TextDisplay.of(String.join("\n", lines)));
    if (!holdings.latest().isEmpty()) {
      parts.add(
          Containers.plain(
              Markdown.heading(Phrase.LATEST.in(language))
                  + "\n"
                  + SourceLine.list(holdings.latest(), language)));
    }
    parts.add(
        TextDisplay.of(
            Markdown.small(IndexText.summary(index, language))
                + "\n"
                + Markdown.small(IndexText.reaches(index, language))));
    return Reply.of(MessageLimits.dropping(parts, 1, List.of(Actions.row(frame))));
  }

  private static String side(Holdings.OfSide side, Language language) {
    String name = SideText.name(side.side(), language);
    if (side.records() == 0) {
      return Phrase.HELD_NONE.in(language, name);
    }
    String records = IndexText.count(side.records());
    String statements = IndexText.count(side.statements());
    if (side.first() == null) { // compiled entries only
      return Phrase.HELD_UNDATED.in(language, name, records, statements);
    }
    return Phrase.HELD_BY_SIDE.in(
        language,
        name,
        records,
        statements,
        DateText.orNone(side.first(), language),
        DateText.orNone(side.last(), language));
  }
}
