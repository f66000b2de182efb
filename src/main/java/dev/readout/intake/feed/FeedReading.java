package dev.readout.intake.feed;

import java.util.List;

/** What came of reading a feed. */
public sealed interface FeedReading {
  /**
   * The documents listed, in the feed's own order, none twice.
   *
   * @param items at most {@link FeedReader#MAX_ITEMS}
   */
  record Items(List<FeedItem> items) implements FeedReading {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** It is not what it was said to be: no feed, no such JSON, no page. */
  record Malformed() implements FeedReading {}

  /** It is what it was said to be, but lists nothing: a pattern that fits no link, mostly. */
  record Empty() implements FeedReading {}
}
