package dev.readout.intake.extract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.List;

/** What came of reading a feed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(FeedReading.Items.class),
  @JsonSubTypes.Type(FeedReading.Malformed.class),
  @JsonSubTypes.Type(FeedReading.Challenged.class),
  @JsonSubTypes.Type(FeedReading.Empty.class)
})
public sealed interface FeedReading {
  /**
   * The documents listed, in the feed's own order, none twice.
   *
   * @param items at most {@link FeedReader#MAX_ITEMS}
   */
  record Items(List<Item> items) implements FeedReading {
    public Items {
      items = List.copyOf(items);
      if (items.size() > FeedReader.MAX_ITEMS) {
        throw new IllegalArgumentException("a list of " + items.size() + " items");
      }
    }
  }

  /**
   * A document that a feed lists. Immutable.
   *
   * @param address absolute, http or https, without a fragment
   * @param title as the feed gives it; empty where it gives none
   */
  record Item(URI address, String title) {
    public Item {
      if (address.getHost() == null || !address.getScheme().matches("https?")) {
        throw new IllegalArgumentException("no address of a page: " + address);
      }
    }
  }

  /** Reading it took more memory than there is for it: no list, but an attack or a mistake. */
  record TooLarge() implements FeedReading {}

  /** Reading it took longer than it may. */
  record TooSlow() implements FeedReading {}

  /** It is not what it was said to be: no feed, no such JSON, no page. */
  record Malformed() implements FeedReading {}

  /** A page that asks who is reading, in place of the list: see {@link Challenge}. */
  record Challenged() implements FeedReading {}

  /** It is what it was said to be, but lists nothing: a pattern that fits no link, mostly. */
  record Empty() implements FeedReading {}
}
