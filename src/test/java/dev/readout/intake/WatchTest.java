package dev.readout.intake;

import static dev.readout.intake.IntakeFixture.ACTOR;
import static dev.readout.intake.IntakeFixture.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.intake.extract.FeedReading.LinkPattern;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedKind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is due, looked at one after the other in each server. */
@Timeout(600)
@ExtendWith(ShippedIndex.class)
final class WatchTest {
  private static final Scope THERE = Scope.ofServer(2);

  private IntakeFixture fixture;
  private PageServer site;

  @BeforeEach
  void open(@TempDir Path folder, Generation generation) throws Exception {
    fixture = new IntakeFixture(folder, generation);
    site = fixture.site();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Watch watch(Predicate<Scope> reindex) {
    FeedChecker checker =
        new FeedChecker(
            fixture.fetcher(),
            fixture.extractor(),
            fixture.feeds(),
            new NewItems(fixture.intake(), fixture.feeds(), _ -> true),
            fixture::now);
    return new Watch(
        fixture.feeds(), fixture.sources(), checker, fixture.refresher(), reindex, fixture::now);
  }

  /** A feed of one item, which is taken at once. */
  private Feed taken(Scope scope) throws Exception {
    listFirst();
    return add(scope, FeedKind.RSS, null);
  }

  private void listFirst() {
    site.page("/a", PageServer.dated("First", "2026-05-12"), "The first was said in May.");
    site.put(
        "/feed",
        "application/rss+xml",
        ("<rss version=\"2.0\"><channel><title>F</title><item><link>"
                + site.at("www.commerce.gov", "/a")
                + "</link></item></channel></rss>")
            .getBytes(StandardCharsets.UTF_8));
  }

  private Feed add(Scope scope, FeedKind kind, @Nullable String pattern) throws Exception {
    return fixture
        .feeds()
        .add(
            scope,
            new Feed.Listing(kind, site.at("www.commerce.gov", "/feed").toString(), pattern),
            ACTOR);
  }

  @Test
  void look_feedThatBreaksTheProgram_stopsNoOther() throws Exception {
    // Longer than any pattern may be, as if another version had stored it.
    Feed broken = add(HERE, FeedKind.LIST_PAGE, "x".repeat(LinkPattern.MAX_CHARS + 1));
    Feed good = taken(THERE);
    List<Scope> reindexed = new CopyOnWriteArrayList<>();

    try (Watch watch = watch(reindexed::add)) {
      watch.look();
      watch.look();
    }

    assertThat(reindexed).containsExactly(THERE);
    assertThat(fixture.feeds().find(THERE, good.number()).orElseThrow().health().problem())
        .isNull();
    Feed postponed = fixture.feeds().find(HERE, broken.number()).orElseThrow();
    assertThat(postponed.health().problem()).isEqualTo("failed");
    assertThat(postponed.health().nextCheck()).isEqualTo(fixture.now().plus(Duration.ofHours(1)));
    assertThat(site.asked("/feed")).isEqualTo(2);
  }

  @Test
  void start_feedsOfAServerHang_anothersIsLookedAt() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Watch watch = watch(_ -> true)) {
      for (String host : List.of("ustr.gov", "www.mofcom.gov.cn", "www.example-law.com")) {
        String address = "http://" + host + ":" + silent.getLocalPort() + "/feed";
        fixture.feeds().add(HERE, new Feed.Listing(FeedKind.RSS, address, null), ACTOR);
      }
      fixture.moveClockTo(fixture.now().plusSeconds(1));
      Feed good = taken(THERE);

      watch.start(Duration.ofMillis(10));

      // One of them would hang for 20 seconds.
      await()
          .atMost(Duration.ofSeconds(15))
          .until(
              () ->
                  fixture.feeds().find(THERE, good.number()).orElseThrow().health().checked()
                      != null);
    }
  }

  @Test
  void look_clockWasYearsAhead_looksAgainAtFeedsAndSources() throws Exception {
    taken(HERE);
    Instant right = fixture.now();
    try (Watch watch = watch(_ -> true)) {
      fixture.moveClockTo(right.plus(Duration.ofDays(9_000)));
      watch.look();
      assertThat(site.asked("/feed")).isEqualTo(1);
      long before = site.asked("/a");

      fixture.moveClockTo(right.plusSeconds(60));
      watch.look();
      watch.look();

      assertThat(site.asked("/feed")).isEqualTo(2);
      assertThat(site.asked("/a")).isEqualTo(before + 1);
    }
  }

  @Test
  void look_reindexUnderWay_asksAgainNextTime() throws Exception {
    taken(HERE);
    AtomicInteger asked = new AtomicInteger();

    try (Watch watch = watch(_ -> asked.incrementAndGet() == 3)) {
      watch.look();
      watch.look();
      watch.look();
      watch.look();
    }

    assertThat(asked).hasValue(3);
  }

  @Test
  void index_noFeedBroughtAnything_isAskedUntilNothingIsLeft() {
    List<Scope> asked = new CopyOnWriteArrayList<>();

    try (Watch watch =
        watch(
            scope -> {
              asked.add(scope);
              return asked.size() == 2;
            })) {
      watch.index(THERE);
      watch.look();
      watch.look();
      watch.look();
    }

    assertThat(asked).containsExactly(THERE, THERE);
  }

  @Test
  void start_errorInALook_looksAgain() throws Exception {
    taken(HERE);
    AtomicInteger asked = new AtomicInteger();

    try (Watch watch =
        watch(
            _ -> {
              if (asked.incrementAndGet() == 1) {
                throw new AssertionError("nobody expects this");
              }
              return true;
            })) {
      watch.start(Duration.ofMillis(10));
      await().atMost(Duration.ofMinutes(1)).until(() -> asked.get() == 2);
    }
  }

  @Test
  void look_closed_looksAtNothing() throws Exception {
    taken(HERE);
    Watch watch = watch(_ -> true);
    watch.close();

    watch.look();

    assertThat(site.asked("/feed")).isZero();
  }

  /** What goes on as before is told to nobody, or a log of years would hold little else. */
  @Test
  void look_againAndAgain_tellsWhatChanges() throws Exception {
    Feed feed = taken(HERE);
    List<String> told = new ArrayList<>();
    try (Watch watch = watch(_ -> true)) {
      told.add(toldBy(watch));
      told.add(toldBy(watch));
      for (String path : List.of("/feed", "/a")) {
        site.status(path, 503, "");
      }
      told.add(toldBy(watch));
      told.add(toldBy(watch));
      listFirst();
      site.page("/a", PageServer.dated("First", "2026-05-12"), "The first was said in June.");
      told.add(toldBy(watch));
    }

    String which = "feed " + feed.number() + " of " + HERE.id();
    assertThat(told)
        .containsExactly(
            "INFO " + which + ": 0 new wait for approval, 1 taken, 0 could not be had",
            "",
            "WARN "
                + which
                + " cannot be used: server-error"
                + "; WARN source 1 of "
                + HERE.id()
                + " cannot be used: server-error",
            "",
            "INFO "
                + which
                + " can be used again"
                + "; INFO source 1 of "
                + HERE.id()
                + " has a new text, for the next reindex");
  }

  /** What a look tells at INFO and above, when all is due. */
  private String toldBy(Watch watch) {
    Logger logger = (Logger) LoggerFactory.getLogger(Watch.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      fixture.moveClockTo(fixture.now().plus(Duration.ofDays(30)));
      watch.look();
    } finally {
      logger.detachAppender(log);
    }
    return log.list.stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
        .collect(Collectors.joining("; "));
  }
}
