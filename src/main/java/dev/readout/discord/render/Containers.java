package dev.readout.discord.render;

import dev.readout.corpus.Side;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** The boxes of a message, with a colour for each side. Pure functions. */
final class Containers {
  private static final int BLUE = 0x3B6EC5;
  private static final int RED = 0xC8372D;
  private static final int GREY = 0x80848E;

  private Containers() {}

  static Container of(Side side, String... paragraphs) {
    int colour =
        switch (side) {
          case US -> BLUE;
          case PRC -> RED;
          case JOINT, OTHER -> GREY;
        };
    return plain(paragraphs).withAccentColor(colour);
  }

  static Container plain(String... paragraphs) {
    List<TextDisplay> texts = new ArrayList<>();
    for (String paragraph : paragraphs) {
      if (!paragraph.isBlank()) {
        texts.add(TextDisplay.of(paragraph));
      }
    }
    return Container.of(texts);
  }
}
