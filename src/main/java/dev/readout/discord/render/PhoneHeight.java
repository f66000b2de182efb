package dev.readout.discord.render;

import java.util.Collection;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/**
 * About how high a message stands on a phone 390 pixels wide, in pixels. Measured on the pages of
 * {@code src/test/pictures.sh} in a browser; a renderer leaves out what would pass its height. Pure
 * functions.
 */
final class PhoneHeight {
  /** The longest an answer, a comparison and the rest may be, in pixels. */
  static final int ANSWER = 600;

  static final int STATUS = 500;
  static final int EXPLANATION = 480;
  static final int COMPARISON = 900;

  private static final int NAME = 34;
  private static final int GAP = 8;
  private static final int PADDING = 32;
  static final int ROW = 32;
  private static final int SELECT = 42;
  private static final int DIVIDER = 18;

  /** The bar of a measure's standing; taller pictures are in messages that have no limit. */
  private static final int BAR = 60;

  private static final int ROW_WIDTH = 318;
  private static final int BOX_WIDTH = 284;
  private static final int LINE = 22;
  private static final int SMALL_LINE = 18;
  private static final double LETTER = 7.7;
  private static final double SMALL_LETTER = 6.5;
  private static final double CHARACTER_IN_LETTERS = 2.1;

  /** Room in pixels that a line loses to a word that is not broken. */
  private static final int RAGGED = 12;

  /** What an item of a list leaves free on its left. */
  private static final int INDENT = 26;

  private static final int BETWEEN_TEXTS = 4;

  private static final Pattern LINK = Pattern.compile("\\[((?:\\\\.|[^\\]\\\\])*)]\\(<[^>]*>\\)");
  private static final Pattern MARKS = Pattern.compile("\\*\\*|`|\\\\(?=\\p{Punct})");

  private PhoneHeight() {}

  /** The whole message, under the name of who sends it. */
  static int of(Collection<? extends Component> components) {
    return NAME + components.stream().mapToInt(component -> of(component, ROW_WIDTH) + GAP).sum();
  }

  private static int of(Component component, int width) {
    return switch (component) {
      case Container box ->
          PADDING
              + box.getComponents().stream()
                  .mapToInt(child -> of(child, BOX_WIDTH) + BETWEEN_TEXTS)
                  .sum();
      case Section section ->
          section.getContentComponents().stream()
              .mapToInt(child -> of(child, width - accessory(section)))
              .sum();
      case TextDisplay text -> text.getContent().lines().mapToInt(line -> line(line, width)).sum();
      case ActionRow row -> row(row);
      case Separator _ -> DIVIDER;
      case MediaGallery _ -> BAR;
      default -> ROW;
    };
  }

  private static int accessory(Section section) {
    return section.getAccessory() instanceof Button button ? width(button) + GAP : 0;
  }

  private static int row(ActionRow row) {
    int rows = 1;
    int filled = 0;
    for (Component child : row.getComponents()) {
      if (!(child instanceof Button button)) {
        return SELECT;
      }
      int wide = width(button) + GAP;
      if (filled > 0 && filled + wide - GAP > ROW_WIDTH) {
        rows++;
        filled = 0;
      }
      filled += wide;
    }
    return rows * (ROW + GAP) - GAP;
  }

  private static int width(Button button) {
    int arrow = button.getUrl() == null ? 0 : 18;
    int emoji = button.getEmoji() == null ? 0 : 18;
    return 26 + arrow + emoji + (int) width(button.getLabel(), LETTER);
  }

  private static int line(String line, int width) {
    boolean small = line.startsWith("-# ");
    String shown = MARKS.matcher(LINK.matcher(line).replaceAll("$1")).replaceAll("");
    String text = small ? shown.substring(3) : shown;
    double wide = width(text, small ? SMALL_LETTER : LETTER);
    boolean item = line.startsWith("- ");
    int room = item ? width - INDENT : width;
    int lines = wide <= room ? 1 : (int) Math.ceil(wide / (room - RAGGED));
    return lines * (small ? SMALL_LINE : LINE) + (item ? BETWEEN_TEXTS : 0);
  }

  /** Chinese characters are twice as wide as letters. */
  private static double width(String text, double letter) {
    return text.codePoints()
        .mapToDouble(c -> c >= 0x2E80 ? CHARACTER_IN_LETTERS * letter : letter)
        .sum();
  }
}
