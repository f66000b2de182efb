package dev.readout.discord.moderation;

import dev.readout.discord.command.CommandForm;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.SourceNames;
import dev.readout.intake.extract.FeedReading.LinkPattern;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.SourceEntry.SourceState;
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
    return CommandForm.slash("source", Access.MODERATOR)
        .addSubcommands(
            subcommand(
                "add",
                CommandForm.text(SourceAdding.URL, false, SourceAdding.MAX_URL_CHARS),
                CommandForm.option(OptionType.ATTACHMENT, SourceAdding.FILE)),
            subcommand("list", state()),
            subcommand("show", number(true)),
            subcommand("edit", number(true), topic()),
            subcommand("refresh", number(true)),
            subcommand("remove", number(true)),
            subcommand("inbox"),
            subcommand("approve", numbers(false)),
            subcommand("refuse", numbers(true)),
            subcommand(
                "assess",
                number(true),
                CommandForm.completed(MEASURE, false, CommandForm.MAX_NAME_CHARS)))
        .addSubcommandGroups(feeds());
  }

  private static SubcommandGroupData feeds() {
    return CommandForm.group(
        "feed",
        subcommand(
            "add",
            kind(),
            CommandForm.text(FeedCare.URL, false, SourceAdding.MAX_URL_CHARS),
            CommandForm.text(FeedCare.PATTERN, false, LinkPattern.MAX_CHARS),
            CommandForm.text(FeedCare.AGENCY, false, MAX_SEARCH_CHARS),
            CommandForm.text(FeedCare.TERM, false, MAX_SEARCH_CHARS)),
        subcommand("list"),
        subcommand("check", feedNumber()),
        subcommand("remove", feedNumber()));
  }

  private static SubcommandData subcommand(String name, OptionData... options) {
    return CommandForm.subcommand(name, options).addOptions(CommandForm.scope());
  }

  /** A text, since Discord completes whole numbers by nothing but their digits. */
  private static OptionData number(boolean required) {
    return CommandForm.completed(NUMBER, required, MAX_NUMBER_CHARS);
  }

  private static OptionData numbers(boolean required) {
    return CommandForm.completed(NUMBER, required, MAX_NUMBER_CHARS);
  }

  /** The form offers those that the text names; any other comes this way. */
  private static OptionData topic() {
    return CommandForm.completed(TOPIC, false, CommandForm.MAX_NAME_CHARS);
  }

  private static OptionData feedNumber() {
    return CommandForm.completed(NUMBER, true, MAX_NUMBER_CHARS);
  }

  private static OptionData state() {
    OptionData option = CommandForm.option(OptionType.STRING, STATE);
    for (SourceState state : SourceState.values()) {
      option.addChoices(CommandForm.choice(SourceNames.of(state), state.wireName()));
    }
    return option;
  }

  private static OptionData kind() {
    OptionData option = CommandForm.option(OptionType.STRING, FeedCare.KIND).setRequired(true);
    for (FeedKind kind : FeedKind.values()) {
      option.addChoices(CommandForm.choice(SourceNames.of(kind), kind.wireName()));
    }
    return option;
  }
}
