package dev.readout.discord.render;

import dev.readout.corpus.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** What the bot can do, with three questions to try: to members, on joining. Pure functions. */
public final class HelpMessage {
  private HelpMessage() {}

  /** Three that the shipped records answer, of different kinds. */
  public static List<String> questions(Language language) {
    return Stream.of(Phrase.TRY_STANDING, Phrase.TRY_BOTH, Phrase.TRY_NEXT)
        .map(question -> question.in(language))
        .toList();
  }

  /** What is said of the commands, above a menu of the three questions of a generation. */
  public static Reply of(String commands, String generation, Language language) {
    List<MessageTopLevelComponent> message = new ArrayList<>();
    message.add(TextDisplay.of(commands));
    message.addAll(Actions.questions(questions(language), Phrase.TRY, generation, language));
    return Reply.of(message);
  }

  /** What the bot says once in a server that it has joined, with links to three commands. */
  public static Reply welcome(
      String ask, String help, String settings, String generation, Language language) {
    String list =
        questions(language).stream()
            .map(question -> "- " + Markdown.escapeLine(question))
            .collect(Collectors.joining("\n"));
    return of(Phrase.WELCOME.in(language, ask, list, help, settings), generation, language);
  }
}
