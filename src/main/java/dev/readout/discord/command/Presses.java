package dev.readout.discord.command;

import dev.readout.answer.Question;
import dev.readout.answer.reading.Language;
import dev.readout.discord.component.ComponentId;
import dev.readout.discord.component.ModeratorId;
import dev.readout.discord.render.Reply;
import dev.readout.discord.wording.Phrase;

/**
 * What a press on a button or a choice from a menu is replied, with nothing remembered but what the
 * id and the receipts hold. Thread-safe. Removing and showing a reply are the listener's: they are
 * about the message, not about its content. Moderators' buttons are {@link
 * dev.readout.discord.moderation.Moderation}'s.
 */
public final class Presses {
  private final Asking asking;
  private final CompareCommand compare;
  private final ReceiptCommand receipts;
  private final Votes votes;
  private final GapNotes gaps;
  private final CommandLinks links;

  Presses(
      Asking asking,
      CompareCommand compare,
      ReceiptCommand receipts,
      Votes votes,
      GapNotes gaps,
      CommandLinks links) {
    this.asking = asking;
    this.compare = compare;
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
      case ComponentId.More more -> receipts.page(request, more);
      case ComponentId.MoreRows rows -> compare.page(request, rows);
      case ComponentId.Sources sources -> receipts.sources(request, sources.receipt());
      case ComponentId.Related _ -> asking.ask(request, question(chosen, request));
      case ComponentId.Vote vote -> vote(vote, request);
      case ComponentId.Show _, ComponentId.Remove _, ModeratorId _ ->
          throw new IllegalArgumentException("not a press that is replied to: " + id);
    };
  }

  private Reply vote(ComponentId.Vote vote, Request request) {
    boolean disliked = votes.isDislike(vote.verdict());
    // One member's second thoughts about one answer count once.
    boolean before = disliked && votes.hasDisliked(vote.receipt(), request.member());
    if (!votes.cast(vote.receipt(), request.scope(), request.member(), vote.verdict())) {
      return receipts.unknown(request, vote.receipt());
    }
    if (disliked && !before) {
      gaps.disliked(request, vote.receipt());
    }
    return Reply.text(Phrase.THANKS.in(request.language()));
  }

  /** What is replied to an id that this version cannot read. */
  public Reply unreadable(Language language) {
    return Reply.text(Phrase.OLD_BUTTON.in(language, links.to(Phrase.NAME_ASK.in(Language.EN))));
  }

  private static Question question(String chosen, Request request) {
    return new Question(
        chosen, request.language(), null, null, null, null, null, Asking.BUDGET_CHARS);
  }
}
