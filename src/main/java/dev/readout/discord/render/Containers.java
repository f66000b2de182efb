package dev.readout.discord.render;

import dev.readout.answer.MeasureStatus;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import org.jspecify.annotations.Nullable;

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
    return Container.of(
        Stream.of(paragraphs).filter(text -> !text.isBlank()).map(TextDisplay::of).toList());
  }

  /** How a legal state looks: a mark before a line, a colour along a box. Pure functions. */
  static final class Standings {
    static final int GREEN = 0x3BA55D;
    static final int RED = 0xDA373C;
    private static final int AMBER = 0xF0B232;
    private static final int GREY = 0x80848E;

    /** Of what has no legal state. */
    static final int NONE = 0x5D6F94;

    private Standings() {}

    static @Nullable LegalState state(MeasureStatus status) {
      return status.current() == null ? null : status.current().state();
    }

    static String mark(MeasureStatus status) {
      return mark(state(status));
    }

    /** White where no record states it. */
    static String mark(@Nullable LegalState state) {
      return switch (state) {
        case null -> "⚪";
        case IN_FORCE -> "🟢";
        case PROPOSED -> "🔵";
        case SUSPENDED -> "🟡";
        case SUPERSEDED, RESCINDED, EXPIRED -> "🔴";
      };
    }

    /** Grey where no record states it. */
    static int colour(MeasureStatus status) {
      return switch (state(status)) {
        case null -> GREY;
        case IN_FORCE -> GREEN;
        case PROPOSED, SUSPENDED -> AMBER;
        case SUPERSEDED, RESCINDED, EXPIRED -> RED;
      };
    }
  }
}
