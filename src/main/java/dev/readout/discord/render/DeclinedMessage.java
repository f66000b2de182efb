package dev.readout.discord.render;

import dev.readout.answer.Answer;
import dev.readout.answer.Label;
import dev.readout.answer.MissingText;
import dev.readout.answer.SnippetText;
import dev.readout.answer.SourceText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.discord.render.Containers.Standings;
import dev.readout.discord.render.Reply.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/**
 * That the sources do not answer: what is missing, what comes nearest as questions that they do
 * answer, and a way to the moderators. Pure functions.
 */
public final class DeclinedMessage {
  private static final int MAX_QUESTION_CHARS = 80;
  private static final int MAX_NEAREST = 3;

  private DeclinedMessage() {}

  /** A message for a question without an answer; what it is about, if known, for moderators. */
  public static Reply of(Answer.Declined declined, Frame frame, List<String> wanted) {
    Language language = declined.language();
    List<MessageTopLevelComponent> message = new ArrayList<>();
    String head = Actions.head(frame, declined.question().text(), MAX_QUESTION_CHARS);
    if (!head.isEmpty()) {
      message.add(TextDisplay.of(head));
    }
    message.add(
        Container.of(TextDisplay.of(String.join("\n", lines(declined))))
            .withAccentColor(Standings.NONE));
    message.addAll(
        Actions.questions(
            nearest(declined), Phrase.ASK_NEAREST, declined.index().name(), language));
    List<Button> buttons = new ArrayList<>();
    ComponentId.Wish wish = ComponentId.Wish.of(wanted);
    if (!wish.terms().isEmpty()) {
      buttons.add(Actions.button(wish, Phrase.WISH, language));
    }
    message.add(Actions.row(frame, buttons));
    return Reply.of(message);
  }

  private static List<String> lines(Answer.Declined declined) {
    Language language = declined.language();
    List<String> lines = new ArrayList<>();
    new TreeMap<>(declined.repairs())
        .forEach(
            (typed, searched) ->
                lines.add(
                    Markdown.small(
                        Markdown.escapeLine(
                            Label.SEARCHED_INSTEAD.in(language, typed, searched)))));
    Phrase near = declined.isUnsure() ? Phrase.PERHAPS_NOT_SAID : Phrase.NOT_SAID;
    String opening = declined.isNearest() ? near.in(language) : Label.NOT_IN_SOURCES.in(language);
    String missing = Markdown.shortened(MissingText.line(declined.missing(), language), 200);
    lines.add(
        Markdown.bold(opening) + (missing.isEmpty() ? "" : " " + Markdown.escapeLine(missing)));
    lines.add(Markdown.small(Actions.reach(declined.index(), language)));
    return lines;
  }

  /** A question of each of the nearest records, then such as go with what was asked. */
  private static List<String> nearest(Answer.Declined declined) {
    Language language = declined.language();
    return Stream.concat(
            Stream.concat(
                    declined.near().stream().map(Snippet::record), declined.nearest().stream())
                .distinct()
                .map(record -> question(record, language)),
            declined.related().stream())
        .map(question -> SnippetText.inScript(question, language))
        .distinct()
        .limit(MAX_NEAREST)
        .toList();
  }

  /** The first that the record answers in the reader's language; its title where it has none. */
  private static String question(CorpusRecord record, Language language) {
    return record.questions().stream()
        .filter(
            one -> one.codePoints().anyMatch(Character::isIdeographic) == (language != Language.EN))
        .findFirst()
        .orElseGet(() -> SourceText.title(record, language));
  }
}
