package dev.readout.discord.render;

import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.Label;
import dev.readout.corpus.CorpusRecord;
import dev.readout.discord.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** That something was looked up in vain, and what comes near. Pure functions. */
public final class NearestMessage {
  private NearestMessage() {}

  /** A message for what was typed. */
  public static Reply of(
      Phrase notFound, String typed, List<CorpusRecord> nearest, Frame frame, Language language) {
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    String shown = Actions.shortened(typed, 100);
    parts.add(
        TextDisplay.of(Markdown.quote(Markdown.escapeLine(shown)) + "\n" + notFound.in(language)));
    if (!nearest.isEmpty()) {
      parts.add(
          Containers.plain(
              Markdown.heading(Label.NEAREST.in(language))
                  + "\n"
                  + RecordList.of(nearest, language)));
    }
    return Reply.of(Fitting.dropping(parts, 1, Actions.rows(frame, null, 0, language)));
  }
}
