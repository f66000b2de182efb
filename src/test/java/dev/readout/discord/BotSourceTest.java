package dev.readout.discord;

import static dev.readout.discord.ServedSources.done;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.Modal;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.wire.UploadedFile;
import dev.readout.index.IndexDirectory;
import dev.readout.intake.SourceSite;
import dev.readout.intake.extract.SamplePdf;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bringing sources in: pages and files, what is proposed for them, and what is decided. */
@ExtendWith(ShippedIndex.class)
final class BotSourceTest {
  private static final String PAGE = ServedSources.PAGE;

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private ServedSources scene;
  private SourceSite site;
  private ServedBot served;
  private Person manager;

  @BeforeEach
  void start(IndexDirectory index, @TempDir Path folder) throws IOException {
    scene = ServedSources.start(index, folder);
    site = scene.site;
    served = scene.served;
    manager = scene.manager;
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private URI release() throws IOException {
    return scene.release();
  }

  private Optional<SourceEntry> entry(long number) {
    return served.sources().sources().find(scene.scope, number);
  }

  @Test
  void add_page_showsWhatIsProposedAndStoresNothing() throws IOException {
    Message preview = scene.add(release());

    assertThat(preview.text())
        .contains("Not added yet")
        .contains("[Made-up Example: Sample Secretary and Model Minister Discuss Widgets]")
        .contains("**Issuer:** U.S. Department of Commerce")
        .contains("**Side:** Washington")
        .contains("**Kind:** Read-out")
        .contains("**Published:** 12 May 2026")
        .contains(". The first, as they would be quoted:", "- “")
        .contains("can be filed only under: Washington, Joint");
    assertThat(preview.buttonLabels())
        .containsExactly("Edit and add", "Add as proposed", "Discard");
    assertThat(entry(1)).isEmpty();
  }

  @Test
  void addAsProposed_storesIt() throws IOException {
    Message added = done(manager.press(scene.add(release()), "Add as proposed"));

    assertThat(added.text()).startsWith("Added as number **1**").contains("reindex");
    assertThat(entry(1))
        .hasValueSatisfying(
            one -> {
              assertThat(one.state()).isEqualTo(SourceState.ACCEPTED);
              assertThat(one.addedBy()).isEqualTo(manager.id());
              assertThat(one.record().side()).isEqualTo(Side.US);
              assertThat(one.record().published()).isEqualTo(LocalDate.of(2026, 5, 12));
            });
  }

  @Test
  void form_changed_storesWhatWasFilledIn() throws IOException {
    Modal form = manager.press(scene.add(release()), "Edit and add").modal();
    assertThat(form.fields()).hasSize(5);
    Message added =
        done(
            manager
                .fill(form)
                .enter("Title", "Another title")
                .enter("day", "2026-05-11")
                .choose("Side", "joint")
                .choose("Kind", "Agreement")
                .choose("more", "meeting:2026-05-13-seoul-talks-meeting")
                .submit());

    assertThat(added.text()).startsWith("Added as number **1**");
    assertThat(entry(1).orElseThrow().record())
        .satisfies(
            record -> {
              assertThat(record.title()).isEqualTo("Another title");
              assertThat(record.published()).isEqualTo(LocalDate.of(2026, 5, 11));
              assertThat(record.side()).isEqualTo(Side.JOINT);
              assertThat(record.kind()).isEqualTo(Kind.AGREEMENT);
              assertThat(record.meeting()).isEqualTo("2026-05-13-seoul-talks-meeting");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "12 May 2026, is no day",
    "2026-02-30, is no day",
    "2031-01-01, has not come yet",
    "1950-01-01, has not come yet"
  })
  void form_dayThatCannotBe_opensAgainWithWhatWasTyped(String day, String reason)
      throws IOException {
    Modal form = manager.press(scene.add(release()), "Edit and add").modal();
    Message refused =
        done(manager.fill(form).enter("day", day).enter("title", "Kept title").submit());

    assertThat(refused.text()).contains(reason);
    assertThat(entry(1)).isEmpty();
    Modal again = manager.press(refused, "Correct it").modal();
    assertThat(again.field("title").orElseThrow().value()).isEqualTo("Kept title");
    assertThat(again.field("day").orElseThrow().value()).isEqualTo(day);
    Message added = done(manager.fill(again).enter("day", "2026-05-12").submit());
    assertThat(added.text()).startsWith("Added as number **1**");
    assertThat(entry(1).orElseThrow().record().title()).isEqualTo("Kept title");
  }

  @Test
  void add_withoutADay_asksForIt() throws IOException {
    String dated = SourceSite.fixture("ustr-press-release.html");
    site.text(PAGE, "text/html", dated.replaceAll("May 12, 2026|2026-05-12|5/12/2026", ""));
    Message preview = scene.add(site.at("www.commerce.gov", PAGE));

    assertThat(preview.text()).contains("⚠️ The document states no day", "not stated");
    assertThat(preview.buttonLabels()).containsExactly("Edit and add", "Discard");
    Modal form = manager.press(preview, "Edit and add").modal();
    Message added = done(manager.fill(form).enter("day", "2025-05-12").submit());
    assertThat(added.text()).startsWith("Added as number **1**");
    Modal edit = manager.press(added, "Edit").modal();
    assertThat(edit.toString()).contains("2025-05-12");
    assertThat(edit.field("more").orElseThrow().component().toString())
        .contains("meeting:2025-05-1");
  }

  @ParameterizedTest
  @CsvSource({
    "commerce-press-release.html, www.commerce.gov, U.S. Department of Commerce, Washington",
    "federal-register-rule.html, www.federalregister.gov, Federal Register, Washington",
    "law-firm-alert.html, www.example-law.com, www.example-law.com, Other",
    "mofcom-announcement-gb2312.html, www.mofcom.gov.cn, Ministry of Commerce of the PRC, Beijing",
    "mofcom-announcement-utf8.html, www.mofcom.gov.cn, Ministry of Commerce of the PRC, Beijing",
    "ustr-press-release.html, ustr.gov, Office of the U.S. Trade Representative, Washington"
  })
  void add_eachPage_isFiledUnderItsPublisher(
      String fixture, String host, String issuer, String side) throws IOException {
    site.page(PAGE, fixture);
    Message preview = scene.add(site.at(host, PAGE));

    assertThat(preview.text()).contains("**Issuer:** " + issuer).contains("**Side:** " + side);
    assertThat(done(manager.press(preview, "Add as proposed")).text()).startsWith("Added as");
    Message shown = done(manager.slash("source show").option("number", "1").send());
    assertThat(shown.text()).contains("accepted", issuer, host, "SHA-256", "“");
  }

  @Test
  void add_pdfFile_isRead() {
    Message preview =
        done(
            manager
                .slash("source add")
                .option(
                    "file",
                    UploadedFile.of("release.pdf", "application/pdf", SamplePdf.pressRelease()))
                .send());

    assertThat(preview.text())
        .contains("Commerce Tightens Controls", "release.pdf", "8 October 2024")
        .contains("A file does not show who issued it");
    assertThat(done(manager.press(preview, "Add as proposed")).text()).startsWith("Added as");
    assertThat(entry(1).orElseThrow().fileName()).isEqualTo("release.pdf");
  }

  @Test
  void add_withNeither_opensAForm() throws IOException {
    Interaction opened = manager.slash("source add").send();
    Modal form = opened.modal();
    UploadedFile file =
        UploadedFile.text("note.md", "# A note\n\n2026-05-12\n\nThe two sides met and talked.\n");

    assertThat(form.fields()).hasSize(2).noneMatch(Modal.Field::isRequired);
    assertThat(done(manager.fill(form).upload("file", file).submit()).text())
        .contains("Not added yet", "note.md");
    assertThat(done(manager.fill(form).enter("url", release().toString()).submit()).text())
        .contains("Not added yet", "Model Minister");
    assertThat(done(manager.fill(form).submit()).text()).startsWith("Give the address");
    assertThat(done(manager.fill(form).enter("url", "x.org").upload("file", file).submit()).text())
        .startsWith("Give an address or a file, not both");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not an address", "https://", "http://exa mple.org"})
  void add_noAddress_saysSo(String typed) {
    assertThat(done(manager.slash("source add").option("url", typed).send()).text())
        .contains("is no address of a page");
  }

  @ParameterizedTest
  @CsvSource({
    "404, The page is not there",
    "410, The page is not there",
    "403, does not let the bot read",
    "429, asks to be left alone",
    "500, failed to answer"
  })
  void add_pageThatCannotBeHad_saysWhatToDo(int status, String reason) {
    site.status(PAGE, status);

    assertThat(scene.add(site.at("www.commerce.gov", PAGE)).text()).contains(reason);
  }

  @Test
  void add_robotsForbid_isObeyed() throws IOException {
    site.text("/robots.txt", "text/plain", "User-agent: *\nDisallow: /news/\n");

    assertThat(scene.add(release()).text()).contains("robots.txt", "Add the document as a file");
    assertThat(site.asked()).doesNotContain(PAGE);
  }

  @Test
  void add_documentsThatCannotBeRead_sayWhatToDo() {
    site.text("/empty", "text/html", "<html><body><script>draw()</script></body></html>")
        .text("/data", "application/json", "{\"a\": 1}")
        .bytes("/picture", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2})
        .bytes("/damaged", "application/pdf", "%PDF-1.7 and nothing else".getBytes(UTF_8))
        .feed("/feed", site.at("ustr.gov", "/a"));

    assertThat(scene.add(site.at("ustr.gov", "/empty")).text()).contains("no text in it");
    assertThat(scene.add(site.at("ustr.gov", "/data")).text()).contains("not a document");
    assertThat(scene.add(site.at("ustr.gov", "/feed")).text()).contains("/source feed add");
    assertThat(scene.add(site.at("ustr.gov", "/picture")).text()).contains("Only web pages, PDF");
    assertThat(scene.add(site.at("ustr.gov", "/damaged")).text()).contains("damaged");
    assertThat(scene.add(site.at("nowhere.invalid", "/")).text()).contains("no such site");
  }

  @Test
  void add_fileThatCannotBeRead_saysWhatToDo() {
    UploadedFile picture =
        UploadedFile.of("p.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    UploadedFile large =
        UploadedFile.of("l.txt", "text/plain", "word ".repeat(2_200_000).getBytes(UTF_8));

    assertThat(done(manager.slash("source add").option("file", picture).send()).text())
        .startsWith("Only PDF, HTML");
    assertThat(done(manager.unchecked().slash("source add").option("file", large).send()).text())
        .startsWith("The file is larger than 10 MiB");
  }

  @Test
  void add_twice_saysUnderWhichNumber() throws IOException {
    URI address = release();
    done(manager.press(scene.add(address), "Add as proposed"));
    Message second = scene.add(address);

    assertThat(second.text()).isEqualTo("This is number **1** already (accepted).");
    assertThat(done(manager.press(second, "Show")).text()).contains("Number 1");
  }

  @Test
  void add_pressedTwice_addsOnce() throws IOException {
    Message preview = scene.add(release());
    done(manager.press(preview, "Add as proposed"));

    assertThat(done(manager.press(preview, "Add as proposed")).text())
        .startsWith("This draft is no longer kept");
    assertThat(entry(2)).isEmpty();
  }

  @Test
  void draft_afterARestart_isGone() throws IOException {
    Message preview = scene.add(release());
    Modal form = manager.press(preview, "Edit and add").modal();
    scene.served.restart();

    assertThat(done(manager.press(preview, "Add as proposed")).text())
        .startsWith("This draft is no longer kept")
        .contains("source add");
    assertThat(manager.press(preview, "Edit and add").reply().text())
        .startsWith("This draft is no longer kept");
    assertThat(done(manager.fill(form).submit()).text()).startsWith("This draft is no longer kept");
    assertThat(entry(1)).isEmpty();
  }

  @Test
  void draft_clockWasSet_isKept() throws IOException {
    Message preview = scene.add(release());
    scene.clock.advance(Duration.ofDays(1));

    assertThat(done(manager.press(preview, "Add as proposed")).text()).startsWith("Added as");
  }

  @Test
  void draft_discarded_isGone() throws IOException {
    Message preview = scene.add(release());

    assertThat(done(manager.press(preview, "Discard")).text()).startsWith("Discarded");
    assertThat(done(manager.press(preview, "Add as proposed")).text())
        .startsWith("This draft is no longer kept");
  }

  @Test
  void draft_ofAnotherModeratorOrServer_isNotGivenAway() throws IOException {
    Message preview = scene.add(release());
    Person other = served.person("Ann").asManager();
    Person elsewhere =
        manager.in(
            dev.readout.discord.standin.place.Place.in(
                Guild.named("Elsewhere"), Guild.named("Elsewhere").channel("general")));

    assertThat(done(other.unchecked().press(preview, "Add as proposed")).text())
        .startsWith("This draft is no longer kept");
    assertThat(elsewhere.unchecked().press(preview, "Add as proposed").reply().text())
        .doesNotContain("Added as");
    assertThat(entry(1)).isEmpty();
  }

  @Test
  void buttonsAndForms_afterThePermissionWasTakenAway_areRefused() throws IOException {
    Person member = served.person("Mo");
    Message preview = scene.add(release());
    Modal form = manager.press(preview, "Edit and add").modal();

    assertThat(member.press(preview, "Add as proposed").reply().text())
        .startsWith("This is for moderators");
    assertThat(member.fill(form).submit().reply().text()).startsWith("This is for moderators");
    assertThat(entry(1)).isEmpty();
  }

  @Test
  void global_isForOperatorsAlone() throws IOException {
    Person operator = served.person("Oscar").asManager();
    String address = release().toString();
    Interaction refused =
        manager.slash("source add").option("url", address).option("scope", "global").send();
    Message preview =
        done(operator.slash("source add").option("url", address).option("scope", "global").send());

    assertThat(done(refused).text()).startsWith("This is for the operators");
    assertThat(preview.text()).contains("for all servers");
    assertThat(manager.unchecked().press(preview, "Add as proposed").reply().text())
        .startsWith("This is for the operators");
    assertThat(done(operator.press(preview, "Add as proposed")).text()).startsWith("Added as");
    assertThat(entry(1)).isEmpty();
    assertThat(served.sources().sources().find(Scope.GLOBAL, 1)).isPresent();
    assertThat(done(manager.slash("source show").option("number", "1").send()).text())
        .startsWith("There is no source of that number here");
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 尚未添加, 按此添加, 已添加", "zh-TW, 尚未新增, 按此新增, 已新增"})
  void add_locale_isInItsLanguage(String locale, String heading, String button, String added)
      throws IOException {
    Person reader = manager.withLocale(locale);
    Message preview =
        reader
            .slash("source add")
            .option("url", release().toString())
            .send()
            .reply(message -> message.text().contains(heading));

    assertThat(reader.press(preview, button).reply().text()).startsWith(added);
  }
}
