package dev.readout.discord.command;

import dev.readout.answer.Desks;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.HelpMessage;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /help}: what the bot can do, with links that open the commands. */
final class HelpCommand implements Command {
  private final Desks desks;
  private final CommandLinks links;
  private final Supplier<Collection<Command>> commands;

  /**
   * Help with the commands.
   *
   * @param commands all of them, in the order in which they are listed
   */
  HelpCommand(Desks desks, CommandLinks links, Supplier<Collection<Command>> commands) {
    this.desks = desks;
    this.links = links;
    this.commands = commands;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash("help");
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
    String list = list(Access.MEMBER, language);
    if (request.rights().allow(Access.MODERATOR)) {
      list += "\n" + Phrase.HELP_MODERATORS.in(language) + "\n" + list(Access.MODERATOR, language);
    }
    String menus =
        Phrase.HELP_MENUS.in(
            language,
            CommandForm.menuName(FindSourcesMenu.NAME, language),
            CommandForm.menuName(CheckQuoteMenu.NAME, language));
    String all = Phrase.HELP.in(language) + list + "\n" + menus;
    return HelpMessage.of(all, generation(request.scope()), language);
  }

  /** What is said once in a server that the bot has joined. */
  Reply welcome(Scope server, Language language) {
    return HelpMessage.welcome(
        links.to("ask"), links.to("help"), links.to("settings"), generation(server), language);
  }

  private String generation(Scope scope) {
    return desks.with(scope, current -> current.generation().info().name());
  }

  private String list(Access access, Language language) {
    return commands.get().stream()
        .filter(command -> command != this && command.access() == access)
        .map(Command::data)
        .filter(CommandForm::isSlash)
        .map(CommandData::getName)
        .map(name -> "- " + links.to(name) + " " + CommandForm.description(name, language))
        .collect(Collectors.joining("\n"));
  }
}
