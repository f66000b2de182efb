package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * What is said where one government's block is empty: one sentence, complete with its full stop.
   * It speaks of our sources, never of a government's silence, and stays true beside a lead of that
   * side, beside documents of both sides, and under limits that the reader set.
   */
  public static String empty(Answer.Answered answer, Side side) {
    Language language = answer.language();
    Side asked = answer.question().side();
    if (asked != null && asked != side) {
      return Label.SIDE_NOT_ASKED.in(language);
    }
    if (answer.blocks().stream().noneMatch(one -> one.side() == side && one.soughtInVain())) {
      return Label.NONE_SHOWN.in(language);
    }
    String none = (side == Side.US ? Label.NO_US_STATEMENT : Label.NO_PRC_STATEMENT).in(language);
    return none + exception(answer, side, language);
  }

  private static String exception(Answer.Answered answer, Side side, Language language) {
    if (answer.lead().record().side() == side) {
      return Label.BESIDE_THE_ABOVE.in(language);
    }
    String limits = limits(answer.question(), language);
    if (!limits.isEmpty()) {
      return Label.WITHIN_THE_FILTERS.in(language, limits);
    }
    return answer.snippets().stream().map(Snippet::record).anyMatch(SideText::isJointDocument)
        ? Label.BESIDE_THE_JOINT_ONES.in(language)
        : Label.STOP.in(language);
  }

  private static String limits(Question question, Language language) {
    List<String> limits = new ArrayList<>();
    if (question.topic() != null) {
      limits.add(Label.TOPIC.in(language, question.topic()));
    }
    if (question.since() != null) {
      limits.add(Label.SINCE.in(language, DateText.of(question.since(), language)));
    }
    if (question.until() != null) {
      limits.add(Label.UNTIL.in(language, DateText.of(question.until(), language)));
    }
    return String.join(Label.BETWEEN_NAMES.in(language), limits);
  }
}
