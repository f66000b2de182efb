package dev.readout.discord.render;

import dev.readout.answer.Answer;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.Label;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Source;
import dev.readout.discord.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** Every source of every record that an answer is of at first. Pure functions. */
public final class SourcesMessage {
  private SourcesMessage() {}

  public static Reply of(Answer.Answered answer, Frame frame, Language language) {
    List<CorpusRecord> records = answer.records();
    int shown = records.size();
    List<MessageTopLevelComponent> message = message(records, shown, frame, language);
    while (shown > 0 && !MessageLimits.leaveRoom(message)) {
      shown--;
      message = message(records, shown, frame, language);
    }
    return Reply.of(message);
  }

  private static List<MessageTopLevelComponent> message(
      List<CorpusRecord> records, int shown, Frame frame, Language language) {
    List<MessageTopLevelComponent> message = new ArrayList<>();
    message.add(TextDisplay.of(Markdown.heading(Label.SOURCES.in(language))));
    records.stream()
        .limit(shown)
        .map(record -> TextDisplay.of(sources(record, language)))
        .forEach(message::add);
    if (shown < records.size()) {
      message.add(
          TextDisplay.of(
              Markdown.small(Phrase.MORE_NOT_SHOWN.in(language, records.size() - shown))));
    }
    message.addAll(Actions.rows(frame, null, 0, language));
    return message;
  }

  private static String sources(CorpusRecord record, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(Markdown.bold(SourceLine.title(record, language)));
    for (Source source : record.sources()) {
      lines.add(Markdown.bullet(SourceLine.of(source, language)));
    }
    return String.join("\n", lines);
  }
}
