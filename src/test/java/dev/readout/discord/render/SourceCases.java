package dev.readout.discord.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import dev.readout.intake.Details;
import dev.readout.intake.Details.Candidates;
import dev.readout.intake.Details.DetailsProblem;
import dev.readout.intake.Draft;
import dev.readout.intake.Inbox;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedHealth;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceEntry.SourceVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Every kind of reply about sources by a name, made up so that none changes with the records. */
final class SourceCases {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String URL = "https://www.commerce.gov/news/1";
  private static final String DRAFT = "0123456789abcdef";
  private static final String HASH = "ab".repeat(32);
  private static final Set<Side> AMERICAN = Set.of(Side.US, Side.JOINT, Side.OTHER);
  private static final Candidates CANDIDATES =
      new Candidates(
          List.of(Made.record(Side.JOINT, "Talks in Modelburg", URL, "They met.")),
          List.of(new Topic("tariffs", "Tariffs", "关税", "關稅", "")));

  private SourceCases() {}

  static Map<String, Supplier<Reply>> all() {
    Map<String, Supplier<Reply>> cases = new LinkedHashMap<>();
    cases.put("source-draft", () -> draft(URL, AMERICAN, day(), null, Language.EN));
    cases.put(
        "source-draft-file-zh-tw",
        () -> draft(null, Set.of(Side.values()), null, new DetailsProblem.NoDay(), Language.ZH_TW));
    cases.put("source-list", () -> list(4, "A title", URL, Language.EN));
    cases.put("source-list-zh", () -> list(11, "标题", URL, Language.ZH));
    cases.put("source-show", () -> show("A title", URL, SourceState.ACCEPTED, Language.EN));
    cases.put("source-show-waiting", () -> show("A title", null, SourceState.WAITING, Language.ZH));
    cases.put("source-inbox", () -> inbox(3, "A title", URL, Language.EN));
    cases.put("source-inbox-zh-tw", () -> inbox(11, "標題", URL, Language.ZH_TW));
    cases.put("source-feeds", () -> feeds(3, URL, Language.EN));
    return cases;
  }

  /** The same with more than any message holds of what others may write. */
  static List<Reply> hostile(Language language) {
    String title = Made.HOSTILE.repeat(9);
    List<Reply> replies = new ArrayList<>();
    for (String url : List.of(Made.LONG_URL, "https://example.org/a_(b)>c [d]" + "x".repeat(400))) {
      replies.add(list(11, title, url, language));
      replies.add(inbox(11, title, url, language));
      replies.add(feeds(100, url, language));
      for (SourceState state : SourceState.values()) {
        replies.add(show(title, url, state, language));
      }
      replies.add(hostileDraft(title, url, language));
    }
    return replies;
  }

  private static @Nullable LocalDate day() {
    return LocalDate.of(2026, 5, 12);
  }

  private static Details details(String title, @Nullable LocalDate day) {
    return new Details(
        Side.US,
        dev.readout.corpus.Kind.READOUT,
        title,
        day,
        CANDIDATES.meetings().getFirst().id(),
        List.of("tariffs", "unknown"));
  }

  private static Reply draft(
      @Nullable String url,
      Set<Side> sides,
      @Nullable LocalDate day,
      @Nullable DetailsProblem problem,
      Language language) {
    return draft(
        draft("A title", "Department", url, sides, day, Made.sentences(6, "Washington")),
        problem,
        language);
  }

  private static Reply hostileDraft(String title, String url, Language language) {
    String[] statements = new String[8];
    for (int i = 0; i < statements.length; i++) {
      statements[i] = Made.statement(1_150, "汉字*");
    }
    Draft draft = draft(title.substring(0, 300), title, url, AMERICAN, null, statements);
    DetailsProblem problem = new DetailsProblem.UnknownMeeting(title);
    return draft(draft, problem, language);
  }

  private static Reply draft(Draft draft, @Nullable DetailsProblem problem, Language language) {
    return new DraftMessage(draft, DRAFT, false, CANDIDATES, problem, language).reply();
  }

  private static Draft draft(
      String title,
      String issuer,
      @Nullable String url,
      Set<Side> sides,
      @Nullable LocalDate day,
      String... statements) {
    String body = String.join("\n", statements);
    List<Extraction.Slice> slices = new ArrayList<>();
    int start = 0;
    for (String statement : statements) {
      slices.add(new Extraction.Slice(start, start + statement.length(), null));
      start += statement.length() + 1;
    }
    return new Draft(
        url,
        url == null ? "release_(final).pdf" : null,
        null,
        null,
        Original.of(body.getBytes(UTF_8), Format.PLAIN_TEXT, UTF_8),
        NOW,
        new Extraction.Extracted(title, day, day == null ? null : "en", issuer, body, slices),
        issuer,
        details(title, day),
        sides,
        List.of(),
        List.of(),
        null);
  }

  private static Reply list(int count, String title, String url, Language language) {
    List<SourceEntry> entries =
        IntStream.rangeClosed(1, count)
            .mapToObj(number -> entry(number, title, url, SourceState.ACCEPTED))
            .toList();
    return new CatalogueMessage(entries, Optional.empty(), count, true, language).reply();
  }

  private static Reply inbox(int count, String title, String url, Language language) {
    List<Inbox.Item> items =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                number -> {
                  SourceEntry entry = entry(number, title, url, SourceState.WAITING);
                  return new Inbox.Item(
                      entry,
                      number % 2 == 1 ? List.of(entry.record()) : List.of(),
                      number == 1,
                      number == 3);
                })
            .toList();
    String notAssessed = SourceProblems.named(title);
    return new InboxMessage(items, count, 0, count == 3 ? "" : notAssessed, false, language)
        .reply();
  }

  private static Reply show(
      String title, @Nullable String url, SourceState state, Language language) {
    SourceEntry entry = entry(12, title, url, state);
    List<SourceVersion> versions =
        IntStream.rangeClosed(1, 20)
            .mapToObj(version -> new SourceVersion(version, HASH, NOW))
            .toList();
    return new SourceEntryMessage(
            entry,
            details(title.substring(0, Math.min(300, title.length())), day()),
            versions,
            CANDIDATES,
            null,
            false,
            language)
        .reply();
  }

  private static SourceEntry entry(
      long number, String title, @Nullable String url, SourceState state) {
    CorpusRecord record =
        Made.record(Side.US, title, url == null ? URL : url, Made.sentences(5, "Washington"));
    return new SourceEntry(
        number,
        Scope.GLOBAL,
        url,
        url == null ? "release.pdf" : null,
        number % 2 == 0 ? 1L : null,
        state,
        record,
        HASH,
        NOW,
        NOW,
        "80351110224678912",
        20,
        number % 3 == 0
            ? new SourceHealth(NOW, NOW, NOW, 3, "gone", url, null, null)
            : new SourceHealth(NOW, null, NOW, 1, "timed-out", null, null, null));
  }

  private static Reply feeds(int count, String url, Language language) {
    List<Feed> feeds =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                number ->
                    new Feed(
                        number,
                        Scope.GLOBAL,
                        new Feed.Listing(
                            FeedKind.LIST_PAGE,
                            url.substring(0, Math.min(url.length(), 2_000)),
                            number == 1 ? null : "*".repeat(number)),
                        NOW,
                        "1",
                        number == 1
                            ? new FeedHealth(null, NOW, 0, null, null, null)
                            : new FeedHealth(NOW, NOW, 2, "malformed", null, null)))
            .toList();
    return CatalogueMessage.feeds(feeds, false, List.of(), language);
  }
}
