package dev.readout.discord;

import dev.readout.answer.desk.Completions;
import dev.readout.answer.reading.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.Command;
import dev.readout.discord.command.Commands;
import dev.readout.discord.command.Request;
import dev.readout.discord.component.ComponentId;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.ShownMessage;
import dev.readout.discord.wording.Phrase;
import dev.readout.store.ServerSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what Discord reports that members did, and sees to it that each is replied to once. Nothing
 * here takes longer than looking into memory; the rest is the {@link Responder}'s. Thread-safe.
 */
final class InteractionListener extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(InteractionListener.class);
  private static final String PRIVATE = "private";

  private final Commands commands;
  private final Servers servers;
  private final Responder responder;

  InteractionListener(Commands commands, Servers servers, Responder responder) {
    this.commands = commands;
    this.servers = servers;
    this.responder = responder;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    Map<String, String> options = new HashMap<>();
    for (OptionMapping option : event.getOptions()) {
      options.put(option.getName(), option.getAsString());
    }
    run(event, event.getName(), options);
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    run(event, event.getName(), Map.of("message", event.getTarget().getContentRaw()));
  }

  private void run(IReplyCallback event, String name, Map<String, String> options) {
    Optional<Command> command = commands.named(name);
    if (command.isEmpty()) {
      LOG.warn("Discord offers a command that this version does not have: {}", name);
      Language language = Locales.of(event.getUserLocale(), servers.of(event.getGuild()));
      responder.refuse(event, language, Phrase.OLD_COMMAND);
      return;
    }
    ServerSettings server = servers.of(event.getGuild());
    boolean isPrivate =
        options.containsKey(PRIVATE)
            ? Boolean.parseBoolean(options.get(PRIVATE))
            : command.get().isPrivate() || (server != null && server.privateByDefault());
    Request request = request(event, server, options, isPrivate);
    responder.ask(event, request, () -> command.get().reply(request));
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    String option = event.getFocusedOption().getName();
    String typed = event.getFocusedOption().getValue();
    Request request = request(event, servers.of(event.getGuild()), Map.of(), true);
    List<Completions.Choice> choices =
        responder.complete(
            () ->
                commands
                    .named(event.getName())
                    .map(command -> command.complete(option, typed, request))
                    .orElse(List.of()));
    event
        .replyChoices(choices.stream().map(InteractionListener::choice).toList())
        .queue(_ -> {}, failure -> LOG.debug("choices came too late: {}", failure.toString()));
  }

  private static Choice choice(Completions.Choice choice) {
    return new Choice(
        ShownMessage.shortened(choice.label(), Choice.MAX_NAME_LENGTH),
        choice.value().length() <= Choice.MAX_STRING_VALUE_LENGTH
            ? choice.value()
            : choice.value().substring(0, Choice.MAX_STRING_VALUE_LENGTH));
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    press(event, "");
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    press(event, event.getValues().isEmpty() ? "" : event.getValues().getFirst());
  }

  private void press(GenericComponentInteractionCreateEvent event, String chosen) {
    Request request = request(event, servers.of(event.getGuild()), Map.of(), true);
    Optional<ComponentId> id = ComponentId.parse(event.getComponentId());
    switch (id.orElse(null)) {
      case null ->
          responder.reply(event, request, () -> commands.presses().unreadable(request.language()));
      case ComponentId.Show _ -> show(event, request);
      case ComponentId.Remove remove -> remove(event, remove, request);
      case ComponentId.Related related ->
          responder.ask(event, request, () -> commands.presses().reply(related, chosen, request));
      case ComponentId press ->
          responder.reply(event, request, () -> commands.presses().reply(press, chosen, request));
    }
  }

  /** The same message again, for everybody: it is what Discord sends along with the press. */
  private void show(GenericComponentInteractionCreateEvent event, Request request) {
    Reply shown =
        ShownMessage.of(
            event.getMessage().getComponentTree().getComponents(),
            event.getUser().getEffectiveName(),
            request.member(),
            request.language());
    Request open = request(event, request.server(), Map.of(), false);
    responder.reply(event, open, () -> shown);
  }

  private void remove(
      GenericComponentInteractionCreateEvent event, ComponentId.Remove remove, Request request) {
    if (remove.asker() == request.member() || mayManageMessages(event)) {
      responder.remove(event);
    } else {
      responder.refuse(event, request.language(), Phrase.NOT_YOURS);
    }
  }

  private static boolean mayManageMessages(GenericComponentInteractionCreateEvent event) {
    Member member = event.getMember();
    return member != null
        && member.hasPermission(event.getGuildChannel(), Permission.MESSAGE_MANAGE);
  }

  private Request request(
      Interaction event,
      @Nullable ServerSettings server,
      Map<String, String> options,
      boolean isPrivate) {
    Scope scope =
        event.getGuild() == null ? Scope.GLOBAL : Scope.ofServer(event.getGuild().getIdLong());
    Language language = Locales.of(event.getUserLocale(), server);
    return new Request(event.getUser().getIdLong(), scope, language, server, options, isPrivate);
  }
}
