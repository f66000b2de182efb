package dev.readout.ops.log;

/** What a line looks like. Thread-safe. */
interface LineForm {
  /** The line with its end, or several if an exception is told on lines of its own. */
  String text(Line line);
}
