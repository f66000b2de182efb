package dev.readout.discord.render;

import dev.readout.corpus.Language;
import dev.readout.intake.reindex.Failure;

/** Why an index could not be changed, and what to do. Pure functions. */
final class FailureText {
  private static final int MAX_DETAIL_CHARS = 600;

  private FailureText() {}

  /**
   * On one or two lines.
   *
   * @param detail in English, with paths: for operators; empty for anybody else
   */
  static String of(Failure failure, String detail, Language language) {
    String text = phrase(failure).in(language);
    return detail.isEmpty()
        ? text
        : text
            + "\n"
            + Markdown.small(Markdown.escapeLine(Actions.shortened(detail, MAX_DETAIL_CHARS)));
  }

  private static IndexPhrase phrase(Failure failure) {
    return switch (failure) {
      case DISK_FULL -> IndexPhrase.DISK_FULL;
      case DISK -> IndexPhrase.DISK;
      case BUSY -> IndexPhrase.BUSY;
      case DEFECT -> IndexPhrase.DEFECT;
      case CATALOGUE -> IndexPhrase.CATALOGUE;
      case OTHER -> IndexPhrase.OTHER_FAILURE;
    };
  }
}
