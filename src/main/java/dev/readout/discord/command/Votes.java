package dev.readout.discord.command;

import dev.readout.corpus.Scope;
import dev.readout.store.FeedbackTable;
import dev.readout.store.MemberKeys;
import dev.readout.store.Verdict;

/** What members think of answers: one vote each, under a key instead of their id. Thread-safe. */
final class Votes {
  private final FeedbackTable feedback;
  private final MemberKeys keys;

  Votes(FeedbackTable feedback, MemberKeys keys) {
    this.feedback = feedback;
    this.keys = keys;
  }

  /** Counts the vote, instead of the one before; false when the receipt is no longer kept. */
  boolean cast(String receipt, Scope scope, long member, Verdict verdict) {
    return feedback.save(receipt, scope, keys.of(member), verdict);
  }

  /** Takes the member's vote back if it is this one; false when it is not. */
  boolean takeBack(String receipt, long member, Verdict verdict) {
    return feedback.withdraw(receipt, keys.of(member), verdict);
  }

  /** Whether it says that an answer was wanting. */
  boolean isDislike(Verdict verdict) {
    return switch (verdict) {
      case HELPFUL -> false;
      case WRONG_SOURCE, OUT_OF_DATE -> true;
    };
  }

  /** Whether the member's vote on the answer, if any, says so. */
  boolean hasDisliked(String receipt, long member) {
    return feedback.of(receipt, keys.of(member)).filter(this::isDislike).isPresent();
  }

  /** Erases a member's votes, and returns how many there were. */
  long forget(long member) {
    return feedback.forget(keys.of(member));
  }
}
