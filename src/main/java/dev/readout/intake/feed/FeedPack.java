package dev.readout.intake.feed;

import dev.readout.corpus.Scope;
import dev.readout.corpus.file.EntryFile;
import dev.readout.intake.SourceAddress;
import dev.readout.store.CatalogueFullException;
import dev.readout.store.DuplicateEntryException;
import dev.readout.store.Feed;
import dev.readout.store.FeedKind;
import dev.readout.store.FeedTable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Feeds that come with the program, switched on and off together. Immutable. */
public record FeedPack(List<Entry> entries) {
  private static final Set<String> KEYS =
      Set.of("name", "kind", "agency", "term", "address", "pointer", "links", "match", "every");

  public FeedPack {
    entries = List.copyOf(entries);
  }

  /** A feed of it, by the name of who issues what it lists. */
  public record Entry(String name, Feed.Listing listing) {}

  /**
   * The pack of a file; empty where there is none.
   *
   * @throws IllegalArgumentException when an entry is none
   */
  public static FeedPack read(Path file) {
    if (!Files.exists(file)) {
      return new FeedPack(List.of());
    }
    List<Entry> entries = new ArrayList<>();
    for (Map<String, List<String>> texts : EntryFile.read(file)) {
      try {
        entries.add(entry(texts));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s, entry %d: %s".formatted(file, entries.size() + 1, e.getMessage()), e);
      }
    }
    return new FeedPack(entries);
  }

  private static Entry entry(Map<String, List<String>> texts) {
    if (!KEYS.containsAll(texts.keySet())) {
      throw new IllegalArgumentException("it has " + texts.keySet() + ", of " + KEYS);
    }
    FeedKind kind =
        first(texts, "kind")
            .flatMap(FeedKind::ofWireName)
            .orElseThrow(() -> new IllegalArgumentException("no kind of feed"));
    String address =
        first(texts, "address")
            .or(() -> kind == FeedKind.FEDERAL_REGISTER ? search(texts) : Optional.empty())
            .flatMap(SourceAddress::parse)
            .map(URI::toString)
            .orElseThrow(() -> new IllegalArgumentException("no address"));
    return new Entry(
        first(texts, "name").orElse(address),
        new Feed.Listing(
            kind,
            address,
            text(texts, "pointer"),
            text(texts, "links"),
            texts.getOrDefault("match", List.of()),
            Duration.ofHours(Long.parseLong(first(texts, "every").orElse("1")))));
  }

  private static Optional<String> search(Map<String, List<String>> texts) {
    return Optional.of(
        FederalRegisterSearch.of(
            texts.getOrDefault("agency", List.of()).stream(),
            texts.getOrDefault("term", List.of()).stream()));
  }

  private static Optional<String> first(Map<String, List<String>> texts, String key) {
    return texts.getOrDefault(key, List.of()).stream().findFirst();
  }

  private static @Nullable String text(Map<String, List<String>> texts, String key) {
    return first(texts, key).orElse(null);
  }

  /** Those of a scope's feeds that are of the pack. */
  public List<Feed> of(FeedTable feeds, Scope scope) {
    Set<String> addresses =
        Set.copyOf(entries.stream().map(entry -> entry.listing().address()).distinct().toList());
    return feeds.list(scope).stream().filter(feed -> addresses.contains(feed.address())).toList();
  }

  /**
   * Has a scope watch all of it.
   *
   * @return how many it did not watch before
   */
  public int switchOn(FeedTable feeds, Scope scope, String actor) throws CatalogueFullException {
    int added = 0;
    for (Entry entry : entries) {
      try {
        var _ = feeds.add(scope, entry.listing(), actor);
        added++;
      } catch (DuplicateEntryException _) {
        // Watched already, perhaps in another way.
      }
    }
    return added;
  }

  /**
   * Has a scope watch nothing of it.
   *
   * @return how many it watched before
   */
  public int switchOff(FeedTable feeds, Scope scope, String actor) {
    List<Feed> watched = of(feeds, scope);
    watched.forEach(feed -> feeds.remove(scope, feed.number(), actor));
    return watched.size();
  }
}
