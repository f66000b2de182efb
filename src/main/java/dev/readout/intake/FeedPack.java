package dev.readout.intake;

import static dev.readout.store.Feed.Listing.HOURLY;
import static java.util.stream.Collectors.joining;

import dev.readout.corpus.EntryFile;
import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.SourceAddress;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.FeedTable;
import dev.readout.store.RefusedChangeException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Feeds that come with the program, switched on and off together. Immutable. */
public record FeedPack(List<Entry> entries) {
  /** What may be written behind each key of an entry, in no language. */
  private static final Map<String, String> ALLOWED = allowed();

  public FeedPack {
    entries = List.copyOf(entries);
  }

  /** A feed of it, by the name of who issues what it lists. */
  public record Entry(String name, Feed.Listing listing) {}

  /** The file of the pack has something that cannot be used; the message is for operators. */
  public static final class MistakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String key;
    private final String allowed;

    private MistakeException(Path file, String place, String key, String allowed) {
      super("%s %s, %s: allowed is %s".formatted(file, place, key, allowed));
      this.place = file.getFileName() + " " + place;
      this.key = key;
      this.allowed = allowed;
    }

    /** The file's name and the number of the entry, or of the line, in it. */
    public String place() {
      return place;
    }

    public String key() {
      return key;
    }

    public String allowed() {
      return allowed;
    }
  }

  private static Map<String, String> allowed() {
    Map<String, String> allowed = new LinkedHashMap<>();
    allowed.put("name", "…");
    allowed.put(
        "kind", Arrays.stream(FeedKind.values()).map(FeedKind::wireName).collect(joining(" | ")));
    allowed.put("agency", "{kind: federal-register}");
    allowed.put("term", "{kind: federal-register}");
    allowed.put("address", "https://…");
    allowed.put("pointer", "/data/html");
    allowed.put("links", "/news/*");
    allowed.put("match", "[…, …] (≤ " + Feed.Listing.MAX_WORDS + ")");
    allowed.put("every", "1–168");
    return allowed;
  }

  /** The pack of a file, empty where there is none; throws when it is no list of such entries. */
  public static FeedPack read(Path file) {
    if (!Files.exists(file)) {
      return new FeedPack(List.of());
    }
    List<Entry> entries = new ArrayList<>();
    for (Map<String, List<String>> texts : texts(file)) {
      entries.add(new Reading(file, "[" + (entries.size() + 1) + "]", texts).entry());
    }
    return new FeedPack(entries);
  }

  private static List<Map<String, List<String>>> texts(Path file) {
    try {
      return EntryFile.read(file);
    } catch (EntryFile.NotEntriesException e) {
      throw new MistakeException(file, ":" + e.line(), "YAML", "- {name: …, kind: …}");
    }
  }

  private record Reading(Path file, String place, Map<String, List<String>> texts) {
    Entry entry() {
      for (String key : texts.keySet()) {
        if (!ALLOWED.containsKey(key)) {
          throw mistake(key, String.join(", ", ALLOWED.keySet()));
        }
      }
      FeedKind kind = FeedKind.ofWireName(first("kind").orElse("")).orElseThrow(() -> not("kind"));
      String address = address(kind);
      String pointer = first("pointer").orElse(null);
      String links = first("links").orElse(null);
      List<String> match = texts.getOrDefault("match", List.of());
      var _ =
          with("pointer", () -> new Feed.Listing(kind, address, pointer, null, List.of(), HOURLY));
      var _ = with("links", () -> new Feed.Listing(kind, address, links));
      var _ = with("match", () -> new Feed.Listing(kind, address, null, null, match, HOURLY));
      Feed.Listing listing =
          with(
              "every",
              () ->
                  new Feed.Listing(
                      kind,
                      address,
                      pointer,
                      links,
                      match,
                      Duration.ofHours(Long.parseLong(first("every").orElse("1")))));
      return new Entry(first("name").orElse(address), listing);
    }

    private String address(FeedKind kind) {
      for (String key : List.of("agency", "term")) {
        if (texts.containsKey(key) && kind != FeedKind.FEDERAL_REGISTER) {
          throw not(key);
        }
      }
      Optional<String> search =
          texts.containsKey("agency") || texts.containsKey("term")
              ? Optional.of(FederalRegisterSearch.of(all("agency"), all("term")))
              : Optional.empty();
      String address =
          first("address")
              .or(() -> search)
              .flatMap(SourceAddress::parse)
              .filter(uri -> uri.getScheme().startsWith("http"))
              .map(URI::toString)
              .orElseThrow(() -> not("address"));
      return with("address", () -> new Feed.Listing(kind, address, null)).address();
    }

    private Feed.Listing with(String key, Supplier<Feed.Listing> listing) {
      try {
        return listing.get();
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw not(key);
      }
    }

    private MistakeException not(String key) {
      return mistake(key, Objects.requireNonNull(ALLOWED.get(key)));
    }

    private MistakeException mistake(String key, String allowed) {
      return new MistakeException(file, place, key, allowed);
    }

    private Optional<String> first(String key) {
      return all(key).findFirst();
    }

    private Stream<String> all(String key) {
      return texts.getOrDefault(key, List.of()).stream();
    }
  }

  /** Those of a scope's feeds that are of the pack. */
  public List<Feed> of(FeedTable feeds, Scope scope) {
    Set<String> addresses =
        Set.copyOf(entries.stream().map(entry -> entry.listing().address()).distinct().toList());
    return feeds.list(scope).stream().filter(feed -> addresses.contains(feed.address())).toList();
  }

  /** Has a scope watch all of it; how many it did not watch before. */
  public int switchOn(FeedTable feeds, Scope scope, String actor) throws RefusedChangeException {
    int added = 0;
    for (Entry entry : entries) {
      try {
        var _ = feeds.add(scope, entry.listing(), actor);
        added++;
      } catch (RefusedChangeException e) {
        if (e.reason() instanceof RefusedChangeException.Reason.Full) {
          throw e;
        } // else it is watched already, perhaps in another way
      }
    }
    return added;
  }

  /** Has a scope watch nothing of it; how many it watched before. */
  public int switchOff(FeedTable feeds, Scope scope, String actor) {
    List<Feed> watched = of(feeds, scope);
    watched.forEach(feed -> feeds.remove(scope, feed.number(), actor));
    return watched.size();
  }

  /**
   * Addresses of searches of the Federal Register, by the parameters and fields that the
   * documentation of its interface names (federalregister.gov/developers/documentation/api/v1).
   * Pure functions.
   */
  public static final class FederalRegisterSearch {
    private static final String INTERFACE =
        "https://www.federalregister.gov/api/v1/documents.json?";
    private static final String NEWEST = "order=newest&per_page=50";
    private static final String FIELD = "fields%5B%5D";
    private static final String DAY = "publication_date";

    private static final List<String> FIELDS =
        List.of(
            ("title html_url raw_text_url full_text_xml_url publication_date effective_on "
                    + "citation document_number action")
                .split(" ", -1));

    /** A feed that is new brings no more than that of what was before it. */
    private static final Period BACK = Period.ofDays(90);

    private FederalRegisterSearch() {}

    /** The newest documents of the agencies, by the names in their addresses, with the terms. */
    public static String of(Stream<String> agencies, Stream<String> terms) {
      return Stream.concat(
              agencies.map(one -> "conditions%5Bagencies%5D%5B%5D=" + encoded(one)),
              terms.map(one -> "conditions%5Bterm%5D=" + encoded(one)))
          .collect(Collectors.joining("&", INTERFACE, "&" + NEWEST));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text.strip(), StandardCharsets.UTF_8);
    }

    /** What is asked for a feed: with the fields and from the day that its address leaves open. */
    static URI asked(Feed feed) {
      String address = feed.address();
      if (feed.kind() != Feed.FeedKind.FEDERAL_REGISTER) {
        return URI.create(address);
      }
      StringBuilder asked = new StringBuilder(address);
      char joint = address.contains("?") ? '&' : '?';
      if (!address.contains(DAY)) {
        LocalDate from = LocalDate.ofInstant(feed.added(), ZoneOffset.UTC).minus(BACK);
        asked.append(joint).append("conditions%5B" + DAY + "%5D%5Bgte%5D=").append(from);
        joint = '&';
      }
      if (!address.contains("fields")) {
        for (String field : FIELDS) {
          asked.append(joint).append(FIELD + "=").append(field);
          joint = '&';
        }
      }
      return URI.create(asked.toString());
    }
  }
}
