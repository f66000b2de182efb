package dev.readout.discord.command;

import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.TextKey;
import dev.readout.discord.access.Access;
import dev.readout.discord.wording.Phrase;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** How commands and options are told to Discord, in every language. Pure functions. */
public final class CommandForm {
  /** How many choices Discord shows of an option that is being typed. */
  public static final int MAX_CHOICES = OptionData.MAX_CHOICES;

  /** The longest name of something that may be typed. */
  public static final int MAX_NAME_CHARS = 200;

  private static final int MAX_DAY_CHARS = 20;

  private CommandForm() {}

  /** A command for everybody, in servers, in the bot's own channel, and elsewhere if installed. */
  static SlashCommandData slash(TextKey name, TextKey description) {
    SlashCommandData data = Commands.slash(name.in(Language.EN), description.in(Language.EN));
    data.setNameLocalization(DiscordLocale.CHINESE_CHINA, name.in(Language.ZH));
    data.setNameLocalization(DiscordLocale.CHINESE_TAIWAN, name.in(Language.ZH_TW));
    data.setDescriptionLocalization(DiscordLocale.CHINESE_CHINA, description.in(Language.ZH));
    data.setDescriptionLocalization(DiscordLocale.CHINESE_TAIWAN, description.in(Language.ZH_TW));
    return everywhere(data);
  }

  /**
   * A command of moderators or operators, in servers that have installed the bot. Discord shows it
   * to members with Manage Server unless a server's administrators say otherwise; that is no more
   * than a first fence, since an operator may have no such permission.
   */
  public static SlashCommandData slash(TextKey name, TextKey description, Access access) {
    SlashCommandData data = slash(name, description);
    if (access != Access.MEMBER) {
      data.setContexts(InteractionContextType.GUILD);
      data.setIntegrationTypes(IntegrationType.GUILD_INSTALL);
      data.setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
    }
    return data;
  }

  /** A subcommand. */
  public static SubcommandData subcommand(TextKey name, TextKey description) {
    SubcommandData data = new SubcommandData(name.in(Language.EN), description.in(Language.EN));
    data.setNameLocalization(DiscordLocale.CHINESE_CHINA, name.in(Language.ZH));
    data.setNameLocalization(DiscordLocale.CHINESE_TAIWAN, name.in(Language.ZH_TW));
    data.setDescriptionLocalization(DiscordLocale.CHINESE_CHINA, description.in(Language.ZH));
    data.setDescriptionLocalization(DiscordLocale.CHINESE_TAIWAN, description.in(Language.ZH_TW));
    return data;
  }

  /** A choice of an option. */
  public static Choice choice(TextKey name, String value) {
    return new Choice(name.in(Language.EN), value)
        .setNameLocalization(DiscordLocale.CHINESE_CHINA, name.in(Language.ZH))
        .setNameLocalization(DiscordLocale.CHINESE_TAIWAN, name.in(Language.ZH_TW));
  }

  /** An entry of a message's menu. */
  static CommandData menu(TextKey name) {
    CommandData data = Commands.message(name.in(Language.EN));
    data.setNameLocalization(DiscordLocale.CHINESE_CHINA, name.in(Language.ZH));
    data.setNameLocalization(DiscordLocale.CHINESE_TAIWAN, name.in(Language.ZH_TW));
    return everywhere(data);
  }

  private static <T extends CommandData> T everywhere(T data) {
    data.setContexts(InteractionContextType.ALL);
    data.setIntegrationTypes(IntegrationType.ALL);
    return data;
  }

  /** A text to be typed. */
  public static OptionData text(String name, TextKey description, boolean required, int maxChars) {
    return option(OptionType.STRING, name, description)
        .setRequired(required)
        .setMaxLength(maxChars);
  }

  /** A text to be typed that is completed. */
  public static OptionData completed(
      String name, TextKey description, boolean required, int maxChars) {
    return text(name, description, required, maxChars).setAutoComplete(true);
  }

  /** An option that may be left out. */
  public static OptionData option(OptionType type, String name, TextKey description) {
    OptionData option = new OptionData(type, name, description.in(Language.EN));
    option.setDescriptionLocalization(DiscordLocale.CHINESE_CHINA, description.in(Language.ZH));
    option.setDescriptionLocalization(DiscordLocale.CHINESE_TAIWAN, description.in(Language.ZH_TW));
    return option;
  }

  /** Whether only who asks sees the reply. */
  public static OptionData isPrivate() {
    return option(OptionType.BOOLEAN, "private", Phrase.OPT_PRIVATE);
  }

  /** A day, written as year-month-day. */
  public static OptionData day(String name, TextKey description) {
    return text(name, description, false, MAX_DAY_CHARS);
  }
}
