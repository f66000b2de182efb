package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.Scope;
import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.Modal;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.NotPossibleException;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Permission;
import dev.readout.discord.standin.place.Place;
import dev.readout.store.AuditTable;
import dev.readout.store.ServerSettings;
import dev.readout.store.ServerSettingsTable;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom moderators' commands, buttons and forms are for, asked anew each time. */
@ExtendWith(SharedBot.class)
final class BotModeratorsTest {
  private static final String FOR_MODERATORS = "This is for moderators";
  private static final String IN_SERVERS = "This works in a server that has installed Readout.";

  private final ServedBot served;
  private final Guild guild;
  private final Person member;
  private final Person manager;

  BotModeratorsTest(ServedBot served) {
    this.served = served;
    guild = served.discord().guild();
    member = served.person("Mo");
    manager = member.asManager();
  }

  @BeforeEach
  void forgetSettings() {
    reset(served.person("Ann").asManager());
  }

  private void reset(Person person) {
    Message sure = ReplyRules.checked(served, person.slash("settings reset").send());
    ReplyRules.checked(served, person.press(sure, sure.buttonLabels().getFirst()));
  }

  private ServerSettings settings() {
    return new ServerSettingsTable(served.database()).of(Long.parseLong(guild.id()));
  }

  private static void assertRefused(Interaction tried, String reason) {
    assertThat(tried.reply().text()).startsWith(reason);
    assertThat(tried.reply().isEphemeral()).isTrue();
    assertThat(tried.acknowledged().type()).isEqualTo(Acknowledgement.MESSAGE);
  }

  private Message panel(Person person) {
    return ReplyRules.checked(served, person.slash("settings show").send());
  }

  @ParameterizedTest
  @ValueSource(strings = {"settings", "audit", "doctor", "source"})
  void commands_forModerators_areShownToWhoManagesServersThatInstalledTheBot(String name) {
    var json = served.discord().commands().await(java.util.Optional.empty(), 1, name).json();

    assertThat(json.path("default_member_permissions").asText())
        .isEqualTo(Long.toString(Permission.MANAGE_GUILD.bit()));
    assertThat(json.path("contexts").toString()).isEqualTo("[0]");
    assertThat(json.path("integration_types").toString()).isEqualTo("[0]");
    String path =
        switch (name) {
          case "settings" -> "settings show";
          case "source" -> "source list";
          default -> name;
        };
    assertThatThrownBy(() -> member.slash(path)).isInstanceOf(NotPossibleException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "settings show",
        "settings reset",
        "audit",
        "doctor",
        "source list",
        "source feed list"
      })
  void command_byAMemberWhomDiscordLetThrough_isRefused(String command) {
    assertRefused(member.unchecked().slash(command).send(), FOR_MODERATORS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"settings show", "audit", "doctor", "source list"})
  void command_byAManager_isAnsweredInPrivate(String command) {
    Message reply = ReplyRules.checked(served, manager.slash(command).send());

    assertThat(reply.isEphemeral()).isTrue();
    assertThat(reply.buttonLabels()).doesNotContain("📢");
  }

  @ParameterizedTest
  @ValueSource(strings = {"settings show", "audit", "doctor", "source list"})
  void command_outsideServersOfTheBot_isRefused(String command) {
    for (Place place :
        List.of(Place.botDm(), Place.friendDm(), Place.withUserInstall(Guild.named("Elsewhere")))) {
      assertRefused(manager.in(place).unchecked().slash(command).send(), IN_SERVERS);
    }
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 仅限版主", "zh-TW, 僅限版主"})
  void command_refused_saysSoInTheMembersLanguage(String locale, String reason) {
    assertRefused(member.unchecked().withLocale(locale).slash("audit").send(), reason);
  }

  @Test
  void button_byAMember_isRefused() {
    assertRefused(member.unchecked().press(panel(manager), "Edit"), FOR_MODERATORS);
  }

  @Test
  void button_afterThePermissionWasTakenAway_isRefused() {
    Message panel = panel(manager);
    Interaction opened = manager.press(panel, "Edit");
    assertThat(opened.modal().title()).isEqualTo("Settings of this server");

    assertRefused(member.press(panel, "Edit"), FOR_MODERATORS);
  }

  @Test
  void form_afterThePermissionWasTakenAway_changesNothing() {
    Modal form = manager.press(panel(manager), "Edit").modal();
    Interaction sent = member.fill(form).choose("Votes on answers", "no").submit();

    assertRefused(sent, FOR_MODERATORS);
    assertThat(settings().feedback()).isTrue();
  }

  @Test
  void form_madeUpByAMember_changesNothing() {
    Modal form = manager.press(panel(manager), "Edit").modal();
    Interaction sent =
        served.person("Mallory").unchecked().fill(form).choose("Votes on answers", "no").submit();

    assertRefused(sent, FOR_MODERATORS);
    assertThat(settings().feedback()).isTrue();
  }

  @Test
  void role_namedByAManager_moderatesUntilItIsNoLonger() {
    Person editor = served.person("Ed").withRole(guild.editors()).unchecked();
    assertRefused(editor.slash("audit").send(), FOR_MODERATORS);

    ReplyRules.checked(
        served, manager.slash("settings moderators").role("add", guild.editors()).send());
    Message panel = panel(editor);
    assertThat(panel.text()).contains("<@&" + guild.editors() + ">");
    assertThat(editor.press(panel, "Edit").modal().fields()).hasSize(5);

    ReplyRules.checked(
        served, manager.slash("settings moderators").role("remove", guild.editors()).send());
    assertRefused(editor.press(panel, "Edit"), FOR_MODERATORS);
  }

  @Test
  void role_moderators_cannotMakeOthersOrUnmakeThemselves() {
    Person editor = served.person("Ed").withRole(guild.editors()).unchecked();
    ReplyRules.checked(
        served, manager.slash("settings moderators").role("add", guild.editors()).send());
    Message refused =
        ReplyRules.checked(
            served, editor.slash("settings moderators").role("add", guild.id()).send());
    reset(editor);

    assertThat(refused.text()).startsWith("Only members with the permission Manage Server");
    assertThat(settings().moderatorRoles()).containsExactly(Long.valueOf(guild.editors()));
  }

  @Test
  void operator_withoutAPermission_moderatesAnyServer() {
    Person operator = served.person("Oscar").unchecked();

    assertThat(panel(operator).text()).contains("Settings of this server");
    assertRefused(operator.in(Place.botDm()).slash("audit").send(), IN_SERVERS);
  }

  @Test
  void globalLog_isForOperatorsAlone() {
    AuditTable audit = new AuditTable(served.database());
    for (int i = 0; i < 12; i++) {
      audit.add(Scope.GLOBAL, "terminal", "source", "number " + i, "accepted");
    }
    Message refused =
        ReplyRules.checked(served, manager.slash("audit").option("scope", "global").send());
    Message log =
        ReplyRules.checked(
            served,
            served.person("Oscar").asManager().slash("audit").option("scope", "global").send());

    assertThat(refused.text()).startsWith("This is for the operators");
    assertThat(log.text()).contains("at the terminal · **source** · number 11 · accepted");
    assertRefused(manager.unchecked().press(log, "Older"), "This is for the operators");
    Message older =
        ReplyRules.checked(served, served.person("Oscar").unchecked().press(log, "Older"));
    assertThat(older.text()).contains("number 1 ", "number 0 ").doesNotContain("number 2 ");
  }

  @Test
  void help_namesModeratorsCommandsToModeratorsAlone() {
    String forManagers = ReplyRules.checked(served, manager.slash("help").send()).text();
    String forMembers = ReplyRules.checked(served, member.slash("help").send()).text();

    assertThat(forManagers).contains("**For moderators**", "settings", "doctor");
    assertThat(forMembers).doesNotContain("**For moderators**", "doctor");
  }
}
