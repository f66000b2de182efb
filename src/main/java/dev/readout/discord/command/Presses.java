package dev.readout.discord.command;

import dev.readout.answer.Question;
import dev.readout.corpus.Language;
import dev.readout.discord.render.ComponentId;
import dev.readout.discord.render.ModeratorId;
import dev.readout.discord.render.NoticeMessage;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.store.Verdict;
import java.util.List;

/**
 * What a press on a button or a choice from a menu is replied, with nothing remembered but what the
 * id and the receipts hold. Thread-safe. Removing and showing a reply are the listener's: they are
 * about the message, not about its content. Moderators' buttons are {@link
 * dev.readout.discord.moderation.Moderation}'s.
 */
public final class Presses {
  private final Asking asking;
  private final CompareCommand compare;
  private final StatusCommand status;
  private final ExplainCommand explain;
  private final ListedCommand listed;
  private final ReceiptCommand receipts;
  private final Votes votes;
  private final GapNotes gaps;
  private final CommandLinks links;

  Presses(
      Asking asking,
      CompareCommand compare,
      StatusCommand status,
      ExplainCommand explain,
      ListedCommand listed,
      ReceiptCommand receipts,
      Votes votes,
      GapNotes gaps,
      CommandLinks links) {
    this.asking = asking;
    this.compare = compare;
    this.status = status;
    this.explain = explain;
    this.listed = listed;
    this.receipts = receipts;
    this.votes = votes;
    this.gaps = gaps;
    this.links = links;
  }

  /**
   * The reply to a press.
   *
   * @param chosen what was chosen from a menu; empty for a button
   */
  public Reply reply(ComponentId id, String chosen, Request request) {
    return switch (id) {
      case ComponentId.All all -> receipts.page(request, all.receipt(), 1, 0);
      case ComponentId.More more ->
          receipts.page(request, more.receipt(), more.page(), more.from());
      case ComponentId.Sources sources -> receipts.sources(request, sources.receipt());
      case ComponentId.Cite cite -> receipts.citation(request, cite.receipt());
      case ComponentId.View view -> view(view, chosen, request);
      case ComponentId.Related _ -> asking.ask(request, question(chosen, request));
      case ComponentId.Vote vote -> vote(vote, request);
      case ComponentId.Dislike dislike -> reasons(dislike.receipt(), request);
      case ComponentId.Wish wish -> {
        gaps.wished(request, wish.terms());
        yield Reply.text(Phrase.WISHED.in(request.language()));
      }
      case ComponentId.Show _, ComponentId.Remove _, ModeratorId _ ->
          throw new IllegalArgumentException("not a press that is replied to: " + id);
    };
  }

  private Reply view(ComponentId.View view, String chosen, Request request) {
    return switch (view.part()) {
      case MEASURE, HISTORY, RECORD -> status.view(view, chosen, request);
      case MEETING, TOPIC, TABLE, ACCOUNTS -> compare.view(view, chosen, request);
      case TERM, ENTRY, USES -> explain.view(view, chosen, request);
      case LISTED -> listed.reply(request, chosen);
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
      return Reply.text(Phrase.VOTE_BACK.in(request.language()));
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

  /** What is replied to an id that this version cannot read. */
  public Reply unreadable(Language language) {
    return Reply.text(Phrase.OLD_BUTTON.in(language, links.to("ask")));
  }

  private static Question question(String chosen, Request request) {
    return new Question(
        chosen, request.language(), null, null, null, null, null, Asking.BUDGET_CHARS);
  }
}
