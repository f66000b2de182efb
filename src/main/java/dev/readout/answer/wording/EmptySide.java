package dev.readout.answer.wording;

import dev.readout.answer.Answer;
import dev.readout.answer.Question;
import dev.readout.answer.Snippet;
import dev.readout.answer.reading.Language;
import dev.readout.corpus.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said where one government's block is empty. It speaks of our sources, never of a
 * government's silence, and stays true beside a lead of that side, beside documents of both sides,
 * and under limits that the reader set.
 */
public final class EmptySide {
  private EmptySide() {}

  /** One sentence, complete with its full stop. */
  public static String line(Answer.Answered answer, Side side) {
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
