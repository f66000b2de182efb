package dev.readout.discord.render;

import dev.readout.answer.Label;
import dev.readout.corpus.Language;
import dev.readout.discord.render.SourceId.Action;
import dev.readout.intake.Inbox;
import dev.readout.store.Feed;
import dev.readout.store.FeedbackTable.FeedbackCounts;
import dev.readout.store.MatterTable.Matter;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;

/** What moderators are told, and what they can do about it. Pure functions. */
public final class MatterMessage {
  /** Two decisions about each of two documents. */
  private static final int BUTTONS_A_ROW = 4;

  private MatterMessage() {}

  /** A document that waits. */
  public static String waits(Inbox.Item item, Language language) {
    return InboxMessage.lines(item, language);
  }

  /** A feed that fails. */
  public static String fails(Feed feed, Language language) {
    return FeedsMessage.line(feed, "⚠️ " + WatchPhrase.FEED_FAILS.in(language) + " ", language);
  }

  /** An answer that was not liked; by whom is nobody's business. */
  public static String disliked(String receipt, FeedbackCounts votes, Language language) {
    return Markdown.bullet(
        "👎 "
            + WatchPhrase.DISLIKED.in(
                language,
                receipt,
                counted(Phrase.WRONG_SOURCE, votes.wrongSource(), language)
                    + Label.BETWEEN_NAMES.in(language)
                    + counted(Phrase.OUT_OF_DATE, votes.outOfDate(), language)));
  }

  private static String counted(Phrase verdict, long votes, Language language) {
    return verdict.in(language) + " " + votes;
  }

  /** The buttons of what a message tells, each with the number or receipt that it is about. */
  static List<MessageTopLevelComponent> buttons(List<Matter> matters, Language language) {
    List<Button> all = new ArrayList<>();
    for (Matter matter : matters) {
      switch (matter.type()) {
        case WAITS -> {
          all.add(decision(Action.APPROVE, SourcePhrase.APPROVE, matter, language));
          all.add(decision(Action.REFUSE, SourcePhrase.REFUSE, matter, language));
        }
        case FAILS -> {} // there is nothing to decide
        case DISLIKED ->
            all.add(
                Button.secondary(
                    new ComponentId.All(matter.subject()).encode(),
                    SourcePhrase.SHOW.in(language) + " " + matter.subject()));
      }
    }
    List<MessageTopLevelComponent> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i += BUTTONS_A_ROW) {
      rows.add(ActionRow.of(all.subList(i, Math.min(all.size(), i + BUTTONS_A_ROW))));
    }
    return rows;
  }

  private static Button decision(
      Action action, SourcePhrase label, Matter matter, Language language) {
    long number = Long.parseLong(matter.subject());
    String id = new SourceId.Of(action, number, false).encode();
    String text = label.in(language) + " " + number;
    return action == Action.REFUSE ? Button.secondary(id, text) : Button.primary(id, text);
  }
}
