package dev.readout.intake;

import static dev.readout.intake.IntakeFixture.ACTOR;
import static dev.readout.intake.IntakeFixture.DAY;
import static dev.readout.intake.IntakeFixture.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source.SourceType;
import dev.readout.corpus.Statement;
import dev.readout.index.Generation;
import dev.readout.intake.Details.DetailsProblem;
import dev.readout.intake.Draft.Drafting;
import dev.readout.intake.Intake.Adding;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.fetch.Fetched;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import dev.readout.intake.fetch.SourceAddress;
import dev.readout.store.AuditTable;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceState;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages fetched from this machine, read by the real process, kept in a real catalogue. */
@Timeout(600)
@ExtendWith(ShippedIndex.class)
final class IntakeTest {
  private IntakeFixture fixture;
  private PageServer site;
  private Intake intake;

  @BeforeEach
  void open(@TempDir Path folder, Generation generation) throws IOException {
    fixture = new IntakeFixture(folder, generation);
    site = fixture.site();
    intake = fixture.intake();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Adding add(Draft draft, Details details, SourceState state) {
    return intake.add(HERE, draft, details, state, null, ACTOR);
  }

  private static SourceEntry done(Adding adding) {
    assertThat(adding).isInstanceOf(Adding.Done.class);
    return ((Adding.Done) adding).entry();
  }

  /** As its owner writes it, and as two names that look the same are told apart. */
  @Test
  void add_internationalHost_isFetchedAndShownInBothForms() {
    String host = "xn--zfr74dt79f.xn--fiqs8s";
    site.put("/news/2", "text/html", PageServer.fixture("law-firm-alert.html"));
    String typed = site.at(host, "/news/2").toString().replace(host, "商务部.中国");

    Draft draft = fixture.drafted(SourceAddress.parse(typed).orElseThrow());
    CorpusRecord record = done(add(draft, draft.proposed(), SourceState.ACCEPTED)).record();

    assertThat(record.issuer()).isEqualTo("商务部.中国 (" + host + ")");
    assertThat(record.sources().getFirst().url()).contains("//" + host);
  }

  @Test
  void add_officialPage_isItsWordsUnderItsNameAndNobodyElses() {
    URI address = site.at("www.commerce.gov", "/news/1");
    site.put("/news/1", "text/html", PageServer.fixture("commerce-press-release.html"));

    Draft draft = fixture.drafted(address);
    CorpusRecord record = done(add(draft, draft.proposed(), SourceState.ACCEPTED)).record();

    assertThat(draft.proposed().side()).isEqualTo(Side.US);
    assertThat(draft.proposed().kind()).isEqualTo(Kind.READOUT);
    assertThat(record.id()).startsWith("added-2026-05-12-made-up-example");
    assertThat(record.issuer()).isEqualTo("U.S. Department of Commerce");
    assertThat(record.published()).isEqualTo(DAY);
    assertThat(record.asOf()).isNull();
    assertThat(record.provenance()).isEqualTo(Provenance.OFFICIAL_PAGE);
    assertThat(record.statements())
        .hasSizeGreaterThan(5)
        .allMatch(one -> one.isSliceOf(record.body()));
    assertThat(record.statements())
        .extracting(Statement::speaker)
        .containsOnly("U.S. Department of Commerce");
    assertThat(record.statements())
        .anyMatch(one -> String.valueOf(one.fragment()).startsWith(":~:"));
    assertThat(new AuditTable(fixture.database()).newest(HERE, 1))
        .extracting(AuditEntry::action)
        .containsExactly("source.add");
    assertThat(fixture.sources().accepted(Scope.GLOBAL).records()).isEmpty();
  }

  @Test
  void draft_sameAddressOtherwiseSpelled_isThereAndNotFetched() {
    URI address = site.at("www.commerce.gov", "/there");
    long number = fixture.accepted(address, "It was said.").number();

    Drafting again =
        intake.draft(HERE, URI.create(address.toString().replace("www.c", "WWW.C") + "#part"));

    assertThat(again).isInstanceOf(Drafting.AlreadyThere.class);
    assertThat(((Drafting.AlreadyThere) again).entry().number()).isEqualTo(number);
    assertThat(site.asked("/there")).isZero();
    // Another server knows nothing of it.
    assertThat(intake.draft(Scope.ofServer(2), address)).isInstanceOf(Drafting.NotFetched.class);
  }

  @Test
  void draft_governmentsAddressThatLeadsElsewhere_standsOnNoGovernmentsSide() {
    URI law = site.at("www.example-law.com", "/alert");
    site.put("/alert", "text/html", PageServer.fixture("law-firm-alert.html"));
    site.redirect("/go", 302, law);

    Draft draft = fixture.drafted(site.at("www.commerce.gov", "/go"));
    SourceEntry entry = done(add(draft, draft.proposed(), SourceState.ACCEPTED));
    Adding filed =
        intake.edit(
            HERE,
            entry.number(),
            new Details(Side.US, Kind.READOUT, "t", DAY, null, List.of()),
            ACTOR);

    assertThat(entry.address()).isEqualTo(law.toString());
    assertThat(entry.record().issuer()).isEqualTo("www.example-law.com");
    assertThat(entry.record().sources().getFirst().type()).isEqualTo(SourceType.ANALYSIS);
    assertThat(entry.record().provenance()).isEqualTo(Provenance.UNCONFIRMED);
    assertThat(filed)
        .isEqualTo(
            new Adding.Invalid(
                new DetailsProblem.WrongSide(Side.US, Set.of(Side.JOINT, Side.OTHER))));
    // And the address that led there leads to what is there.
    assertThat(intake.draft(HERE, site.at("www.commerce.gov", "/go")))
        .isInstanceOf(Drafting.AlreadyThere.class);
  }

  @Test
  void approve_withoutADay_isRefusedByEveryWay() {
    Draft draft = IntakeFixture.draft("https://ustr.gov/a", IntakeFixture.details(null), "Said.");
    Adding.Invalid noDay = new Adding.Invalid(new DetailsProblem.NoDay());

    assertThat(add(draft, draft.proposed(), SourceState.ACCEPTED)).isEqualTo(noDay);
    SourceEntry waiting = done(add(draft, draft.proposed(), SourceState.WAITING));
    long number = waiting.number();

    assertThat(waiting.record().asOf()).isEqualTo(LocalDate.of(2026, 5, 14));
    assertThat(intake.approve(HERE, number, ACTOR)).isEqualTo(noDay);
    assertThat(stateAfterAccepting(number)).isEqualTo(SourceState.WAITING);
    done(intake.refuse(HERE, number, ACTOR));
    assertThat(intake.restore(HERE, number, draft.proposed(), ACTOR)).isEqualTo(noDay);
    assertThat(stateAfterAccepting(number)).isEqualTo(SourceState.REFUSED);
    assertThat(fixture.sources().accepted(HERE).records()).isEmpty();
  }

  /** What becomes of it when the catalogue is told to accept it, past all questions. */
  private SourceState stateAfterAccepting(long number) {
    try {
      return fixture
          .sources()
          .setState(HERE, number, SourceState.ACCEPTED, ACTOR)
          .orElseThrow()
          .state();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void approve_afterSomebodySaidTheDay_isPublishedThenUnderTheSameId() {
    Draft draft = IntakeFixture.draft("https://ustr.gov/a", IntakeFixture.details(null), "Said.");
    SourceEntry waiting = done(add(draft, draft.proposed(), SourceState.WAITING));

    done(intake.edit(HERE, waiting.number(), IntakeFixture.details(DAY), ACTOR));
    SourceEntry accepted = done(intake.approve(HERE, waiting.number(), ACTOR));

    assertThat(accepted.state()).isEqualTo(SourceState.ACCEPTED);
    assertThat(accepted.record().published()).isEqualTo(DAY);
    assertThat(accepted.record().asOf()).isNull();
    assertThat(accepted.record().id()).isEqualTo(waiting.record().id());
    assertThat(intake.approve(HERE, waiting.number(), ACTOR)).isEqualTo(new Adding.NotFound());
  }

  @Test
  void restore_removed_isAcceptedAgain() throws Exception {
    SourceEntry entry = fixture.accepted(URI.create("https://ustr.gov/a"), "Said.");
    fixture.sources().setState(HERE, entry.number(), SourceState.REMOVED, ACTOR);

    assertThat(intake.approve(HERE, entry.number(), ACTOR)).isEqualTo(new Adding.NotFound());
    Details same = intake.detailsOf(entry);
    assertThat(done(intake.restore(HERE, entry.number(), same, ACTOR)).state())
        .isEqualTo(SourceState.ACCEPTED);
    assertThat(intake.restore(HERE, entry.number(), same, ACTOR)).isEqualTo(new Adding.NotFound());
  }

  @Test
  void draft_file_isKnownByNameAndHash() {
    byte[] bytes =
        "The Secretary met the Minister. They agreed to meet again in the autumn of the year."
            .getBytes(StandardCharsets.UTF_8);
    Original original = Original.of(bytes, Format.PLAIN_TEXT, null);
    String name = "no\ntes" + "😀".repeat(400) + ".txt";

    Draft draft = ((Drafting.Drafted) intake.draft(HERE, original, name)).draft();
    Details details = JsonCodec.with(draft.proposed(), "published", DAY);
    SourceEntry entry = done(add(draft, details, SourceState.ACCEPTED));

    assertThat(entry.address()).isNull();
    assertThat(entry.fileName()).startsWith("notes😀").endsWith("😀").hasSizeLessThanOrEqualTo(300);
    assertThat(entry.record().provenance()).isEqualTo(Provenance.UNCONFIRMED);
    assertThat(entry.record().sources().getFirst().citation())
        .contains("SHA-256 " + original.sha256().substring(0, 12));
    assertThat(entry.record().statements()).isNotEmpty().allMatch(one -> one.fragment() == null);
    assertThat(intake.draft(HERE, original, "other name.txt"))
        .isInstanceOf(Drafting.AlreadyThere.class);
  }

  @Test
  void draft_nothingToBeHad_saysWhy() {
    site.put(
        "/empty",
        "text/html",
        "<html><body><script>x()</script></body></html>".getBytes(StandardCharsets.UTF_8));

    assertThat(intake.draft(HERE, site.at("ustr.gov", "/empty")))
        .isEqualTo(new Drafting.NotRead(Extraction.Reason.NO_TEXT));
    assertThat(intake.draft(HERE, site.at("ustr.gov", "/gone")))
        .isInstanceOfSatisfying(
            Drafting.NotFetched.class,
            refused -> assertThat(refused.refusal().reason()).isEqualTo(Fetched.Reason.GONE));
  }

  @Test
  void draft_extractorGone_isBusyAndLeavesNothing() {
    site.page("/page", "", "Said.");
    fixture.closeExtractor();

    assertThat(intake.draft(HERE, site.at("ustr.gov", "/page"))).isEqualTo(new Drafting.Busy());
    assertThat(fixture.sources().count(HERE, EnumSet.allOf(SourceState.class))).isZero();
  }

  static Stream<Arguments> wrongDetails() {
    Details good = IntakeFixture.details(DAY);
    return Stream.of(
        Arguments.of(details(good, " ", DAY), new DetailsProblem.Title(0)),
        Arguments.of(details(good, "t".repeat(301), DAY), new DetailsProblem.Title(301)),
        Arguments.of(
            details(good, "t", LocalDate.of(2026, 5, 16)),
            new DetailsProblem.ImpossibleDay(LocalDate.of(2026, 5, 16))),
        Arguments.of(
            details(good, "t", LocalDate.of(1969, 12, 31)),
            new DetailsProblem.ImpossibleDay(LocalDate.of(1969, 12, 31))),
        Arguments.of(
            new Details(Side.US, Kind.MEETING, "t", DAY, null, List.of()),
            new DetailsProblem.WrongKind()),
        Arguments.of(
            new Details(Side.US, Kind.READOUT, "t", DAY, "no-such-meeting", List.of()),
            new DetailsProblem.UnknownMeeting("no-such-meeting")),
        Arguments.of(
            new Details(Side.US, Kind.READOUT, "t", DAY, null, List.of("tariffs", "no-such")),
            new DetailsProblem.UnknownTopic("no-such")),
        Arguments.of(
            new Details(Side.US, Kind.READOUT, "t", DAY, null, Collections.nCopies(11, "tariffs")),
            new DetailsProblem.TooManyTopics(11)));
  }

  private static Details details(Details like, String title, LocalDate day) {
    return new Details(like.side(), like.kind(), title, day, null, List.of());
  }

  @ParameterizedTest
  @MethodSource("wrongDetails")
  void add_wrongDetails_areRefusedAndNothingIsStored(Details details, DetailsProblem problem) {
    Draft draft = IntakeFixture.draft("https://ustr.gov/a", IntakeFixture.details(DAY), "Said.");

    assertThat(add(draft, details, SourceState.ACCEPTED)).isEqualTo(new Adding.Invalid(problem));
    assertThat(fixture.sources().count(HERE, EnumSet.allOf(SourceState.class))).isZero();
  }
}
