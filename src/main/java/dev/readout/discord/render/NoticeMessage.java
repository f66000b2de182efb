package dev.readout.discord.render;

import dev.readout.answer.Answer.Problem;
import dev.readout.answer.Question;
import dev.readout.answer.SafeText;
import dev.readout.answer.SourceText;
import dev.readout.answer.TextKey;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.discord.render.Containers.Standings;
import dev.readout.discord.render.Reply.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** A sentence or two, such as what is wrong, and what can be done next. Pure functions. */
public final class NoticeMessage {
  private NoticeMessage() {}

  private static final int MAX_QUOTED_CHARS = 40;

  /** A button; one that destroys something is red. */
  public record Press(ComponentId id, TextKey label, boolean isDanger) {
    /** An ordinary one. */
    public static Press of(ComponentId id, TextKey label) {
      return new Press(id, label, false);
    }

    Button button(Language language) {
      return isDanger
          ? Button.danger(id.encode(), label.in(language))
          : Button.secondary(id.encode(), label.in(language));
    }
  }

  /** The notice, with at most five presses. */
  public static Reply of(String markdown, List<Press> presses, Language language) {
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(TextDisplay.of(markdown));
    if (!presses.isEmpty()) {
      parts.add(row(presses, language));
    }
    return Reply.of(parts);
  }

  static ActionRow row(List<Press> presses, Language language) {
    return ActionRow.of(presses.stream().map(press -> press.button(language)).toList());
  }

  public static Reply of(Problem problem, Language language) {
    String said =
        switch (problem) {
          case Problem.Empty() -> Phrase.ASK_SOMETHING.in(language);
          case Problem.TooLong(int _) ->
              Phrase.ASK_SHORTER.in(
                  language, String.format(Locale.ROOT, "%,d", Question.MAX_TEXT_CHARS));
          case Problem.UnsafeCharacters() -> Phrase.ASK_PLAINLY.in(language);
          case Problem.NothingToSearchFor() -> Phrase.ASK_ABOUT_SOMETHING.in(language);
          case Problem.ImpossibleDate(String written) ->
              Phrase.ASK_OF_A_DAY.in(language, quoted(written));
          case Problem.UnknownTopic(String topic) ->
              Phrase.CHOOSE_A_TOPIC.in(language, quoted(topic));
          case Problem.EmptySpan() -> Phrase.EXCHANGE_DAYS.in(language);
        };
    return Reply.text(said).aside();
  }

  private static String quoted(String typed) {
    return Markdown.escapeLine(SafeText.of(typed, MAX_QUOTED_CHARS));
  }

  /** That a look-up found nothing, and what comes near as a choice. Pure functions. */
  public static final class NearestMessage {
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
                                  SourceText.title(record, language),
                                  SelectOption.LABEL_MAX_LENGTH),
                              value.apply(record))
                          .withDescription(
                              Markdown.shortened(
                                  StatementLine.plainSource(record, language),
                                  SelectOption.DESCRIPTION_MAX_LENGTH)))
              .toList();
      List<MessageTopLevelComponent> message = new ArrayList<>();
      message.add(TextDisplay.of(Actions.head(frame, typed, MAX_TYPED_CHARS)));
      message.add(
          Container.of(TextDisplay.of(notFound.in(language))).withAccentColor(Standings.NONE));
      message.addAll(Actions.menu(choice, Phrase.WHICH_ONE, options, language));
      message.add(Actions.row(frame));
      return Reply.of(message);
    }
  }
}
