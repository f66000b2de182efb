package dev.readout.discord.moderation.source;

import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.TextKey;
import dev.readout.discord.access.Access;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.render.SourceNames;
import dev.readout.discord.wording.InboxPhrase;
import dev.readout.discord.wording.Phrase;
import dev.readout.discord.wording.SourcePhrase;
import dev.readout.intake.extract.LinkPattern;
import dev.readout.store.FeedKind;
import dev.readout.store.SourceState;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** What Discord is told of {@code /source}. Pure functions. */
final class SourceForm {
  static final String NUMBER = "number";
  static final String STATE = "state";
  static final String MEASURE = "measure";
  static final String TOPIC = "topic";

  private static final int MAX_NUMBER_CHARS = 100;
  private static final int MAX_SEARCH_CHARS = 200;

  private SourceForm() {}

  static CommandData data() {
    return CommandForm.slash(SourcePhrase.NAME, SourcePhrase.CMD, Access.MODERATOR)
        .addSubcommands(
            subcommand(
                SourcePhrase.SUB_ADD,
                SourcePhrase.CMD_ADD,
                CommandForm.text(
                    SourceAdding.URL, SourcePhrase.OPT_URL, false, SourceAdding.MAX_URL_CHARS),
                CommandForm.option(
                    OptionType.ATTACHMENT, SourceAdding.FILE, SourcePhrase.OPT_FILE)),
            subcommand(SourcePhrase.SUB_LIST, SourcePhrase.CMD_LIST, state()),
            subcommand(SourcePhrase.SUB_SHOW, SourcePhrase.CMD_SHOW, number(true)),
            subcommand(SourcePhrase.SUB_EDIT, SourcePhrase.CMD_EDIT, number(true), topic()),
            subcommand(SourcePhrase.SUB_REFRESH, SourcePhrase.CMD_REFRESH, number(true)),
            subcommand(SourcePhrase.SUB_REMOVE, SourcePhrase.CMD_REMOVE, number(true)),
            subcommand(InboxPhrase.SUB_INBOX, InboxPhrase.CMD_INBOX),
            subcommand(SourcePhrase.SUB_APPROVE, SourcePhrase.CMD_APPROVE, numbers(false)),
            subcommand(SourcePhrase.SUB_REFUSE, SourcePhrase.CMD_REFUSE, numbers(true)),
            subcommand(
                InboxPhrase.SUB_ASSESS,
                InboxPhrase.CMD_ASSESS,
                number(true),
                CommandForm.completed(
                    MEASURE, InboxPhrase.OPT_ASSESSED_MEASURE, false, CommandForm.MAX_NAME_CHARS)))
        .addSubcommandGroups(feeds());
  }

  private static SubcommandGroupData feeds() {
    SubcommandGroupData group =
        new SubcommandGroupData(
            SourcePhrase.GROUP_FEED.in(Language.EN), SourcePhrase.CMD_FEED.in(Language.EN));
    group.setNameLocalization(DiscordLocale.CHINESE_CHINA, SourcePhrase.GROUP_FEED.in(Language.ZH));
    group.setNameLocalization(
        DiscordLocale.CHINESE_TAIWAN, SourcePhrase.GROUP_FEED.in(Language.ZH_TW));
    group.setDescriptionLocalization(
        DiscordLocale.CHINESE_CHINA, SourcePhrase.CMD_FEED.in(Language.ZH));
    group.setDescriptionLocalization(
        DiscordLocale.CHINESE_TAIWAN, SourcePhrase.CMD_FEED.in(Language.ZH_TW));
    return group.addSubcommands(
        subcommand(
            SourcePhrase.SUB_ADD,
            SourcePhrase.CMD_FEED_ADD,
            kind(),
            CommandForm.text(
                FeedCare.URL, SourcePhrase.OPT_FEED_URL, false, SourceAdding.MAX_URL_CHARS),
            CommandForm.text(
                FeedCare.PATTERN, SourcePhrase.OPT_PATTERN, false, LinkPattern.MAX_CHARS),
            CommandForm.text(FeedCare.AGENCY, SourcePhrase.OPT_AGENCY, false, MAX_SEARCH_CHARS),
            CommandForm.text(FeedCare.TERM, SourcePhrase.OPT_TERM, false, MAX_SEARCH_CHARS)),
        subcommand(SourcePhrase.SUB_LIST, SourcePhrase.CMD_FEED_LIST),
        subcommand(SourcePhrase.SUB_CHECK, SourcePhrase.CMD_FEED_CHECK, feedNumber()),
        subcommand(SourcePhrase.SUB_REMOVE, SourcePhrase.CMD_FEED_REMOVE, feedNumber()));
  }

  private static SubcommandData subcommand(
      TextKey name, TextKey description, OptionData... options) {
    return CommandForm.subcommand(name, description)
        .addOptions(options)
        .addOptions(
            CommandForm.option(OptionType.STRING, Whose.OPTION, SourcePhrase.OPT_SCOPE)
                .addChoices(
                    CommandForm.choice(Phrase.THIS_SERVER, "server"),
                    CommandForm.choice(Phrase.GLOBAL, Whose.GLOBAL)));
  }

  /** A text, since Discord completes whole numbers by nothing but their digits. */
  private static OptionData number(boolean required) {
    return CommandForm.completed(NUMBER, SourcePhrase.OPT_NUMBER, required, MAX_NUMBER_CHARS);
  }

  private static OptionData numbers(boolean required) {
    return CommandForm.completed(NUMBER, InboxPhrase.OPT_NUMBERS, required, MAX_NUMBER_CHARS);
  }

  /** The form offers those that the text names; any other comes this way. */
  private static OptionData topic() {
    return CommandForm.completed(
        TOPIC, SourcePhrase.OPT_MORE_TOPIC, false, CommandForm.MAX_NAME_CHARS);
  }

  private static OptionData feedNumber() {
    return CommandForm.completed(NUMBER, SourcePhrase.OPT_FEED_NUMBER, true, MAX_NUMBER_CHARS);
  }

  private static OptionData state() {
    OptionData option = CommandForm.option(OptionType.STRING, STATE, SourcePhrase.OPT_STATE);
    for (SourceState state : SourceState.values()) {
      option.addChoices(CommandForm.choice(SourceNames.of(state), state.wireName()));
    }
    return option;
  }

  private static OptionData kind() {
    OptionData option =
        CommandForm.option(OptionType.STRING, FeedCare.KIND, SourcePhrase.OPT_KIND)
            .setRequired(true);
    for (FeedKind kind : FeedKind.values()) {
      option.addChoices(CommandForm.choice(SourceNames.of(kind), kind.wireName()));
    }
    return option;
  }
}
