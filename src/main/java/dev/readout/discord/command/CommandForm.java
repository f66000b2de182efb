package dev.readout.discord.command;

import dev.readout.answer.reading.Language;
import dev.readout.discord.wording.Phrase;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** How commands and options are told to Discord, in every language. Pure functions. */
final class CommandForm {
  static final int MAX_CHOICES = OptionData.MAX_CHOICES;
  static final int MAX_NAME_CHARS = 200;
  private static final int MAX_DAY_CHARS = 20;

  private CommandForm() {}

  /** A command for everybody, in servers, in the bot's own channel, and elsewhere if installed. */
  static SlashCommandData slash(Phrase name, Phrase description) {
    SlashCommandData data = Commands.slash(name.in(Language.EN), description.in(Language.EN));
    data.setNameLocalization(DiscordLocale.CHINESE_CHINA, name.in(Language.ZH));
    data.setNameLocalization(DiscordLocale.CHINESE_TAIWAN, name.in(Language.ZH_TW));
    data.setDescriptionLocalization(DiscordLocale.CHINESE_CHINA, description.in(Language.ZH));
    data.setDescriptionLocalization(DiscordLocale.CHINESE_TAIWAN, description.in(Language.ZH_TW));
    return everywhere(data);
  }

  /** An entry of a message's menu. */
  static CommandData menu(Phrase name) {
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

  static OptionData text(String name, Phrase description, boolean required, int maxChars) {
    return option(OptionType.STRING, name, description)
        .setRequired(required)
        .setMaxLength(maxChars);
  }

  static OptionData completed(String name, Phrase description, boolean required, int maxChars) {
    return text(name, description, required, maxChars).setAutoComplete(true);
  }

  static OptionData option(OptionType type, String name, Phrase description) {
    OptionData option = new OptionData(type, name, description.in(Language.EN));
    option.setDescriptionLocalization(DiscordLocale.CHINESE_CHINA, description.in(Language.ZH));
    option.setDescriptionLocalization(DiscordLocale.CHINESE_TAIWAN, description.in(Language.ZH_TW));
    return option;
  }

  static OptionData isPrivate() {
    return option(OptionType.BOOLEAN, "private", Phrase.OPT_PRIVATE);
  }

  /** A day, written as year-month-day. */
  static OptionData day(String name, Phrase description) {
    return text(name, description, false, MAX_DAY_CHARS);
  }
}
