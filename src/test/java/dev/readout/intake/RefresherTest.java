package dev.readout.intake;

import static dev.readout.intake.IntakeFixture.ACTOR;
import static dev.readout.intake.IntakeFixture.DAY;
import static dev.readout.intake.IntakeFixture.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.index.Generation;
import dev.readout.intake.Draft.Drafting;
import dev.readout.intake.Draft.ProblemWord;
import dev.readout.intake.Intake.Adding;
import dev.readout.intake.Refresher.Refreshing;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceEntry.SourceVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A source's page, looked at again. */
@Timeout(600)
@ExtendWith(ShippedIndex.class)
final class RefresherTest {
  private static final String BODY = "It was said in the spring.";
  private static final Details EDITED =
      new Details(Side.JOINT, Kind.AGREEMENT, "What we call it", DAY, null, List.of("tariffs"));

  private IntakeFixture fixture;
  private PageServer site;
  private SourceEntry entry;

  @BeforeEach
  void open(@TempDir Path folder, Generation generation) throws IOException {
    fixture = new IntakeFixture(folder, generation);
    site = fixture.site();
    entry = fixture.accepted(site.at("ustr.gov", "/page"), BODY);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Refreshing refresh() {
    return fixture.refresher().refresh(HERE, entry.number(), ACTOR);
  }

  private SourceEntry now() {
    return fixture.sources().find(HERE, entry.number()).orElseThrow();
  }

  private Duration untilNextCheck() {
    return Duration.between(fixture.now(), now().health().nextCheck());
  }

  private void serve(String body) {
    site.put("/page", "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  private void assertUntouched() {
    assertThat(now().record()).isEqualTo(entry.record());
    assertThat(now().versions()).isEqualTo(1);
  }

  @Test
  void refresh_sameBytes_isSameAndComesAgainTomorrow() {
    serve(BODY);

    assertThat(refresh()).isEqualTo(new Refreshing.Same(now()));
    assertThat(now().health().checked()).isEqualTo(fixture.now());
    assertThat(untilNextCheck()).isEqualTo(Duration.ofDays(1));
    assertUntouched();
  }

  @Test
  void refresh_notModified_keepsTheValidatorsThatTheAnswerLeavesOut() {
    site.on(
        "/page",
        exchange -> {
          if ("\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            PageServer.send(exchange, "text/plain", BODY.getBytes(StandardCharsets.UTF_8));
          }
        });

    refresh();
    refresh();

    assertThat(refresh()).isInstanceOf(Refreshing.Same.class);
    assertThat(now().health().etag()).isEqualTo("\"one\"");
  }

  @Test
  void refresh_otherPageAroundTheSameText_isSame() {
    site.page("/first", "<title>A</title>", "It was said in the spring that samples matter.");
    site.page(
        "/again",
        "<title>A</title><meta name=x content=y>",
        "It was said in the spring that samples matter.");
    Draft draft = fixture.drafted(site.at("ustr.gov", "/first"));
    Adding added =
        fixture
            .intake()
            .add(HERE, draft, IntakeFixture.details(DAY), SourceState.ACCEPTED, null, ACTOR);
    long number = ((Adding.Done) added).entry().number();
    site.redirect("/first", 302, site.at("ustr.gov", "/again"));

    assertThat(fixture.refresher().refresh(HERE, number, ACTOR))
        .isInstanceOf(Refreshing.Same.class);
    assertThat(fixture.sources().versions(HERE, number)).hasSize(1);
  }

  @Test
  void refresh_changed_keepsIdAndWhatWasDecided() {
    fixture.intake().edit(HERE, entry.number(), EDITED, ACTOR);
    serve("It was said in the spring. It was taken back in the summer, and said again.");

    assertThat(refresh()).isEqualTo(new Refreshing.Changed(now()));
    assertThat(now().record().body()).contains("taken back");
    assertThat(now().record().id()).isEqualTo(entry.record().id());
    assertThat(VerbatimRecord.detailsOf(now().record())).isEqualTo(EDITED);
    assertThat(now().record().statements()).allMatch(one -> one.isSliceOf(now().record().body()));
    assertThat(now().health().changed()).isEqualTo(fixture.now());
    // Both texts stay.
    assertThat(fixture.sources().versions(HERE, entry.number()))
        .hasSize(3)
        .extracting(SourceVersion::snapshot)
        .contains(entry.snapshot(), now().snapshot());
  }

  @Test
  void refresh_noticeInItsPlace_keepsTheTextUntilSomebodyDecides() {
    serve("Scheduled maintenance: this website returns on Monday morning, at about eight.");

    assertThat(refresh()).isEqualTo(new Refreshing.Replaced(now()));
    assertThat(now().record()).isEqualTo(entry.record());
    assertThat(now().health().problem()).isEqualTo(ProblemWord.REPLACED);
    assertThat(fixture.sources().versions(HERE, entry.number())).hasSize(1);
  }

  @Test
  void refresh_editedWhileItIsFetched_keepsTheEdit() {
    site.on(
        "/page",
        exchange -> {
          fixture.intake().edit(HERE, entry.number(), EDITED, ACTOR);
          PageServer.send(
              exchange,
              "text/plain",
              "It was said in the spring, and taken back in the summer."
                  .getBytes(StandardCharsets.UTF_8));
        });

    assertThat(refresh()).isInstanceOf(Refreshing.Changed.class);
    assertThat(VerbatimRecord.detailsOf(now().record())).isEqualTo(EDITED);
  }

  @Test
  void refresh_leadsToSomebodyElse_keepsTheText() {
    URI elsewhere = site.at("www.example-law.com", "/page2");
    site.redirect("/page", 301, elsewhere);
    site.page("/page2", "", "Something else altogether, said by somebody else.");

    Refreshing refreshing = refresh();

    assertThat(refreshing).isEqualTo(new Refreshing.OtherPublisher(now(), elsewhere));
    assertUntouched();
    SourceHealth health = now().health();
    assertThat(health.problem()).isEqualTo("other-publisher");
    assertThat(health.movedTo()).isEqualTo(elsewhere.toString());
    assertThat(health.failures()).isEqualTo(1);
    assertThat(untilNextCheck()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void refresh_gone_isAskedLessAndLessOften() {
    assertThat(refresh()).isInstanceOf(Refreshing.Unavailable.class);
    assertThat(now().health().problem()).isEqualTo(ProblemWord.GONE);
    assertThat(untilNextCheck()).isEqualTo(Duration.ofDays(1));
    refresh();
    assertThat(untilNextCheck()).isEqualTo(Duration.ofDays(2));
    for (int i = 0; i < 20; i++) {
      refresh();
    }
    assertThat(untilNextCheck()).isEqualTo(Duration.ofDays(14));
    assertUntouched();

    serve(BODY);
    refresh();
    assertThat(now().health().failures()).isZero();
    assertThat(now().health().problem()).isNull();
  }

  @Test
  void refresh_serverAsksForTime_getsIt() {
    site.status("/page", 503, Long.toString(Duration.ofDays(3).toSeconds()));

    refresh();

    assertThat(untilNextCheck()).isEqualTo(Duration.ofDays(3));
  }

  @Test
  void refresh_extractorGone_isNoFaultOfThePage() {
    serve("Another text, of which nobody can tell what it says now.");
    fixture.closeExtractor();

    assertThat(refresh()).isEqualTo(new Refreshing.Unavailable(entry, new Drafting.Busy()));
    assertThat(now().health().failures()).isZero();
    assertThat(untilNextCheck()).isEqualTo(Duration.ofMinutes(15));
    assertUntouched();
  }

  @Test
  void refresh_unknownOrRemoved_isNotFound() throws Exception {
    assertThat(fixture.refresher().refresh(HERE, 99, ACTOR)).isEqualTo(new Refreshing.NotFound());
    fixture.sources().setState(HERE, entry.number(), SourceState.REMOVED, ACTOR);
    assertThat(refresh()).isEqualTo(new Refreshing.NotFound());
  }

  @Test
  void refresh_file_hasNoAddress() {
    Draft draft = IntakeFixture.draft(null, IntakeFixture.details(DAY), "A file.");
    Adding added =
        fixture.intake().add(HERE, draft, draft.proposed(), SourceState.ACCEPTED, null, ACTOR);

    assertThat(fixture.refresher().refresh(HERE, ((Adding.Done) added).entry().number(), ACTOR))
        .isEqualTo(new Refreshing.NoAddress());
  }
}
