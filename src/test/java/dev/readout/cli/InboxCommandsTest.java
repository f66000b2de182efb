package dev.readout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.RecordSketch;
import dev.readout.cli.TestTerminal.Run;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.store.Database;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.FeedTable;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.Snapshot;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceTable;
import dev.readout.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What feeds have found, in one list and decided about many at once. All of it is made up. */
final class InboxCommandsTest {
  @TempDir Path folder;
  private TinyInstallation installation;

  /** Four found by feed 1, and two by feed 2. */
  @BeforeEach
  void find() throws Exception {
    installation = new TinyInstallation(folder);
    try (Database database =
        TestDatabase.open(folder.resolve("readout.db"), TinyInstallation.CLOCK)) {
      FeedTable feeds = new FeedTable(database);
      feeds.add(
          Scope.GLOBAL,
          new Feed.Listing(FeedKind.RSS, "https://example.org/one", null),
          "terminal");
      feeds.add(
          Scope.GLOBAL,
          new Feed.Listing(FeedKind.RSS, "https://example.org/two", null),
          "terminal");
      SourceTable sources = new SourceTable(database);
      add(sources, 1, "dull", note("Dull", "A dull note of no use."));
      add(sources, 1, "dated", note("Dated", "The licence runs until 3 March 2027."));
      add(
          sources,
          1,
          "pause",
          note("Longer pause", "The rule of 90 FR 12345 stays paused until January 2027.")
              .relates(TinyInstallation.SUSPENDED));
      add(sources, 1, "talks-again", note("The talks again", "They spoke of unicycles again."));
      add(sources, 2, "met", note("Met", "They met.").meeting("2024-05-01-lisbon-talks"));
      add(sources, 2, "dayless", note("Dayless", "Nobody knows when."), false);
    }
  }

  private static RecordSketch note(String title, String text) {
    return new RecordSketch("added-2026-11-20-" + title.replace(' ', '-'), Kind.READOUT, Side.OTHER)
        .title(title)
        .published("2026-11-20")
        .topics("trade-talks")
        .says(text);
  }

  private static void add(SourceTable sources, long feed, String path, RecordSketch sketch)
      throws Exception {
    add(sources, feed, path, sketch, true);
  }

  private static void add(
      SourceTable sources, long feed, String path, RecordSketch sketch, boolean dated)
      throws Exception {
    CorpusRecord record = sketch.record();
    byte[] page = record.body().getBytes(StandardCharsets.UTF_8);
    var _ =
        sources.add(
            new NewSource(
                Scope.GLOBAL,
                path.equals("talks-again")
                    ? "https://example.org/talks"
                    : "https://example.org/" + path,
                null,
                feed,
                SourceState.WAITING,
                dated ? record : withoutDay(record),
                Snapshot.of(page, "html", "utf-8", TinyInstallation.CLOCK.instant()),
                null,
                null),
            "feed " + feed);
  }

  private static CorpusRecord withoutDay(CorpusRecord record) {
    return new CorpusRecord(
        record.id(),
        record.kind(),
        record.side(),
        record.title(),
        null,
        null,
        record.published(),
        null,
        record.issuer(),
        null,
        List.of(),
        null,
        List.of(),
        record.sources(),
        record.provenance(),
        record.standing(),
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        record.body(),
        record.statements(),
        List.of());
  }

  private String done(String... arguments) {
    Run run = installation.run(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out();
  }

  @Test
  void inbox_showsWhatMattersFirst() {
    String shown = done("source", "inbox");

    assertThat(shown.lines().filter(line -> line.matches(" +[0-9]  waiting .*")))
        .extracting(line -> line.replaceAll("^ +[0-9]  waiting +", ""))
        .containsExactly("Longer pause", "Dated", "Met", "Dayless", "Dull", "The talks again");
    assertThat(shown)
        .contains("names " + TinyInstallation.SUSPENDED + " · tells of an end · feed 1")
        .contains("meeting 2024-05-01-lisbon-talks · feed 2")
        .contains("the records have this page already")
        .endsWith("6 waiting\n");
  }

  @Test
  void approve_rangesAndRefuseAFeed_decideAboutMany() {
    assertThat(done("source", "approve", "1-2", "4", "--reindex"))
        .startsWith("3 accepted; run 'bin/readout index'")
        .contains("Built generation ");
    assertThat(done("ask", "Until when does the licence run?")).contains("until 3 March 2027");
    assertThat(done("source", "refuse", "--feed", "2")).isEqualTo("2 refused.\n");
    assertThat(done("source", "inbox")).endsWith("1 waiting\n");
    assertThat(done("source", "approve", "all"))
        .contains("Source 3 names " + TinyInstallation.SUSPENDED, "source assess 3 --measure ");
    assertThat(done("source", "inbox")).isEqualTo("0 waiting\n");
  }

  @Test
  void approve_withoutItsDay_waitsOnAndIsTold() {
    Run run = installation.run("source", "approve", "--feed", "2");

    assertThat(run.code()).isEqualTo(ReadoutCommand.FAILED);
    assertThat(run.out()).startsWith("1 accepted");
    assertThat(run.err()).contains("source 6 waits on: ", "write --published");
    assertThat(done("source", "inbox")).contains("Dayless");
  }

  @Test
  void approve_nothingOrNonsense_isBadInput() {
    for (String wrong : new String[] {"", "4-", "some", "1 --feed=2"}) {
      Run run = installation.run(("source approve " + wrong).strip().split(" "));
      assertThat(run.code()).as(wrong).isEqualTo(ReadoutCommand.BAD_INPUT);
      assertThat(run.err()).as(wrong).contains("1 4-9");
    }
  }
}
