package dev.readout.discord;

import dev.readout.answer.Completions;
import dev.readout.corpus.Scope;
import dev.readout.discord.WorkerPool.Places;
import dev.readout.discord.command.Command;
import dev.readout.discord.command.Command.Opening;
import dev.readout.discord.command.Commands;
import dev.readout.discord.command.Observer;
import dev.readout.discord.command.Observer.Arrival;
import dev.readout.discord.command.Observer.Completing;
import dev.readout.discord.command.Request;
import dev.readout.discord.command.Request.FormInput;
import dev.readout.discord.command.Trace;
import dev.readout.discord.moderation.Moderation;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.ComponentId;
import dev.readout.discord.render.Markdown;
import dev.readout.discord.render.ModeratorId;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.ShownMessage;
import dev.readout.store.ServerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.GenericCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.callbacks.IAutoCompleteCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what Discord reports that members did, turns away whom it is not for, and sees to it that
 * each is replied to once. Nothing here takes longer than looking into memory, a server's settings
 * for a second at most; the rest is the {@link Responder}'s. Thread-safe.
 */
record InteractionListener(
    Commands commands,
    Moderation moderation,
    Requests requests,
    Responder responder,
    Observer observer,
    Autocompletion autocompletion)
    implements EventListener {
  private static final Logger LOG = LoggerFactory.getLogger(InteractionListener.class);
  private static final String PRIVATE = "private";

  @Override
  public void onEvent(GenericEvent event) {
    switch (event) {
      case SlashCommandInteractionEvent slash -> run(slash, requests.filled(slash));
      case MessageContextInteractionEvent menu ->
          run(menu, FormInput.of(Map.of("message", menu.getTarget().getContentRaw())));
      case CommandAutoCompleteInteractionEvent typing -> complete(typing);
      case ButtonInteractionEvent button -> press(button, "");
      case StringSelectInteractionEvent menu ->
          press(menu, menu.getValues().isEmpty() ? "" : menu.getValues().getFirst());
      case ModalInteractionEvent form -> fillIn(form);
      default -> {} // nothing that somebody asks of the bot
    }
  }

  private void run(GenericCommandInteractionEvent event, FormInput filled) {
    String name = event.getName();
    Command command = commands.named(name).orElse(null);
    Request request = requests.of(event, filled, arrival(name, command));
    if (command == null) {
      LOG.warn("Discord offers a command that this version does not have: {}", name);
      responder.refuse(event, request, Phrase.OLD_COMMAND);
      return;
    }
    Optional<Phrase> refusal = request.refusal(command.access());
    Optional<Supplier<Opening>> form = command.form(request);
    if (refusal.isPresent()) {
      responder.refuse(event, request, refusal.get());
      return;
    }
    Optional<Reply> mistake = command.mistake(request);
    if (mistake.isPresent()) {
      responder.tell(event, request, mistake.get());
    } else if (form.isPresent()) {
      responder.open(event, request, form.get());
    } else {
      reply(event, command, request);
    }
  }

  private Arrival arrival(String name, @Nullable Command command) {
    return command == null
        ? new Arrival(observer, Arrival.UNKNOWN, Access.MEMBER, false)
        : new Arrival(observer, name, command.access(), command.isQuestion());
  }

  private Arrival arrival(String what, @Nullable ComponentId id) {
    boolean isQuestion = id instanceof ComponentId.Related;
    Access access = id == null ? Access.MEMBER : id.access();
    return new Arrival(observer, isQuestion ? Arrival.RELATED : what, access, isQuestion);
  }

  private void reply(GenericCommandInteractionEvent event, Command command, Request request) {
    boolean wanted = isPrivate(command, request);
    boolean elsewhere = !wanted && Requests.isElsewhere(event, request.server());
    Request seen = request.inPrivate(wanted || elsewhere);
    if (!command.isCounted()) {
      responder.reply(event, seen, () -> command.reply(seen));
      return;
    }
    Function<Consumer<Reply>, Reply> work =
        progress -> {
          Reply reply = command.reply(seen, progress);
          return elsewhere ? reply.under(Phrase.ELSEWHERE.in(seen.language())) : reply;
        };
    responder.ask(event, seen, command.access(), work);
  }

  private static boolean isPrivate(Command command, Request request) {
    if (command.access() != Access.MEMBER) {
      return true;
    }
    ServerSettings server = request.server();
    // What a server wants that cannot be asked now may be this.
    boolean wanted =
        server == null ? !request.scope().equals(Scope.GLOBAL) : server.privateByDefault();
    return request
        .option(PRIVATE)
        .map(Boolean::parseBoolean)
        .orElseGet(() -> command.isPrivate() || wanted);
  }

  private void complete(CommandAutoCompleteInteractionEvent event) {
    String option = event.getFocusedOption().getName();
    String typed = event.getFocusedOption().getValue();
    Arrival arrival = new Arrival(observer, Arrival.TYPING, Access.MEMBER, false);
    autocompletion.complete(
        event,
        arrival,
        () -> {
          Request request = requests.of(event, requests.filled(event), arrival);
          return commands.complete(event.getName(), option, typed, request).stream()
              .map(InteractionListener::choice)
              .toList();
        });
  }

  private static Choice choice(Completions.Choice choice) {
    String value = choice.value();
    return new Choice(
        Markdown.shortened(choice.label(), Choice.MAX_NAME_LENGTH),
        value.substring(0, Math.min(value.length(), Choice.MAX_STRING_VALUE_LENGTH)));
  }

  private void fillIn(ModalInteractionEvent event) {
    ComponentId id = ComponentId.parse(event.getModalId()).orElse(null);
    Request request = requests.of(event, requests.filled(event), arrival(Arrival.FORM, id));
    Optional<Phrase> refusal = refusal(id, request);
    if (refusal.isPresent()) {
      responder.refuse(event, request, refusal.get());
    } else if (id instanceof ModeratorId form) {
      responder.ask(
          event, request, form.access(), progress -> moderation.reply(form, request, progress));
    } else {
      responder.reply(event, request, () -> commands.unreadable(request.language()));
    }
  }

  private static Optional<Phrase> refusal(@Nullable ComponentId id, Request request) {
    return id == null ? Optional.empty() : request.refusal(id.access());
  }

  private void press(GenericComponentInteractionCreateEvent event, String chosen) {
    ComponentId id = ComponentId.parse(event.getComponentId()).orElse(null);
    Request request = requests.of(event, FormInput.chosen(chosen), arrival(Arrival.PRESS, id));
    Optional<Phrase> refusal = refusal(id, request);
    if (refusal.isPresent()) {
      responder.refuse(event, request, refusal.get());
      return;
    }
    switch (id) {
      case null -> responder.reply(event, request, () -> commands.unreadable(request.language()));
      case ComponentId.Show _ -> show(event, request);
      case ComponentId.Remove remove -> remove(event, remove, request);
      case ComponentId.Related related ->
          responder.ask(
              event, request, related.access(), _ -> commands.pressed(related, chosen, request));
      case ModeratorId press -> moderate(event, press, request);
      case ComponentId press ->
          responder.reply(event, request, () -> commands.pressed(press, chosen, request));
    }
  }

  private void moderate(
      GenericComponentInteractionCreateEvent event, ModeratorId press, Request request) {
    Optional<Supplier<Opening>> form = moderation.form(press, request);
    if (form.isPresent()) {
      responder.open(event, request, form.get());
    } else {
      responder.ask(
          event, request, press.access(), progress -> moderation.reply(press, request, progress));
    }
  }

  /** The same message again, for everybody: it is what Discord sends along with the press. */
  private void show(GenericComponentInteractionCreateEvent event, Request request) {
    if (Requests.isElsewhere(event, request.server())) {
      responder.refuse(event, request, Phrase.ELSEWHERE);
      return;
    }
    Reply shown =
        ShownMessage.of(
                event.getMessage().getComponentTree().getComponents(),
                event.getUser().getEffectiveName(),
                request.member(),
                request.language())
            .whenSent(sent -> commands.followUps().copy(event.getMessageIdLong(), sent));
    Request open = request.inPrivate(false);
    responder.reply(event, open, () -> shown);
  }

  private void remove(
      GenericComponentInteractionCreateEvent event, ComponentId.Remove remove, Request request) {
    if (remove.asker() == request.member() || mayManageMessages(event)) {
      responder.remove(event, request);
    } else {
      responder.refuse(event, request, Phrase.NOT_YOURS);
    }
  }

  private static boolean mayManageMessages(GenericComponentInteractionCreateEvent event) {
    Member member = event.getMember();
    return member != null
        && member.hasPermission(event.getGuildChannel(), Permission.MESSAGE_MANAGE);
  }

  /** Offers choices for what a member is typing, soon or not at all. Thread-safe. */
  static final class Autocompletion {
    /** Completions worked out at the same time; past that a keystroke goes without. */
    private static final int AT_ONCE = 64;

    /** Those of one server: typing where the index is being opened leaves others theirs. */
    private static final int OF_A_SERVER = 16;

    /** How long completions may take; by then who types has typed on. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Places places = new Places(AT_ONCE, OF_A_SERVER);

    /**
     * Offers completions; none where there are too many to work out, they fail, or they take too
     * long. What takes too long is counted as under way until it ends.
     */
    void complete(IAutoCompleteCallback event, Arrival arrival, Supplier<List<Choice>> work) {
      Guild guild = event.getGuild();
      long server = guild == null ? 0 : guild.getIdLong();
      if (!places.take(server)) {
        arrival.complete(Completing.BUSY);
        offer(event, List.of());
        return;
      }
      CompletableFuture<List<Choice>> made =
          CompletableFuture.supplyAsync(work, Trace::startThread);
      var _ =
          made.whenComplete(
              (_, failure) -> {
                places.giveBack(server);
                if (failure != null) {
                  LOG.error("completing failed", failure);
                }
              });
      var _ =
          made.copy()
              .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
              .whenComplete(
                  Trace.carried(
                      (@Nullable List<Choice> choices, @Nullable Throwable failure) -> {
                        arrival.complete(completing(failure));
                        offer(event, choices == null ? List.of() : choices);
                      }));
    }

    private static Completing completing(@Nullable Throwable failure) {
      return switch (failure) {
        case null -> Completing.MADE;
        case TimeoutException _ -> Completing.LATE;
        default -> Completing.FAILED;
      };
    }

    private static void offer(IAutoCompleteCallback event, List<Choice> choices) {
      event
          .replyChoices(choices)
          .queue(
              _ -> {}, failure -> LOG.debug("choices came too late: {}", Response.reason(failure)));
    }
  }
}
