package dev.readout.intake;

import static dev.readout.intake.IntakeFixture.ACTOR;
import static dev.readout.intake.IntakeFixture.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.index.Generation;
import dev.readout.intake.FeedChecker.Checked;
import dev.readout.intake.extract.Extractor;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One feed of a server on this machine, looked at when a test says so. Confined to one thread. */
final class WatchedFeed implements AutoCloseable {
  final IntakeFixture fixture;
  final PageServer site;
  boolean takesAtOnce;
  private final FeedChecker checker;
  private Feed feed;

  /** A list at a path of a host, all of whose documents wait. */
  WatchedFeed(Path folder, Generation generation, FeedKind kind, String host, String path)
      throws Exception {
    fixture = new IntakeFixture(folder, generation);
    site = fixture.site();
    checker = checker(fixture.extractor());
    feed =
        fixture
            .feeds()
            .add(
                HERE,
                new Feed.Listing(kind, site.at(host, path).toString(), links(kind, path)),
                ACTOR);
  }

  private static @Nullable String links(FeedKind kind, String path) {
    return kind == FeedKind.LIST_PAGE ? path + "/*" : null;
  }

  FeedChecker checker(Extractor extractor) {
    return new FeedChecker(
        fixture.fetcher(),
        extractor,
        fixture.feeds(),
        new NewItems(fixture.intake(), fixture.feeds(), _ -> takesAtOnce),
        fixture::now);
  }

  /** Watches this in its place. */
  void replace(Feed.Listing listing) throws Exception {
    fixture.feeds().remove(HERE, feed.number(), ACTOR);
    feed = fixture.feeds().add(HERE, listing, ACTOR);
  }

  Feed now() {
    return fixture.feeds().find(HERE, feed.number()).orElseThrow();
  }

  Checked check() {
    return checker.check(now());
  }

  List<SourceEntry> sources() {
    return fixture.sources().page(HERE, EnumSet.allOf(SourceState.class), 0, 100);
  }

  void put(String path, String type, String text) {
    site.put(path, type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whatever was fetched, nothing of it is kept outside the catalogue. */
  @Override
  public void close() {
    assertThat(fixture.spool().used()).isZero();
    fixture.close();
  }
}
