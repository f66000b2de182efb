package dev.readout.discord.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.tree.MessageComponentTree;

/** All pages of an answer, each as the More button of the one before leads to it. */
final class Pages {
  private static final int MOST = 200;

  private Pages() {}

  static List<Reply> of(AnswerPages message) {
    List<Reply> pages = new ArrayList<>();
    Optional<Reply> page = Optional.of(message.page(1, 0));
    while (page.isPresent()) {
      if (pages.size() == MOST) {
        throw new AssertionError("no end of pages");
      }
      pages.add(page.get());
      page = more(page.get()).map(more -> message.page(more.page(), more.from()));
    }
    return pages;
  }

  private static Optional<ComponentId.More> more(Reply reply) {
    return MessageComponentTree.of(reply.components()).findAll(Button.class).stream()
        .flatMap(button -> Stream.ofNullable(button.getCustomId()))
        .flatMap(id -> ComponentId.parse(id).stream())
        .filter(ComponentId.More.class::isInstance)
        .map(ComponentId.More.class::cast)
        .findFirst();
  }
}
