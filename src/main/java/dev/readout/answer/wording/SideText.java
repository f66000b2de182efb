package dev.readout.answer.wording;

import dev.readout.answer.Answer;
import dev.readout.answer.reading.Language;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;

/** What the sides and their blocks are called. */
public final class SideText {
  private SideText() {}

  public static String name(Side side, Language language) {
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
  public static String heading(Answer.Block block, Language language) {
    boolean compiled =
        block.side() == Side.JOINT
            && block.snippets().stream().anyMatch(snippet -> !isJointDocument(snippet.record()));
    return compiled ? Label.JOINT_AND_COMPILED.in(language) : name(block.side(), language);
  }

  /** Whether both governments issued it together. */
  public static boolean isJointDocument(CorpusRecord record) {
    return record.side() == Side.JOINT
        && (record.kind() == Kind.READOUT || record.kind() == Kind.AGREEMENT);
  }
}
