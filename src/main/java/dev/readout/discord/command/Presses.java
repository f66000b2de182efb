package dev.readout.discord.command;

import dev.readout.corpus.Scope;
import dev.readout.discord.render.ComponentId;
import dev.readout.discord.render.ModeratorId;
import dev.readout.discord.render.NoticeMessage;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.store.FeedbackTable;
import dev.readout.store.FeedbackTable.Verdict;
import dev.readout.store.MemberKeys;
import java.util.List;

/**
 * What a press on a button or a choice from a menu is replied, with nothing remembered but what the
 * id and the receipts hold. Thread-safe. Removing and showing a reply are the listener's: they are
 * about the message, not about its content. Moderators' buttons are {@link
 * dev.readout.discord.moderation.Moderation}'s.
 */
record Presses(
    Asking asking,
    LookupCommands lookups,
    ReceiptCommand receipts,
    Votes votes,
    UnansweredQuestions gaps) {

  /** The reply to a press, or to what was chosen from a menu. */
  Reply reply(ComponentId id, String chosen, Request request) {
    return switch (id) {
      case ComponentId.All all -> receipts.page(request, all.receipt(), 1, 0);
      case ComponentId.More more ->
          receipts.page(request, more.receipt(), more.page(), more.from());
      case ComponentId.Sources sources -> receipts.sources(request, sources.receipt());
      case ComponentId.Cite cite -> receipts.citation(request, cite.receipt());
      case ComponentId.View view -> lookups.view(view, chosen, request);
      case ComponentId.Related _ -> asking.ask(request, Asking.question(chosen, request));
      case ComponentId.Vote vote -> vote(vote, request);
      case ComponentId.Dislike dislike -> reasons(dislike.receipt(), request);
      case ComponentId.Wish wish -> {
        gaps.wished(request, wish.terms());
        yield request.text(Phrase.WISHED);
      }
      case ComponentId.Show _, ComponentId.Remove _, ModeratorId _ ->
          throw new IllegalArgumentException("not a press that is replied to: " + id);
    };
  }

  private static Reply reasons(String receipt, Request request) {
    return NoticeMessage.of(
        Phrase.WHAT_IS_WRONG.in(request.language()),
        List.of(
            press(receipt, Verdict.WRONG_SOURCE, Phrase.WRONG_SOURCE),
            press(receipt, Verdict.OUT_OF_DATE, Phrase.OUT_OF_DATE)),
        request.language());
  }

  private static NoticeMessage.Press press(String receipt, Verdict verdict, Phrase label) {
    return NoticeMessage.Press.of(new ComponentId.Vote(receipt, verdict), label);
  }

  /** The same vote a second time takes it back. */
  private Reply vote(ComponentId.Vote vote, Request request) {
    if (votes.takeBack(vote.receipt(), request.member(), vote.verdict())) {
      return request.text(Phrase.VOTE_BACK);
    }
    boolean disliked = votes.isDislike(vote.verdict());
    // One member's second thoughts about one answer count once.
    boolean before = disliked && votes.hasDisliked(vote.receipt(), request.member());
    if (!votes.cast(vote.receipt(), request.scope(), request.member(), vote.verdict())) {
      return receipts.unknown(request, vote.receipt());
    }
    if (disliked && !before) {
      gaps.disliked(request, vote.receipt());
    }
    return NoticeMessage.of(
        Phrase.THANKS.in(request.language()),
        List.of(press(vote.receipt(), vote.verdict(), Phrase.TAKE_BACK)),
        request.language());
  }

  /** What members think of answers: one vote each, under a key instead of their id. Thread-safe. */
  record Votes(FeedbackTable feedback, MemberKeys keys) {
    /** Counts the vote, instead of the one before; false when the receipt is no longer kept. */
    boolean cast(String receipt, Scope scope, long member, Verdict verdict) {
      return feedback.save(receipt, scope, keys.of(member), verdict);
    }

    /** Takes the member's vote back if it is this one; false when it is not. */
    boolean takeBack(String receipt, long member, Verdict verdict) {
      return feedback.withdraw(receipt, keys.of(member), verdict);
    }

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
}
