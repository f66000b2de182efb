package dev.readout.cli.source;

import dev.readout.answer.wording.SafeText;

/** What was typed for a source, as it is told back. */
final class SourceNames {
  private static final int MAX_CHARS = 120;

  private SourceNames() {}

  static String shown(String typed) {
    return SafeText.of(typed, MAX_CHARS);
  }
}
