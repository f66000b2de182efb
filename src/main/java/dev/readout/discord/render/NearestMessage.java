package dev.readout.discord.render;

import dev.readout.answer.SourceText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** That a look-up found nothing, and what comes near as a choice. Pure functions. */
public final class NearestMessage {
  private static final int MAX_TYPED_CHARS = 100;

  private NearestMessage() {}

  /** A message for what was typed, with what a chosen option leads to and stands for. */
  public static Reply of(
      Phrase notFound,
      String typed,
      List<CorpusRecord> nearest,
      ComponentId choice,
      Function<CorpusRecord, String> value,
      Frame frame,
      Language language) {
    List<SelectOption> options =
        nearest.stream()
            .map(
                record ->
                    SelectOption.of(
                            Markdown.shortened(
                                SourceText.title(record, language), SelectOption.LABEL_MAX_LENGTH),
                            value.apply(record))
                        .withDescription(
                            Markdown.shortened(
                                StatementLine.plainSource(record, language),
                                SelectOption.DESCRIPTION_MAX_LENGTH)))
            .toList();
    return of(notFound.in(language), typed, options, choice, frame, language);
  }

  /** The same with options of any kind. */
  public static Reply of(
      String said,
      String typed,
      List<SelectOption> options,
      ComponentId choice,
      Frame frame,
      Language language) {
    List<MessageTopLevelComponent> message = new ArrayList<>();
    message.add(TextDisplay.of(Actions.head(frame, typed, MAX_TYPED_CHARS)));
    message.add(Container.of(TextDisplay.of(said)).withAccentColor(Standings.NONE));
    message.addAll(Actions.menu(choice, Phrase.WHICH_ONE, options, language));
    message.addAll(Actions.rows(frame, null, 0, language));
    return Reply.of(message);
  }
}
