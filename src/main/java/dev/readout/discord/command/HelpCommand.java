package dev.readout.discord.command;

import dev.readout.answer.desk.Desks;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.TextKey;
import dev.readout.corpus.Scope;
import dev.readout.discord.access.Access;
import dev.readout.discord.render.HelpMessage;
import dev.readout.discord.render.Reply;
import dev.readout.discord.wording.Phrase;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /help}: what the bot can do, with links that open the commands. */
final class HelpCommand implements Command {
  private final Desks desks;
  private final CommandLinks links;
  private final List<Entry> entries;
  private final List<Entry> moderators;

  /** A command and what is said of it. */
  record Entry(TextKey name, TextKey description) {}

  HelpCommand(Desks desks, CommandLinks links, List<Entry> entries, List<Entry> moderators) {
    this.desks = desks;
    this.links = links;
    this.entries = List.copyOf(entries);
    this.moderators = List.copyOf(moderators);
  }

  @Override
  public CommandData data() {
    return CommandForm.slash(Phrase.NAME_HELP, Phrase.CMD_HELP);
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  @Override
  public boolean isPrivate() {
    return true;
  }

  @Override
  public Reply reply(Request request) {
    Language language = request.language();
    String commands = list(entries, language);
    if (request.rights().allow(Access.MODERATOR)) {
      commands += "\n" + Phrase.HELP_MODERATORS.in(language) + "\n" + list(moderators, language);
    }
    String menus =
        Phrase.HELP_MENUS.in(
            language, Phrase.MENU_FIND.in(language), Phrase.MENU_QUOTE.in(language));
    String all = Phrase.HELP.in(language) + commands + "\n" + menus;
    return HelpMessage.of(all, generation(request.scope()), language);
  }

  /** What is said once in a server that the bot has joined. */
  Reply welcome(Scope server, Language language) {
    return HelpMessage.welcome(
        links.to(Phrase.NAME_ASK.in(Language.EN)),
        links.to(Phrase.NAME_HELP.in(Language.EN)),
        links.to(Phrase.NAME_SETTINGS.in(Language.EN)),
        generation(server),
        language);
  }

  private String generation(Scope scope) {
    return desks.with(scope, current -> current.generation().info().name());
  }

  private String list(List<Entry> commands, Language language) {
    return commands.stream()
        .map(
            entry ->
                "- " + links.to(entry.name.in(Language.EN)) + " " + entry.description.in(language))
        .collect(Collectors.joining("\n"));
  }
}
