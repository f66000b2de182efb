package dev.readout.intake;

import static dev.readout.intake.IntakeFixture.ACTOR;
import static dev.readout.intake.IntakeFixture.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.readout.answer.ShippedIndex;
import dev.readout.index.Generation;
import dev.readout.intake.FeedChecker.Checked;
import dev.readout.intake.extract.Extractor;
import dev.readout.intake.extract.Extractor.ExtractorSettings;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of a server on this machine, and what they bring into a real catalogue. */
@Timeout(600)
@ExtendWith(ShippedIndex.class)
final class FeedCheckerTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private WatchedFeed feed;
  private IntakeFixture fixture;
  private PageServer site;

  @BeforeEach
  void open(@TempDir Path folder, Generation generation) throws Exception {
    feed = new WatchedFeed(folder, generation, FeedKind.RSS, "www.commerce.gov", "/feed");
    fixture = feed.fixture;
    site = feed.site;
  }

  @AfterEach
  void close() {
    feed.close();
  }

  /** Lists these pages. */
  private void list(String... paths) {
    StringBuilder items = new StringBuilder();
    for (String path : paths) {
      items
          .append("<item><title>Item</title><link>")
          .append(site.at("www.commerce.gov", path))
          .append("</link></item>");
    }
    serve(rss(items.toString()));
  }

  private static String rss(String items) {
    return "<rss version=\"2.0\"><channel><title>F</title>" + items + "</channel></rss>";
  }

  private void serve(String xml) {
    feed.put("/feed", "application/rss+xml", xml);
  }

  private Checked check() {
    return feed.check();
  }

  private Duration untilNextCheck() {
    return Duration.between(fixture.now(), feed.now().health().nextCheck());
  }

  private List<SourceEntry> sources() {
    return feed.sources();
  }

  @Test
  void check_newItems_waitAndComeOnce() {
    site.page("/a", PageServer.dated("First", "2026-05-12"), "The first was said in May.");
    list("/a");

    assertThat(check()).isEqualTo(new Checked(1, 0, 0, null));
    assertThat(check()).isEqualTo(new Checked(0, 0, 0, null));
    assertThat(site.asked("/a")).isEqualTo(1);
    assertThat(sources())
        .extracting(SourceEntry::state, SourceEntry::feed, SourceEntry::addedBy)
        .containsExactly(
            tuple(SourceState.WAITING, feed.now().number(), "feed " + feed.now().number()));
    assertThat(untilNextCheck()).isEqualTo(HOUR);

    // The same text under another address is no new document, nor is what was turned down.
    fixture.intake().refuse(HERE, sources().getFirst().number(), ACTOR);
    site.page(
        "/moved",
        PageServer.dated("First", "2026-05-12") + "<meta name=x content=y>",
        "The first was said in May.");
    list("/moved", "/a");
    assertThat(check()).isEqualTo(new Checked(0, 0, 0, null));
    assertThat(sources()).hasSize(1);
  }

  @Test
  void check_wordsThatDocumentsMustHave_leaveTheOthersOut() throws Exception {
    site.page("/a", PageServer.dated("Peru", "2026-05-12"), "A talk with Peru.");
    site.page("/b", PageServer.dated("Tariffs", "2026-05-12"), "A talk with CHINA on tariffs.");
    site.page("/c", PageServer.dated("对华磋商", "2026-05-12"), "The third was said.");
    list("/a", "/b", "/c");
    Feed.Listing listing =
        new Feed.Listing(
            FeedKind.RSS,
            feed.now().address(),
            null,
            null,
            List.of("China", "对华"),
            HOUR.multipliedBy(6));
    feed.replace(listing);

    assertThat(check()).isEqualTo(new Checked(2, 0, 0, null));
    assertThat(untilNextCheck()).isEqualTo(HOUR.multipliedBy(6));
    assertThat(check()).isEqualTo(new Checked(0, 0, 0, null));
    assertThat(site.asked("/a")).isEqualTo(1);
  }

  @Test
  void check_takenAtOnce_exceptWhatHasNoDay() {
    feed.takesAtOnce = true;
    site.page("/a", PageServer.dated("First", "2026-05-12"), "The first was said in May.");
    site.page("/b", "<title>Undated</title>", "The second was said on a day unknown.");
    list("/a", "/b");

    assertThat(check()).isEqualTo(new Checked(1, 1, 0, null));
    assertThat(sources())
        .extracting(SourceEntry::state)
        .containsExactly(SourceState.ACCEPTED, SourceState.WAITING);
  }

  @Test
  void check_moreThanTenItems_leavesTheRestForSoon() {
    String[] paths = IntStream.range(0, 12).mapToObj(n -> "/gone" + n).toArray(String[]::new);
    list(paths);

    assertThat(check().failed()).isEqualTo(NewItems.MAX_NEW);
    assertThat(untilNextCheck()).isEqualTo(Duration.ofMinutes(5));
    assertThat(check().failed()).isEqualTo(2);
    assertThat(untilNextCheck()).isEqualTo(HOUR);
    // What is gone is gone.
    assertThat(check().failed()).isZero();
    assertThat(site.asked("/gone0")).isEqualTo(1);
  }

  @Test
  void check_itemsThatFailAgainAndAgain_keepNothingWaitingAndAreLetGo() {
    String[] paths = IntStream.range(0, 11).mapToObj(n -> "/bad" + n).toArray(String[]::new);
    for (String path : paths) {
      site.status(path, 500, "");
    }
    list(paths);

    check();
    assertThat(site.asked("/bad10")).isZero();
    check();
    assertThat(site.asked("/bad10")).isEqualTo(1);
    for (int i = 0; i < 2 * NewItems.MAX_TRIES; i++) {
      check();
    }

    assertThat(paths).allMatch(path -> site.asked(path) == NewItems.MAX_TRIES);
    assertThat(check()).isEqualTo(new Checked(0, 0, 0, null));
  }

  @Test
  void check_serverWantsToBeLeftAlone_isLeftAlone() {
    site.status("/busy", 429, "7200");
    list("/busy", "/b", "/c");

    assertThat(check().failed()).isEqualTo(1);

    assertThat(site.asked("/b")).isZero();
    assertThat(untilNextCheck()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void check_extractorGone_leavesItemsForLater() {
    site.page("/a", "", "The first was said in May.");
    list("/a");
    fixture.closeExtractor();

    assertThat(check()).isEqualTo(new Checked(0, 0, 0, null));
    assertThat(untilNextCheck()).isEqualTo(Duration.ofMinutes(5));
    check();
    assertThat(site.asked("/feed")).isEqualTo(2);
  }

  /** Each element of it takes a thousand times its bytes. */
  @Test
  void check_listThatTakesAllMemory_isReadOnceAndSetAside() throws Exception {
    String piece = "<p>" + "<b>".repeat(12) + "<p>x";
    String page = "<html><body>" + piece.repeat((2 << 20) / piece.length() - 10);
    feed.put("/list", "text/html", page);
    String address = site.at("www.commerce.gov", "/list").toString();
    feed.replace(new Feed.Listing(FeedKind.LIST_PAGE, address, null));

    try (Extractor isolated = new Extractor(ExtractorSettings.DEFAULT)) {
      assertThat(feed.checker(isolated).check(feed.now()).problem())
          .isEqualTo(FeedChecker.SET_ASIDE);
    }
    assertThat(feed.now().health().nextCheck()).isNull();
  }

  /** Or a check that stops the bot would be the first thing it does after each start. */
  @Test
  void check_underWay_isNotDueAgain() {
    List<Duration> until = new ArrayList<>();
    site.on(
        "/feed",
        exchange -> {
          until.add(untilNextCheck());
          exchange.sendResponseHeaders(500, -1);
        });

    check();
    check();

    assertThat(until).containsExactly(HOUR, HOUR.multipliedBy(2));
    assertThat(feed.now().health().failures()).isEqualTo(2);
  }

  @Test
  void check_feedRemovedMeanwhile_bringsNothing() {
    list("/a", "/b");
    site.on(
        "/a",
        exchange -> {
          fixture.feeds().remove(HERE, feed.now().number(), ACTOR);
          exchange.sendResponseHeaders(404, -1);
        });

    check();

    assertThat(site.asked("/b")).isZero();
  }

  @Test
  void check_noFeed_isAskedLessAndLessOften() {
    serve("<html>no feed</html>");
    assertThat(check().problem()).isEqualTo("malformed");
    assertThat(untilNextCheck()).isEqualTo(HOUR);
    assertThat(check().problem()).isEqualTo("malformed");
    assertThat(untilNextCheck()).isEqualTo(HOUR.multipliedBy(2));

    site.status("/feed", 429, Long.toString(Duration.ofDays(2).toSeconds()));
    assertThat(check().problem()).isEqualTo("rate-limited");
    assertThat(untilNextCheck()).isEqualTo(Duration.ofDays(2));

    list("/gone");
    assertThat(check().problem()).isNull();
    assertThat(feed.now().health().failures()).isZero();
  }

  @Test
  void check_emptyFeed_isToldButNoFailure() {
    list();

    assertThat(check().problem()).isEqualTo("empty");
    assertThat(check().problem()).isEqualTo("empty");
    fixture.moveClockTo(fixture.now().plus(Duration.ofDays(7)));
    assertThat(check().problem()).isEqualTo("empty-7-days");
    assertThat(check().problem()).isEqualTo("empty-7-days");
    list("/gone");
    assertThat(check().problem()).isNull();
    list();
    assertThat(check().problem()).isEqualTo("empty");
    assertThat(feed.now().health().problem()).isEqualTo("empty");
    assertThat(untilNextCheck()).isEqualTo(HOUR);
  }

  @Test
  void check_notModified_keepsItsVersion() {
    String item = "<item><link>" + site.at("www.commerce.gov", "/gone") + "</link></item>";
    byte[] rss = rss(item).getBytes(StandardCharsets.UTF_8);
    site.on(
        "/feed",
        exchange -> {
          if ("\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, rss.length);
            exchange.getResponseBody().write(rss);
          }
        });

    check();
    check();
    check();

    assertThat(feed.now().health().etag()).isEqualTo("\"one\"");
    assertThat(site.asked("/gone")).isEqualTo(1);
  }
}
