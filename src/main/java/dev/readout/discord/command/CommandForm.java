package dev.readout.discord.command;

import dev.readout.answer.TextKey;
import dev.readout.answer.Texts;
import dev.readout.corpus.Language;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Phrase;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/**
 * How commands and options are told to Discord. What they are called and how they are described
 * stands among the texts, under {@code command.} and the path that JDA gives each: {@code
 * ask.options.question.description}. An option that several commands have alike stands there once,
 * without the command. Pure functions.
 */
public final class CommandForm {
  /** How many choices Discord shows of an option that is being typed. */
  public static final int MAX_CHOICES = OptionData.MAX_CHOICES;

  private static final int MAX_NAME_CHARS = 200;

  /** The option that says whether it is about the server or about all, and its second value. */
  public static final String SCOPE = "scope";

  public static final String GLOBAL = "global";

  private static final int MAX_DAY_CHARS = 20;

  /** Until {@link #worded}, which knows where a part stands. */
  private static final String TO_COME = "…";

  private CommandForm() {}

  /** A command for everybody, in servers, in the bot's own channel, and elsewhere if installed. */
  static SlashCommandData slash(String name) {
    return everywhere(Commands.slash(name, TO_COME));
  }

  /**
   * A command of moderators or operators, in servers that have installed the bot. Discord shows it
   * to members with Manage Server unless a server's administrators say otherwise; that is no more
   * than a first fence, since an operator may have no such permission.
   */
  public static SlashCommandData slash(String name, Access access) {
    SlashCommandData data = slash(name);
    if (access != Access.MEMBER) {
      data.setContexts(InteractionContextType.GUILD);
      data.setIntegrationTypes(IntegrationType.GUILD_INSTALL);
      data.setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
    }
    return data;
  }

  public static SubcommandData subcommand(String name, OptionData... options) {
    return new SubcommandData(name, TO_COME).addOptions(options);
  }

  /** Subcommands that stand together. */
  public static SubcommandGroupData group(String name, SubcommandData... subcommands) {
    return new SubcommandGroupData(name, TO_COME).addSubcommands(subcommands);
  }

  public static Choice choice(TextKey name, String value) {
    return new Choice(name.in(Language.EN), value)
        .setNameLocalization(DiscordLocale.CHINESE_CHINA, name.in(Language.ZH))
        .setNameLocalization(DiscordLocale.CHINESE_TAIWAN, name.in(Language.ZH_TW));
  }

  /** An entry of a message's menu, which has no description. */
  static CommandData menu(String name) {
    return everywhere(Commands.message(name));
  }

  private static <T extends CommandData> T everywhere(T data) {
    data.setContexts(InteractionContextType.ALL);
    data.setIntegrationTypes(IntegrationType.ALL);
    return data;
  }

  public static OptionData text(String name, boolean required, int maxChars) {
    return option(OptionType.STRING, name).setRequired(required).setMaxLength(maxChars);
  }

  public static OptionData completed(String name, boolean required, int maxChars) {
    return text(name, required, maxChars).setAutoComplete(true);
  }

  /** A name to be typed, of 200 characters at most, that is completed. */
  public static OptionData name(String option, boolean required) {
    return completed(option, required, MAX_NAME_CHARS);
  }

  /** An option that may be left out. */
  public static OptionData option(OptionType type, String name) {
    return new OptionData(type, name, TO_COME);
  }

  /** A channel in which the bot may be asked to write. */
  public static OptionData channel(String name) {
    return option(OptionType.CHANNEL, name)
        .setChannelTypes(
            ChannelType.TEXT,
            ChannelType.NEWS,
            ChannelType.GUILD_PUBLIC_THREAD,
            ChannelType.GUILD_PRIVATE_THREAD);
  }

  /** Whether only who asks sees the reply. */
  public static OptionData isPrivate() {
    return option(OptionType.BOOLEAN, "private");
  }

  /** Whether it is about the server or about all. */
  public static OptionData scope() {
    return option(OptionType.STRING, SCOPE)
        .addChoices(choice(Phrase.THIS_SERVER, "server"), choice(Phrase.GLOBAL, GLOBAL));
  }

  /** A day, written as year-month-day. */
  public static OptionData day(String name) {
    return text(name, false, MAX_DAY_CHARS);
  }

  /** The command with its texts in every language. */
  static CommandData worded(CommandData data) {
    data.setLocalizationFunction(CommandForm::inChinese);
    if (isSlash(data) && data instanceof SlashCommandData command) {
      String path = command.getName();
      command.setDescription(description(path, Language.EN));
      word(path, command.getOptions());
      word(path, command.getSubcommands());
      for (SubcommandGroupData group : command.getSubcommandGroups()) {
        String groupPath = path + "." + group.getName();
        group.setDescription(description(groupPath, Language.EN));
        word(groupPath, group.getSubcommands());
      }
    }
    return data;
  }

  /** Told by what it says of itself: JDA's entries of a menu are of the same class. */
  static boolean isSlash(CommandData data) {
    return data.getType() == Command.Type.SLASH;
  }

  private static void word(String path, Collection<?> parts) {
    for (Object part : parts) {
      switch (part) {
        case OptionData option ->
            option.setDescription(description(path + ".options." + option.getName(), Language.EN));
        case SubcommandData subcommand -> {
          String itsPath = path + "." + subcommand.getName();
          subcommand.setDescription(description(itsPath, Language.EN));
          word(itsPath, subcommand.getOptions());
        }
        default -> throw new IllegalArgumentException("no texts for " + part);
      }
    }
  }

  /** What is said of a command, a subcommand or an option. */
  static String description(String path, Language language) {
    return text(path + ".description", language)
        .orElseThrow(() -> new IllegalArgumentException("no description of " + path));
  }

  static String menuName(String name, Language language) {
    String path = name.toLowerCase(Locale.ROOT).replace(' ', '_');
    return text(path + ".name", language).orElse(name);
  }

  private static Optional<String> text(String path, Language language) {
    return Texts.find("command." + path, language)
        .or(
            () ->
                Texts.find(
                    "command." + path.substring(Math.max(0, path.indexOf("options."))), language));
  }

  /** As JDA asks for it; empty for names of options and choices, which are not translated here. */
  private static Map<DiscordLocale, String> inChinese(String path) {
    Map<DiscordLocale, String> texts = new EnumMap<>(DiscordLocale.class);
    text(path, Language.ZH).ifPresent(text -> texts.put(DiscordLocale.CHINESE_CHINA, text));
    text(path, Language.ZH_TW).ifPresent(text -> texts.put(DiscordLocale.CHINESE_TAIWAN, text));
    return texts;
  }
}
