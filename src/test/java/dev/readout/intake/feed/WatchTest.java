package dev.readout.intake.feed;

import static dev.readout.intake.IntakeFixture.ACTOR;
import static dev.readout.intake.IntakeFixture.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.intake.IntakeFixture;
import dev.readout.intake.PageServer;
import dev.readout.store.Feed;
import dev.readout.store.FeedKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is due, looked at one after the other. */
@Timeout(60)
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
            fixture.fetcher(), fixture.intake(), fixture.feeds(), _ -> true, fixture::now);
    return new Watch(
        fixture.feeds(), fixture.sources(), checker, fixture.refresher(), reindex, fixture::now);
  }

  /** A feed of one item, which is taken at once. */
  private Feed taken(Scope scope) throws Exception {
    site.page("/a", PageServer.dated("First", "2026-05-12"), "The first was said in May.");
    site.put(
        "/feed",
        "application/rss+xml",
        ("<rss version=\"2.0\"><channel><title>F</title><item><link>"
                + site.at("www.commerce.gov", "/a")
                + "</link></item></channel></rss>")
            .getBytes(StandardCharsets.UTF_8));
    return add(scope, FeedKind.RSS, null);
  }

  private Feed add(Scope scope, FeedKind kind, @Nullable String pattern) throws Exception {
    return fixture
        .feeds()
        .add(scope, kind, site.at("www.commerce.gov", "/feed").toString(), pattern, ACTOR);
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
      await().atMost(Duration.ofSeconds(20)).until(() -> asked.get() == 2);
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
}
