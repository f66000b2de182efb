package dev.readout.cli.render;

import dev.readout.answer.Answer;
import dev.readout.answer.reading.Language;
import dev.readout.cli.page.Ink;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;

/** What the sides are called and how they are coloured. */
final class SideText {
  private SideText() {}

  static String name(Side side, Language language) {
    return switch (side) {
      case US -> Label.WASHINGTON.in(language);
      case PRC -> Label.BEIJING.in(language);
      case JOINT -> Label.JOINT.in(language);
      case OTHER -> Label.OTHER.in(language);
    };
  }

  /**
   * The heading of a block. Records about both sides that we compiled are no joint documents, and
   * are not to be taken for any.
   */
  static String heading(Answer.Block block, Language language) {
    boolean compiled =
        block.side() == Side.JOINT
            && block.snippets().stream().anyMatch(snippet -> !isJointDocument(snippet.record()));
    return compiled ? Label.JOINT_AND_COMPILED.in(language) : name(block.side(), language);
  }

  /** Whether both governments issued it together. */
  static boolean isJointDocument(CorpusRecord record) {
    return record.side() == Side.JOINT
        && (record.kind() == Kind.READOUT || record.kind() == Kind.AGREEMENT);
  }

  static Ink ink(Side side) {
    return switch (side) {
      case US -> Ink.BLUE;
      case PRC -> Ink.MAGENTA;
      case JOINT, OTHER -> Ink.BOLD;
    };
  }
}
