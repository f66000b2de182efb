package dev.readout.discord.render;

import dev.readout.answer.MeasureStatus;
import dev.readout.corpus.Standing.LegalState;
import org.jspecify.annotations.Nullable;

/** How a legal state looks: a mark before a line, a colour along a box. Pure functions. */
final class Standings {
  private static final int GREEN = 0x3BA55D;
  private static final int AMBER = 0xF0B232;
  private static final int RED = 0xDA373C;
  private static final int GREY = 0x80848E;

  /** Of what has no legal state. */
  static final int NONE = 0x5D6F94;

  private Standings() {}

  static @Nullable LegalState state(MeasureStatus status) {
    return status.current() == null ? null : status.current().state();
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
  static int colour(@Nullable LegalState state) {
    return switch (state) {
      case null -> GREY;
      case IN_FORCE -> GREEN;
      case PROPOSED, SUSPENDED -> AMBER;
      case SUPERSEDED, RESCINDED, EXPIRED -> RED;
    };
  }
}
