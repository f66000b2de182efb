package dev.readout.intake.extract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a feed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(FeedReading.Items.class),
  @JsonSubTypes.Type(FeedReading.Malformed.class),
  @JsonSubTypes.Type(FeedReading.Challenged.class),
  @JsonSubTypes.Type(FeedReading.Empty.class)
})
public sealed interface FeedReading {
  /** The documents listed, in the feed's order, none twice; and where it goes on. */
  record Items(List<Item> items, @Nullable URI next) implements FeedReading {
    public Items {
      items = List.copyOf(items);
      if (items.size() > FeedReader.MAX_ITEMS) {
        throw new IllegalArgumentException("a list of " + items.size() + " items");
      }
      for (Item item : items) {
        URI address = item.address();
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
          throw new IllegalArgumentException("no address of a page: " + address);
        }
      }
    }

    public Items(List<Item> items) {
      this(items, null);
    }
  }

  /** A document that a feed lists, at an absolute address without fragment. Immutable. */
  record Item(URI address, String title, @Nullable Gazetted gazetted) {
    public Item(URI address, String title) {
      this(address, title, null);
    }

    /** Where its text is for programs. */
    public URI textAddress() {
      return gazetted == null || gazetted.text() == null ? address : gazetted.text();
    }
  }

  /**
   * A document of the Federal Register by the interface's own fields, such as {@code 90 FR 47201},
   * {@code 2025-19001} and {@code Final rule}; null for those not given. Immutable.
   */
  record Gazetted(
      @Nullable URI text,
      @Nullable LocalDate published,
      @Nullable LocalDate effective,
      @Nullable String citation,
      @Nullable String number,
      @Nullable String action) {}

  /** Reading it took more memory than there is for it: no list, but an attack or a mistake. */
  record TooLarge() implements FeedReading {}

  /** Reading it took longer than it may. */
  record TooSlow() implements FeedReading {}

  /** It is not what it was said to be: no feed, no such JSON, no page. */
  record Malformed() implements FeedReading {}

  /** A page that asks who is reading, in place of the list: see {@link HtmlExtractor.Challenge}. */
  record Challenged() implements FeedReading {}

  /** It is what it was said to be, but lists nothing: a pattern that fits no link, mostly. */
  record Empty() implements FeedReading {}

  /** Which links are items, as {@code /article/*}; no regular expression, so never slow. */
  public record LinkPattern(String text) {
    public static final int MAX_CHARS = 200;

    public LinkPattern {
      if (text.isBlank() || text.length() > MAX_CHARS) {
        throw new IllegalArgumentException("a pattern has 1 to " + MAX_CHARS + " characters");
      }
    }

    /** Whether the pattern's parts stand in the address in their order. */
    public boolean fits(String address) {
      int from = 0;
      for (String part : text.split("\\*", -1)) {
        int at = address.indexOf(part, from);
        if (at < 0) {
          return false;
        }
        from = at + part.length();
      }
      return text.endsWith("*") || address.endsWith(text.substring(text.lastIndexOf('*') + 1));
    }
  }
}
