package dev.readout.discord;

import static dev.readout.discord.ServedSources.done;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Scope;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.interaction.Choice;
import dev.readout.discord.standin.interaction.Modal;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.index.IndexDirectory;
import dev.readout.intake.Details;
import dev.readout.intake.Draft;
import dev.readout.intake.Draft.Drafting;
import dev.readout.intake.Intake;
import dev.readout.intake.SourceSite;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceEntry.SourceVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Looking after sources: lists, changes, and pages that change. */
@ExtendWith(ShippedIndex.class)
final class BotSourceCareTest {
  private static final String PAGE = ServedSources.PAGE;
  private static final String OTHER_PAGE = "/news/2026/05/other";

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private ServedSources scene;
  private SourceSite site;
  private Person manager;

  @BeforeEach
  void start(IndexDirectory index, @TempDir Path folder) throws IOException {
    scene = ServedSources.start(index, folder);
    site = scene.site;
    manager = scene.manager;
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private Message list(String... state) {
    var call = manager.slash("source list");
    return done((state.length == 0 ? call : call.option("state", state[0])).send());
  }

  /** Adds so many files past the bot. */
  private void addFiles(Scope scope, int count) {
    Intake intake = scene.served.sources().intake();
    for (int i = 1; i <= count; i++) {
      String text = "# Note %d\n\nThe two sides held talk number %d in May.\n".formatted(i, i);
      Original original = Original.of(text.getBytes(UTF_8), Format.MARKDOWN, UTF_8);
      Draft draft = ((Drafting.Drafted) intake.draft(scope, original, "note-" + i + ".md")).draft();
      Details proposed = draft.proposed();
      LocalDate day = LocalDate.of(2026, 5, 1);
      intake.add(
          scope,
          draft,
          new Details(proposed.side(), proposed.kind(), proposed.title(), day, null, List.of()),
          SourceState.ACCEPTED,
          null,
          manager.id());
    }
  }

  @Test
  void list_ofNone_saysHowToAdd() {
    assertThat(list().text()).startsWith("There are none.").contains("source add");
    assertThat(list("removed").text()).startsWith("There are none.");
    assertThat(done(manager.slash("source approve").send()).text())
        .isEqualTo("Nothing waits for approval.");
  }

  @Test
  void list_pages_showEachSourceOnce() {
    addFiles(scene.scope, 12);
    Message first = list();
    Message second = done(manager.press(first, "More"));

    assertThat(first.text()).startsWith("### Sources · 12 in all");
    assertThat(first.text().lines().filter(line -> line.startsWith("- "))).hasSize(10);
    assertThat(first.buttonLabels()).contains("# 1", "# 10", "More").doesNotContain("# 11");
    assertThat(second.text()).contains("**11** · Note 11", "**12** · Note 12", "accepted");
    assertThat(second.text()).doesNotContain("**10**");
    assertThat(second.buttonLabels()).containsExactly("# 11", "# 12");
    assertThat(done(manager.press(second, "# 12")).text()).contains("Number 12", "note-12.md");
  }

  @Test
  void numbers_ofAnotherServer_areNotFound() {
    addFiles(Scope.ofServer(1), 1);
    addFiles(Scope.GLOBAL, 1);

    for (String subcommand : List.of("show", "refresh", "remove", "approve", "refuse")) {
      assertThat(scene.source(subcommand, "1").text())
          .as(subcommand)
          .startsWith("There is no source of that number here");
    }
    assertThat(manager.slash("source edit").option("number", "1").send().reply().text())
        .startsWith("There is no source of that number here");
    assertThat(manager.slash("source show").typing("number", "").choices()).isEmpty();
  }

  @Test
  void numbers_thatAreNone_areNotFound() {
    addFiles(scene.scope, 1);

    for (String number : List.of("0", "-1", "x", "99999999999999999999", "1; DROP TABLE source")) {
      assertThat(scene.source("show", number).text()).startsWith("There is no source of that");
    }
  }

  @Test
  void number_typed_isCompletedByNumberAndTitle() {
    addFiles(scene.scope, 12);

    assertThat(choices("show", "")).startsWith("12 · Note 12").hasSize(12);
    assertThat(choices("show", "note 7")).containsExactly("7 · Note 7");
    assertThat(choices("edit", "1")).contains("1 · Note 1", "12 · Note 12");
    assertThat(
            manager.slash("source show").option("scope", "global").typing("number", "").choices())
        .isEmpty();
    assertThat(served().person("Al").unchecked().slash("source show").typing("number", ""))
        .satisfies(typing -> assertThat(typing.choices()).isEmpty());
  }

  private ServedBot served() {
    return scene.served;
  }

  private List<String> choices(String subcommand, String typed) {
    return manager.slash("source " + subcommand).typing("number", typed).choices().stream()
        .map(Choice::name)
        .toList();
  }

  @Test
  void edit_opensWithWhatIsSaid_andChangesIt() throws IOException {
    scene.added(scene.release());
    Modal form = manager.slash("source edit").option("number", "1").send().modal();

    assertThat(form.field("day").orElseThrow().value()).isEqualTo("2026-05-12");
    Message changed = done(manager.fill(form).enter("title", "A better title").submit());
    assertThat(changed.text()).startsWith("Number **1** is changed").contains("reindex");
    assertThat(scene.entry(1).record().title()).isEqualTo("A better title");
    assertThat(scene.entry(1).state()).isEqualTo(SourceState.ACCEPTED);
  }

  @Test
  void edit_mistake_keepsWhatWasTyped() throws IOException {
    scene.added(scene.release());
    Modal form = manager.slash("source edit").option("number", "1").send().modal();
    Message refused =
        done(manager.fill(form).enter("title", "Typed").enter("day", "soon").submit());

    assertThat(refused.text()).contains("“soon” is no day");
    Modal again = manager.press(refused, "Correct it").modal();
    assertThat(again.field("title").orElseThrow().value()).isEqualTo("Typed");
    done(manager.fill(again).enter("day", "2026-05-10").submit());
    assertThat(scene.entry(1).record().published()).isEqualTo(LocalDate.of(2026, 5, 10));
    assertThat(scene.entry(1).record().title()).isEqualTo("Typed");
  }

  @Test
  void edit_twoMeetings_isRefused() throws IOException {
    scene.added(scene.release());
    Modal form = manager.slash("source edit").option("number", "1").send().modal();
    List<String> meetings =
        dev.readout.discord.standin.wire.Json.elements(
                form.field("more").orElseThrow().component().path("options"))
            .map(option -> option.path("value").asText())
            .filter(value -> value.startsWith("meeting:"))
            .limit(2)
            .toList();
    assertThat(meetings).hasSize(2);
    Message refused =
        done(manager.fill(form).choose("more", meetings.get(0), meetings.get(1)).submit());

    assertThat(refused.text()).isEqualTo("A source belongs to one meeting at most.");
  }

  @Test
  void refresh_samePage_changesNothing() throws IOException {
    scene.added(scene.release());

    assertThat(scene.source("refresh", "1").text()).startsWith("Number **1** is the same");
    assertThat(list().text()).contains("looked at <t:");
  }

  @Test
  void refresh_changedPage_keepsBothVersions() throws IOException {
    scene.added(scene.release());
    String before = scene.entry(1).snapshot();
    String page = SourceSite.fixture("commerce-press-release.html");
    site.text(PAGE, "text/html", page.replace("Widgets", "Gadgets").replace("widgets", "gadgets"));
    Message changed = scene.source("refresh", "1");

    assertThat(changed.text()).contains("has changed: version 2").contains("reindex");
    assertThat(served().sources().sources().versions(scene.scope, 1))
        .extracting(SourceVersion::snapshot)
        .contains(before, scene.entry(1).snapshot())
        .hasSize(2);
    assertThat(scene.source("show", "1").text())
        .contains("version 2", "Version 1: retrieved", before.substring(0, 12));
    assertThat(list().text()).contains("changed <t:");
  }

  @Test
  void refresh_deadAndMovedPages_areSaidInTheList() throws IOException {
    scene.added(scene.release());
    site.status(PAGE, 404);
    assertThat(scene.source("refresh", "1").text())
        .contains("could not be looked at; the text that is here stays", "404");
    assertThat(list().text()).contains("⚠️ dead link").doesNotContain("in a row");
    scene.source("refresh", "1");
    assertThat(list().text()).contains("failures in a row: 2");

    site.page(OTHER_PAGE, "commerce-press-release.html");
    site.moved(PAGE, site.at("www.commerce.gov", OTHER_PAGE));
    scene.source("refresh", "1");
    assertThat(list().text()).contains("➡️ moved to").contains(OTHER_PAGE);
    assertThat(list().text()).doesNotContain("dead link");
  }

  @Test
  void source_nobodyKnown_isUnconfirmedUntilAModeratorSaysOtherwise() {
    addFiles(scene.scope, 1);
    Message shown = scene.source("show", "1");
    assertThat(shown.text())
        .contains("**State:** accepted · unconfirmed", "**Used in answers:** not yet");

    assertThat(done(manager.press(shown, "Confirm")).text())
        .startsWith("Number **1** counts as confirmed by you");

    Message after = scene.source("show", "1");
    assertThat(after.text()).doesNotContain("unconfirmed");
    assertThat(after.buttonLabels()).doesNotContain("Confirm");
    assertThat(done(manager.slash("audit").send()).text())
        .contains("<@" + manager.id() + "> · **source.edit**", "unconfirmed", "secondary");
  }

  @Test
  void edit_topicThatTheTextDoesNotName_isCompletedAndChosen() {
    addFiles(scene.scope, 1);
    assertThat(manager.slash("source edit").option("number", "1").typing("topic", "tik").choices())
        .extracting(choice -> choice.value().asText())
        .containsExactly("tiktok");
    Modal form =
        manager.slash("source edit").option("number", "1").option("topic", "tiktok").send().modal();
    done(manager.fill(form).submit());

    assertThat(scene.entry(1).record().topics()).contains("tiktok");
  }

  @Test
  void refresh_file_hasNoAddress() {
    addFiles(scene.scope, 1);

    assertThat(scene.source("refresh", "1").text()).contains("is a file and has no address");
    assertThat(scene.source("show", "1").buttonLabels())
        .containsExactly("Edit", "Confirm", "Remove");
  }
}
