package dev.readout.discord.render;

import dev.readout.corpus.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.tree.MessageComponentTree;
import net.dv8tion.jda.api.entities.Message;

/**
 * How much one Components V2 message holds: JDA's figures for components and characters, and a
 * ceiling in bytes that Discord does not document; and messages made to fit. Pure functions.
 */
final class MessageLimits {
  /**
   * Discord answers 500 when UTF-8 bytes + 12 for each text display pass this (discord-api-docs
   * issue 8554); of Chinese, some 3,380 characters.
   */
  static final int MAX_BYTES = 10_170;

  private static final int BYTES_A_TEXT_DISPLAY = 12;

  private MessageLimits() {}

  /**
   * As much as {@link ShownMessage} adds: a message fitted without it would lose something when
   * shown to all.
   */
  private static final List<MessageTopLevelComponent> ADDED_WHEN_SHOWN =
      List.of(TextDisplay.of("名".repeat(120)), ActionRow.of(Button.secondary("remove", "remove")));

  /** Whether Discord takes a message of these components, also when it is shown to all. */
  static boolean leaveRoom(Collection<? extends MessageTopLevelComponent> components) {
    List<MessageTopLevelComponent> shown = new ArrayList<>(components);
    shown.addAll(ADDED_WHEN_SHOWN);
    return hold(shown);
  }

  /** Whether Discord takes a message of these components. */
  static boolean hold(Collection<? extends MessageTopLevelComponent> components) {
    MessageComponentTree tree = MessageComponentTree.of(components);
    List<TextDisplay> texts = tree.findAll(TextDisplay.class);
    int chars = texts.stream().mapToInt(text -> text.getContent().length()).sum();
    int bytes = texts.stream().mapToInt(MessageLimits::bytes).sum();
    return tree.findAll(Component.class).size() <= Message.MAX_COMPONENT_COUNT_IN_COMPONENT_TREE
        && chars <= Message.MAX_CONTENT_LENGTH_COMPONENT_V2
        && bytes <= MAX_BYTES;
  }

  private static int bytes(TextDisplay text) {
    return text.getContent().getBytes(StandardCharsets.UTF_8).length + BYTES_A_TEXT_DISPLAY;
  }

  /**
   * The parts and what stands under them; whole parts are left out from the end until it fits, but
   * never the first {@code needed}.
   */
  static List<MessageTopLevelComponent> dropping(
      List<? extends MessageTopLevelComponent> parts,
      int needed,
      List<? extends MessageTopLevelComponent> under) {
    return most(parts.size(), needed, kept -> joined(parts, kept, under));
  }

  /** The message that shows as much as fits, and at least so much even if that does not. */
  static List<MessageTopLevelComponent> most(
      int most, int least, IntFunction<List<MessageTopLevelComponent>> message) {
    return most(most, least, MessageLimits::leaveRoom, message);
  }

  /** The same for a message that is at most so high on a phone, in pixels. */
  static List<MessageTopLevelComponent> most(
      int most, int least, int height, IntFunction<List<MessageTopLevelComponent>> message) {
    return most(most, least, made -> fit(made, height), message);
  }

  private static List<MessageTopLevelComponent> most(
      int most,
      int least,
      Predicate<List<MessageTopLevelComponent>> fits,
      IntFunction<List<MessageTopLevelComponent>> message) {
    List<MessageTopLevelComponent> made = message.apply(most);
    for (int shown = most - 1; shown >= least && !fits.test(made); shown--) {
      made = message.apply(shown);
    }
    return made;
  }

  /** Whether a phone shows a message in so many pixels, and Discord takes it. */
  static boolean fit(List<MessageTopLevelComponent> message, int height) {
    return PhoneHeight.of(message) <= height && leaveRoom(message);
  }

  /** A heading and lines under it; the last ones are counted instead where they do not fit. */
  static Reply lines(
      String heading,
      List<String> lines,
      List<? extends MessageTopLevelComponent> under,
      Language language) {
    return Reply.of(
        most(
            lines.size(),
            0,
            shown -> {
              List<String> text = new ArrayList<>(List.of(heading));
              text.addAll(lines.subList(0, shown));
              if (shown < lines.size()) {
                int left = lines.size() - shown;
                text.add(Markdown.small(Phrase.MORE_NOT_SHOWN.in(language, left)));
              }
              return joined(List.of(TextDisplay.of(String.join("\n", text))), 1, under);
            }));
  }

  private static List<MessageTopLevelComponent> joined(
      List<? extends MessageTopLevelComponent> parts,
      int kept,
      List<? extends MessageTopLevelComponent> under) {
    List<MessageTopLevelComponent> message = new ArrayList<>(parts.subList(0, kept));
    message.addAll(under);
    return message;
  }
}
