package dev.readout.discord.moderation;

import dev.readout.corpus.Language;
import dev.readout.discord.command.Command.Opening;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Request;
import dev.readout.discord.moderation.Moderation.ModeratorCommand;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.ModeratorId;
import dev.readout.discord.render.NoticeMessage;
import dev.readout.discord.render.NoticeMessage.Press;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SettingsMessage;
import dev.readout.store.ServerSettings;
import dev.readout.store.ServerSettingsTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/**
 * {@code /settings}: how the bot behaves in a server; every change takes effect at once, and a
 * listener is told of each server changed. Receipts are kept as long as the operator lets them.
 */
public record SettingsCommand(
    ServerSettingsTable table, LongConsumer changed, int mostDays, ModeratorsChannel told)
    implements ModeratorCommand {
  private static final String ADD = "add";
  private static final String REMOVE = "remove";
  private static final String CLEAR = "clear";

  @Override
  public CommandData data() {
    return CommandForm.slash("settings", Access.MODERATOR)
        .addSubcommands(
            CommandForm.subcommand("show"),
            change(),
            listing("channels", OptionType.CHANNEL),
            listing("moderators", OptionType.ROLE),
            CommandForm.subcommand("reset"))
        .addSubcommandGroups(ModeratorsChannel.data());
  }

  private SubcommandData change() {
    OptionData language = CommandForm.option(OptionType.STRING, SettingsForm.LANGUAGE);
    SettingsForm.languages()
        .forEach((value, name) -> language.addChoices(CommandForm.choice(name, value)));
    return CommandForm.subcommand("change")
        .addOptions(
            language,
            CommandForm.option(OptionType.BOOLEAN, SettingsForm.PRIVATE),
            CommandForm.option(OptionType.BOOLEAN, SettingsForm.DECLINED),
            CommandForm.option(OptionType.BOOLEAN, SettingsForm.FEEDBACK),
            CommandForm.option(OptionType.BOOLEAN, SettingsForm.KEEP_QUESTIONS),
            CommandForm.option(OptionType.BOOLEAN, SettingsForm.FEED_ITEMS),
            CommandForm.option(OptionType.INTEGER, SettingsForm.RECEIPT_DAYS)
                .setRequiredRange(1, mostDays));
  }

  private static SubcommandData listing(String name, OptionType type) {
    return CommandForm.subcommand(
        name,
        CommandForm.option(type, ADD),
        CommandForm.option(type, REMOVE),
        CommandForm.option(OptionType.BOOLEAN, CLEAR));
  }

  @Override
  public Reply reply(Request request) {
    return switch (request.subcommand()) {
      case "change" -> filledIn(request);
      case "channels" -> channels(request);
      case "moderators" -> moderators(request);
      case ModeratorsChannel.SUBCOMMAND ->
          told.changed(request)
              .map(changes -> outcome(request, changes))
              .orElseGet(() -> told.refusal(request));
      case "reset" ->
          NoticeMessage.of(
              Phrase.RESET_SURE.in(request.language()),
              List.of(new Press(new ModeratorId.ResetSettings(), Phrase.RESET_YES, true)),
              request.language());
      default -> shown(request, "");
    };
  }

  private Reply channels(Request request) {
    return tooMany(request, ServerSettings::channels, ServerSettings.MAX_CHANNELS)
        .orElseGet(
            () ->
                change(request, before -> before.withChannels(edited(request, before.channels()))));
  }

  private Reply moderators(Request request) {
    if (!request.rights().mayNameModerators()) {
      return request.text(Phrase.ONLY_MANAGERS);
    }
    return tooMany(request, ServerSettings::moderatorRoles, ServerSettings.MAX_MODERATOR_ROLES)
        .orElseGet(
            () ->
                change(
                    request,
                    before -> before.withModeratorRoles(edited(request, before.moderatorRoles()))));
  }

  private Optional<Reply> tooMany(
      Request request, Function<ServerSettings, Set<Long>> listed, int most) {
    Set<Long> after = edited(request, listed.apply(table.of(request.caller().location().server())));
    return after.size() > most
        ? Optional.of(request.text(Phrase.SETTINGS_TOO_MANY, most))
        : Optional.empty();
  }

  /** Cleared first, then one taken out, then one put in. */
  private static Set<Long> edited(Request request, Set<Long> before) {
    boolean clear = request.option(CLEAR).map(Boolean::parseBoolean).orElse(false);
    Set<Long> after = clear ? new TreeSet<>() : new TreeSet<>(before);
    request.option(REMOVE).map(Long::valueOf).ifPresent(after::remove);
    request.option(ADD).map(Long::valueOf).ifPresent(after::add);
    return after;
  }

  /** Every setting at its default, once somebody has said so. */
  Reply reset(Request request) {
    String untold = told.moved(request, 0).orElse("");
    return change(request, untold, before -> reset(request, before));
  }

  /** Who moderates stays as it is where it is not theirs to say. */
  private static ServerSettings reset(Request request, ServerSettings before) {
    ServerSettings defaults = ServerSettings.defaults(before.server());
    return request.rights().mayNameModerators()
        ? defaults
        : defaults.withModeratorRoles(before.moderatorRoles());
  }

  private Reply change(Request request, UnaryOperator<ServerSettings> change) {
    return change(request, "", change);
  }

  private Reply change(Request request, String before, UnaryOperator<ServerSettings> change) {
    long server = request.caller().location().server();
    String changes = table.change(server, request.caller().actor(), change);
    changed.accept(server);
    String all =
        Stream.of(changes, before).filter(one -> !one.isEmpty()).collect(Collectors.joining("; "));
    return outcome(request, all);
  }

  private Reply outcome(Request request, String changes) {
    return changes.isEmpty() ? request.text(Phrase.SETTINGS_SAME) : shown(request, changes);
  }

  private Reply shown(Request request, String changes) {
    ServerSettings now = table.of(request.caller().location().server());
    // In the language that holds from now on.
    Language language =
        changes.isEmpty()
            ? request.language()
            : Optional.ofNullable(now.language())
                .flatMap(Language::ofWireName)
                .orElse(request.language());
    return new SettingsMessage(
            now, SettingsForm.days(now, mostDays), told.of(request), changes, language)
        .reply();
  }

  Opening editing(Request request) {
    ServerSettings now = table.of(request.caller().location().server());
    return new Opening.Form(SettingsForm.of(now, mostDays, request.language()));
  }

  Reply filledIn(Request request) {
    return SettingsForm.mistake(request, mostDays)
        .map(Reply::text)
        .orElseGet(() -> change(request, SettingsForm.changes(request, mostDays)));
  }
}
