package dev.readout.intake;

import dev.readout.corpus.Side;
import java.time.LocalDate;
import java.util.Set;

/** What is wrong with what somebody decided about a source. */
public sealed interface DetailsProblem {
  /** No title, or one of more than {@link Details#MAX_TITLE_CHARS} characters. */
  record Title(int chars) implements DetailsProblem {}

  /** No day of publication: the document states none, so that a person must. */
  record NoDay() implements DetailsProblem {}

  /** A day that has not come yet, or one before there was anything to talk about. */
  record ImpossibleDay(LocalDate day) implements DetailsProblem {}

  /** This publisher's words cannot be filed as that side's. */
  record WrongSide(Side side, Set<Side> allowed) implements DetailsProblem {
    public WrongSide {
      allowed = Set.copyOf(allowed);
    }
  }

  /** Nothing that a source can be. */
  record WrongKind() implements DetailsProblem {}

  record UnknownMeeting(String id) implements DetailsProblem {}

  record UnknownTopic(String id) implements DetailsProblem {}

  record TooManyTopics(int count) implements DetailsProblem {}
}
