package dev.readout.discord.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.tree.MessageComponentTree;
import net.dv8tion.jda.api.entities.Message;

/**
 * How much one Components V2 message holds: JDA's figures for components and characters, and a
 * ceiling in bytes that Discord does not document. Pure functions.
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

  /**
   * Whether Discord takes a message of these components, and still does when it is shown to all.
   */
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
}
