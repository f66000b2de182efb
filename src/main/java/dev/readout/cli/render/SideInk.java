package dev.readout.cli.render;

import dev.readout.cli.page.Ink;
import dev.readout.corpus.Side;

/** How the sides are coloured. */
final class SideInk {
  private SideInk() {}

  static Ink of(Side side) {
    return switch (side) {
      case US -> Ink.BLUE;
      case PRC -> Ink.MAGENTA;
      case JOINT, OTHER -> Ink.BOLD;
    };
  }
}
