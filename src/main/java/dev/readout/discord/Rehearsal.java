package dev.readout.discord;

import dev.readout.discord.command.MessageMenus;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationOwners;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.context.MessageContextInteraction;
import net.dv8tion.jda.api.requests.restaction.WebhookMessageEditAction;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One made-up question that goes the whole way from the event to the reply before the bot connects,
 * so that the first member does not wait while Java loads classes and opens files: their
 * acknowledgement took up to 2.9 of Discord's 3 seconds. Three starts with it and three without,
 * through the stand-in on a busy machine: the first acknowledgement took 0.15 to 0.95 of the time,
 * the first reply 0.16 to 0.37. Discord's side of it, which sends nothing, is made of proxies. It
 * is declined, since an answer would leave a receipt.
 */
final class Rehearsal {
  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
  private static final String QUESTION = "What did Phileas Fogg say about tariffs in Geneva?";

  /** A slow disk must not keep the bot from connecting. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CountDownLatch ended = new CountDownLatch(1);

  private Rehearsal() {}

  /** Waits until the listener has replied, or long enough; whether it has. */
  static boolean of(EventListener listener) {
    Rehearsal rehearsal = new Rehearsal();
    try {
      listener.onEvent(rehearsal.event());
      if (rehearsal.ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        return true;
      }
      LOG.warn("the first reply may be slow: a made-up question took more than {}", PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) { // members may have better luck
      LOG.warn("the first reply may be slow: a made-up question failed", e);
    }
    return false;
  }

  private MessageContextInteractionEvent event() {
    JDA jda = made(JDA.class, Map.of());
    Instant now = Instant.now();
    WebhookMessageEditAction<?> edit =
        made(
            WebhookMessageEditAction.class,
            Map.of("queue", arguments -> end(arguments, made(Message.class, Map.of()))));
    MessageContextInteraction answered = made(MessageContextInteraction.class, Map.of());
    InteractionHook hook =
        made(
            InteractionHook.class,
            Map.of(
                "editOriginal", _ -> edit,
                "editMessageById", _ -> edit,
                "getInteraction", _ -> answered));
    ReplyCallbackAction deferral =
        made(ReplyCallbackAction.class, Map.of("queue", arguments -> succeed(arguments, hook)));
    ReplyCallbackAction reply =
        made(ReplyCallbackAction.class, Map.of("queue", arguments -> end(arguments, hook)));
    IntegrationOwners installed =
        made(IntegrationOwners.class, Map.of("getAuthorizingGuildIdLong", _ -> 1L));
    User nobody = made(User.class, Map.of());
    Guild nowhere = made(Guild.class, Map.of());
    Message question = made(Message.class, Map.of("getContentRaw", _ -> QUESTION));
    MessageContextInteraction asked =
        made(
            MessageContextInteraction.class,
            Map.of(
                "getName", _ -> MessageMenus.FIND_SOURCES,
                "getTarget", _ -> question,
                "getUser", _ -> nobody,
                "getGuild", _ -> nowhere,
                "getUserLocale", _ -> DiscordLocale.ENGLISH_US,
                "getIntegrationOwners", _ -> installed,
                "getTimeCreated", _ -> now.atOffset(ZoneOffset.UTC),
                "deferReply", _ -> deferral));
    return new RehearsedEvent(jda, asked, reply);
  }

  private @Nullable Object end(Object[] arguments, Object result) {
    ended.countDown();
    return succeed(arguments, result);
  }

  /** Calls what is to be called when Discord has taken something. */
  @SuppressWarnings("unchecked") // a consumer of what the action gives
  private static @Nullable Object succeed(Object[] arguments, Object result) {
    ((Consumer<Object>) arguments[0]).accept(result);
    return null;
  }

  /** A reply at once is of JDA's own class otherwise, which asks Discord. */
  private static final class RehearsedEvent extends MessageContextInteractionEvent {
    private final ReplyCallbackAction reply;

    RehearsedEvent(JDA jda, MessageContextInteraction asked, ReplyCallbackAction reply) {
      super(jda, 0, asked);
      this.reply = reply;
    }

    @Override
    public ReplyCallbackAction reply(MessageCreateData message) {
      return reply;
    }
  }

  /** What a method gives for its arguments. */
  private interface Reaction {
    @Nullable Object to(Object[] arguments);
  }

  /** One of JDA's interfaces: what is not named here is JDA's own default, or nothing. */
  private static <T> T made(Class<T> type, Map<String, Reaction> reactions) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          Reaction reaction = reactions.get(method.getName());
          if (reaction != null) {
            return reaction.to(arguments);
          }
          if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          return method.getReturnType().isInstance(proxy) ? proxy : nothing(method.getReturnType());
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? 0L : null;
  }
}
