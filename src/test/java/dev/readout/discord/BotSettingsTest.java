package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Scope;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.Modal;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.person.SlashCall;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Place;
import dev.readout.index.IndexDirectory;
import dev.readout.store.AuditTable;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.ServerSettings;
import dev.readout.store.ServerSettingsTable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What moderators change, that it holds at once, and that the log says who did it. */
@ExtendWith(ShippedIndex.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BotSettingsTest {
  private static final String QUESTION = "is the affiliates rule in force?";

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private ServedBot served;
  private Guild guild;
  private Person alice;
  private Person manager;

  @BeforeAll
  void start(IndexDirectory index, @TempDir Path folder) {
    served = ServedBot.start(index, folder, ServedBot.GENEROUS, InstantSource.system());
    guild = served.discord().guild();
    alice = served.person("Alice");
    manager = served.person("Mo").asManager();
  }

  @AfterAll
  void close() {
    served.close();
  }

  @BeforeEach
  void forgetSettings() {
    reset(manager);
  }

  private Message reset(Person person) {
    Message sure = reply(person.slash("settings reset"));
    return ReplyRules.checked(served, person.press(sure, sure.buttonLabels().getFirst()));
  }

  @Test
  void reset_asksFirst() {
    reply(manager.slash("settings change").option("feedback", false));
    Message sure = reply(manager.slash("settings reset"));

    assertThat(sure.text()).startsWith("Put every setting of this server back to its default?");
    assertThat(settings().feedback()).isFalse();
    assertThat(reset(manager).text()).contains("Settings of this server");
    assertThat(settings().feedback()).isTrue();
  }

  private Message reply(SlashCall call) {
    return ReplyRules.checked(served, call.send());
  }

  private Message ask(Person person) {
    return reply(person.slash("ask").option("question", QUESTION));
  }

  private ServerSettings settings() {
    return new ServerSettingsTable(served.database()).of(Long.parseLong(guild.id()));
  }

  private List<AuditEntry> log() {
    return new AuditTable(served.database())
        .newest(Scope.ofServer(Long.parseLong(guild.id())), 500);
  }

  @Test
  void show_atFirst_saysTheDefaults() {
    assertThat(reply(manager.slash("settings show")).text())
        .contains(
            "**Language:** each member's own",
            "**Answers:** public, unless asked in private",
            "**Votes on answers:** yes",
            "**Question texts:** not stored",
            "**Public answers in:** every channel",
            "**Moderators:** members with Manage Server");
  }

  @Test
  void change_holdsAtOnceAndIsLogged() {
    assertThat(ask(alice).isEphemeral()).isFalse();
    Message changed =
        reply(
            manager
                .slash("settings change")
                .option("language", "Chinese (traditional)")
                .option("private", true)
                .option("feedback", false)
                .option("keep-questions", true)
                .option("feed-items", true)
                .option("receipt-days", 30));
    Message answer = ask(alice);

    assertThat(changed.text()).contains("已變更，立即生效：", "本伺服器的設定");
    assertThat(answer.isEphemeral()).isTrue();
    assertThat(answer.text()).contains("狀態未知", "資料至2026/10/7（美）");
    assertThat(answer.buttonLabels()).doesNotContain("👍");
    assertThat(log())
        .first()
        .extracting(AuditEntry::actor, AuditEntry::action, AuditEntry::detail)
        .containsExactly(
            manager.id(),
            "settings.change",
            "language: default → zh-TW; private by default: false → true;"
                + " feedback: true → false; keep questions: false → true;"
                + " take feed items: false → true; receipt days: default → 30");
  }

  @Test
  void change_declinedInPublic_isSeenByEverybodyUnlessAskedInPrivate() {
    assertThat(declined(alice).send().reply().isEphemeral()).isTrue();
    reply(manager.slash("settings change").option("declined-in-public", true));

    assertThat(reply(declined(alice)).isEphemeral()).isFalse();
    assertThat(declined(alice).option("private", true).send().reply().isEphemeral()).isTrue();
  }

  private static SlashCall declined(Person person) {
    return person.slash("ask").option("question", "best pizza in Shanghai");
  }

  @Test
  void change_toWhatIsSo_writesNothing() {
    int before = log().size();
    Message same = reply(manager.slash("settings change").option("feedback", true));

    assertThat(same.text()).isEqualTo("Nothing was changed.");
    assertThat(log()).hasSize(before);
  }

  @Test
  void form_sentIn_changesWhatWasChosenAndNothingElse() {
    reply(manager.slash("settings change").option("keep-questions", true));
    Message panel = reply(manager.slash("settings show"));
    Modal form = manager.press(panel, "Edit").modal();
    Message changed =
        ReplyRules.checked(
            served,
            manager
                .fill(form)
                .choose("Language of labels and notices", "Chinese (simplified)")
                .choose("Who sees an answer", "only the asker sees them")
                .enter("receipt-days", "7")
                .submit());

    long server = Long.parseLong(guild.id());
    assertThat(settings())
        .isEqualTo(
            new ServerSettings(
                server, "zh", true, true, true, Set.of(), false, 7, Set.of(), false));
    assertThat(changed.text()).contains("已更改，立即生效：").contains("language: default → zh");
    assertThat(changed.isEphemeral()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "181", "x", "-1"})
  void form_daysThatCannotBe_changesNothing(String days) {
    Modal form = manager.press(reply(manager.slash("settings show")), "Edit").modal();
    Interaction sent =
        manager.fill(form).choose("Votes on answers", "no").enter("receipt-days", days).submit();

    assertThat(ReplyRules.checked(served, sent).text())
        .isEqualTo("Receipts can be kept from 1 to 180 days; nothing was changed.");
    assertThat(settings().feedback()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"en-US, Edit, Settings of this server", "zh-CN, 编辑, 本服务器的设置", "zh-TW, 編輯, 本伺服器的設定"})
  void form_locale_isInItsLanguage(String locale, String button, String title) {
    Person reader = manager.withLocale(locale);
    Message panel = reply(reader.slash("settings show"));

    assertThat(reader.press(panel, button).modal().title()).isEqualTo(title);
  }

  @Test
  void channels_named_keepAnswersPublicThereAndPrivateElsewhere() {
    Message changed =
        reply(manager.slash("settings channels").option("add", guild.channel("trade")));
    Message elsewhere = ask(alice);
    Message there = ask(alice.in(Place.in(guild, guild.channel("trade"))));

    assertThat(changed.text()).contains("<#" + guild.channel("trade").id() + ">");
    assertThat(there.isEphemeral()).isFalse();
    assertThat(elsewhere.isEphemeral()).isTrue();
    assertThat(elsewhere.text()).startsWith("-# Only you see this: this server has its answers");
    assertThat(alice.press(elsewhere, "📢").reply().text()).startsWith("-# Only you see this");
    reply(manager.slash("settings channels").option("clear", true));
    assertThat(ask(alice).isEphemeral()).isFalse();
  }

  @Test
  void channels_directMessages_areNotConcerned() {
    reply(manager.slash("settings channels").option("add", guild.channel("trade")));

    assertThat(ask(alice.in(Place.botDm())).isEphemeral()).isFalse();
  }

  @Test
  void change_inOneServer_isNoOtherServersMatter() {
    reply(manager.slash("settings change").option("private", true));
    Message elsewhere = ask(alice.in(Place.withUserInstall(Guild.named("Elsewhere"))));

    assertThat(elsewhere.isEphemeral()).isFalse();
  }

  @Test
  void audit_pages_showEachChangeOnceNewestFirst() {
    for (int i = 0; i < 12; i++) {
      reply(manager.slash("settings change").option("feedback", i % 2 != 0));
    }
    Interaction asked = manager.slash("audit").send();
    Message first = ReplyRules.checked(served, asked);
    Message second = ReplyRules.checked(served, manager.press(first, "Older"));

    assertThat(first.text().lines().filter(line -> line.startsWith("- "))).hasSize(10);
    assertThat(first.text())
        .contains(
            "<@" + manager.id() + "> · **settings.change** · settings · feedback: false → true");
    assertThat(ReplyRules.pinged(served, asked)).isEmpty();
    assertThat(second.text()).startsWith("### Audit log").contains("feedback: true → false");
    assertThat(second.isEphemeral()).isTrue();
  }

  @Test
  void audit_olderButton_countsOnlyTheServersOwnEntries() {
    for (int i = 0; i < 11; i++) {
      reply(manager.slash("settings change").option("feedback", i % 2 != 0));
      new AuditTable(served.database()).add(Scope.ofServer(1), "9", "source", "elsewhere", "");
    }

    Message log = reply(manager.slash("audit"));

    assertThat(log.toString()).contains("r1:audit:" + (log().size() - 10) + ":own");
    assertThat(ReplyRules.checked(served, manager.press(log, "Older")).text())
        .contains("feedback: true → false")
        .doesNotContain("elsewhere");
  }

  @Test
  void audit_ofAnotherServer_isNotShown() {
    new AuditTable(served.database())
        .add(Scope.ofServer(1), manager.id(), "settings", "secret", "of another server");
    new AuditTable(served.database())
        .add(Scope.GLOBAL, "terminal", "source", "secret", "of the operators");

    assertThat(reply(manager.slash("audit")).text()).doesNotContain("secret");
  }

  @Test
  void audit_hostileText_isShownAsText() {
    new AuditTable(served.database())
        .add(
            Scope.ofServer(Long.parseLong(guild.id())),
            "<@&1> @everyone",
            "**x**",
            "[a](https://evil.example)",
            "`\n# heading " + "long ".repeat(200));
    Interaction asked = manager.slash("audit").send();
    Message log = ReplyRules.checked(served, asked);

    assertThat(log.text())
        .contains("\\*\\*x\\*\\*", "\\<\\@&1\\> \\@everyone", "\\[a\\]")
        .doesNotContain("\n# heading", "https://evil");
    assertThat(ReplyRules.pinged(served, asked)).isEmpty();
  }

  @Test
  void doctor_whereAllIsWell_saysSo() {
    Message reply = reply(manager.slash("doctor"));

    assertThat(reply.text())
        .contains(
            "✅ Permissions in this channel: complete",
            "✅ Privileged intents: none used",
            "✅ Index: generation 000001",
            "⚠️ Records: the newest is of 7 October 2026, more than 30 days ago",
            "✅ Database: can be written",
            "MB free",
            "Gateway: 1 of 1 shards connected",
            "✅ Clock: agrees with Discord's",
            "✅ Settings of this server: readable")
        .doesNotContain("❌");
  }
}
