package dev.readout.discord.watch;

import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.render.InboxMessage;
import dev.readout.discord.render.NoteMessage;
import dev.readout.intake.Inbox;
import dev.readout.store.FeedTable;
import dev.readout.store.FeedbackTable;
import dev.readout.store.MatterTable;
import dev.readout.store.MatterTable.Matter;
import dev.readout.store.NoteTable;
import dev.readout.store.NoteTable.NewNote;
import dev.readout.store.WatchTable.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down for the moderators of servers that have a channel for it what waits for them: of
 * their own server alone. Confined to one thread.
 */
public final class ModeratorWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ModeratorWatch.class);

  private final MatterTable matters;
  private final NoteTable notes;
  private final Inbox inbox;
  private final FeedTable feeds;
  private final FeedbackTable feedback;

  /** Servers that could not be looked at: told once. */
  private final Set<Scope> failing = new HashSet<>();

  public ModeratorWatch(
      MatterTable matters, NoteTable notes, Inbox inbox, FeedTable feeds, FeedbackTable feedback) {
    this.matters = matters;
    this.notes = notes;
    this.inbox = inbox;
    this.feeds = feeds;
    this.feedback = feedback;
  }

  /** Looks at every such server; nobody waits for one that cannot be looked at. */
  public void look() {
    for (Place place : matters.places()) {
      try {
        tell(place);
        failing.remove(place.scope());
      } catch (RuntimeException e) {
        if (failing.add(place.scope())) {
          LOG.warn("{}'s moderators cannot be told yet: {}", place.scope().id(), e.toString());
        }
      }
    }
  }

  private void tell(Place place) {
    matters.dropOver(place.scope());
    List<Matter> untold = matters.untold(place.scope());
    if (!untold.isEmpty()) {
      notes.add(place.scope(), untold.stream().map(Matter::event).toList(), written(place, untold));
    }
  }

  /** Documents first, those that matter most before others; the outbox keeps as many as it may. */
  private List<NewNote> written(Place place, List<Matter> untold) {
    Language language = Language.ofWireName(place.language()).orElse(Language.EN);
    Scope server = place.scope();
    List<NewNote> written = new ArrayList<>();
    if (untold.stream().anyMatch(matter -> matter.type() == MatterTable.Type.WAITS)) {
      for (Inbox.Item item : inbox.waiting(server)) {
        Matter matter = new Matter(MatterTable.Type.WAITS, Long.toString(item.entry().number()));
        if (untold.contains(matter)) {
          written.add(note(place, matter, InboxMessage.lines(item, language)));
        }
      }
    }
    for (Matter matter : untold) {
      switch (matter.type()) {
        case WAITS -> {} // above
        case FAILS ->
            feeds
                .find(server, Long.parseLong(matter.subject()))
                .map(feed -> note(place, matter, NoteMessage.fails(feed, language)))
                .ifPresent(written::add);
        case DISLIKED ->
            written.add(
                note(
                    place,
                    matter,
                    NoteMessage.disliked(
                        matter.subject(), feedback.of(matter.subject()), language)));
      }
    }
    return written;
  }

  private static NewNote note(Place place, Matter matter, String text) {
    return new NewNote(place.key(), matter.event(), text);
  }
}
