package dev.readout.discord.command;

import dev.readout.answer.Question;
import dev.readout.answer.ServingIndexes;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.QuoteMessage;
import dev.readout.discord.render.Reply;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** Entries in the menu of a message: they work on what somebody wrote there. Thread-safe. */
public final class MessageMenus {
  public static final String FIND_SOURCES = "Find sources for this";
  static final String CHECK_QUOTE = "Check this quote";

  /** The option under which the text of a message comes to a command. */
  private static final String TEXT = "message";

  private static final Pattern ADDRESSES = Pattern.compile("https?://\\S+");
  private static final Pattern MENTIONS = Pattern.compile("<(?:[@#!&]|a?:\\w+:|t:)[^>]{0,80}>");
  private static final Pattern MARKS = Pattern.compile("[*_~`|]{1,3}|(?m)^(?:>{1,3}|#{1,3}|-#) ");
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cc}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private MessageMenus() {}

  /** Nobody asked the channel for what a menu's entry finds. */
  interface MessageMenu extends Command {
    @Override
    default boolean isPrivate() {
      return true;
    }
  }

  record FindSources(Asking asking) implements MessageMenu {
    @Override
    public CommandData data() {
      return CommandForm.menu(FIND_SOURCES);
    }

    @Override
    public boolean isQuestion() {
      return true;
    }

    @Override
    public Reply reply(Request request) {
      String text = plain(request.required(TEXT), Question.MAX_TEXT_CHARS);
      return text.isBlank()
          ? request.text(Phrase.NOTHING_TO_READ).aside()
          : asking.ask(request, Asking.question(text, request));
    }
  }

  /** Whether what a message quotes stands in the sources. */
  record CheckQuote(ServingIndexes indexes) implements MessageMenu {
    @Override
    public CommandData data() {
      return CommandForm.menu(CHECK_QUOTE);
    }

    @Override
    public Reply reply(Request request) {
      String message = request.required(TEXT);
      if (message.isBlank()) {
        return request.text(Phrase.NOTHING_TO_READ).aside();
      }
      return indexes.with(
          request.scope(),
          current ->
              new QuoteMessage(current.quotes().check(message), request.frame(), request.language())
                  .reply());
    }
  }

  /** The words alone, cut after a whole sentence or word where they are longer. */
  static String plain(String content, int maxChars) {
    String text = ADDRESSES.matcher(content).replaceAll(" ");
    text = MENTIONS.matcher(text).replaceAll(" ");
    text = MARKS.matcher(text).replaceAll("");
    text = CONTROLS.matcher(text).replaceAll(" ");
    text = SPACES.matcher(text).replaceAll(" ").strip();
    return text.length() <= maxChars ? text : cut(text, maxChars);
  }

  private static String cut(String text, int maxChars) {
    String head = text.substring(0, maxChars);
    int sentence = Math.max(head.lastIndexOf(". "), head.lastIndexOf('。'));
    int word = head.lastIndexOf(' ');
    int end = sentence > maxChars / 2 ? sentence + 1 : word > maxChars / 2 ? word : maxChars;
    return head.substring(0, Character.isHighSurrogate(head.charAt(end - 1)) ? end - 1 : end);
  }
}
