package dev.readout.ops.log;

/** For commands, whose reader is there: who speaks and what is said. */
final class TerminalLine implements LineForm {
  @Override
  public String text(Line line) {
    return "readout: " + line.message() + System.lineSeparator() + line.exception();
  }
}
