package dev.readout.discord.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.command.RegisteredCommands;
import dev.readout.discord.standin.gateway.Gateway;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.Interactions;
import dev.readout.discord.standin.journal.Journal;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.message.MessageJson;
import dev.readout.discord.standin.message.Messages;
import dev.readout.discord.standin.person.Client;
import dev.readout.discord.standin.person.Payload;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.person.Talk;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Place;
import dev.readout.discord.standin.rest.OwnDate;
import dev.readout.discord.standin.rest.RestFault;
import dev.readout.discord.standin.rest.RestFaults;
import dev.readout.discord.standin.rest.RestServer;
import dev.readout.discord.standin.rest.Routes;
import dev.readout.discord.standin.time.Signal;
import dev.readout.discord.standin.time.Snowflakes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A Discord on loopback: REST, gateway, and people who use the bot. Thread-safe. Close the bot
 * first, then this.
 */
public final class StandIn implements AutoCloseable {
  private static final String BOT_ID = "200000000000000001";

  private final StandInSettings settings;
  private final Journal journal;
  private final RestFaults faults = new RestFaults();
  private final RestServer rest;

  /** Where it has another clock than this machine. */
  private final @Nullable OwnDate date;

  private final Gateway gateway;
  private final RegisteredCommands commands;
  private final Messages messages;
  private final Signal signal = new Signal();
  private final Client client;
  private final Map<String, String> personIds = new ConcurrentHashMap<>();

  private StandIn(StandInSettings settings) {
    this.settings = settings;
    ObjectNode bot = Payload.user(BOT_ID, "Readout", /* isBot= */ true);
    bot.put("mfa_enabled", false).put("locale", "en-US");
    Snowflakes ids = new Snowflakes(settings.clock());
    journal = new Journal(settings.kept().exchanges(), settings.patience());
    rest = RestServer.bind(settings.restPort(), journal, faults);
    try {
      gateway =
          Gateway.open(
              new Gateway.Setup(
                  settings.gatewayPort(),
                  settings.token(),
                  bot,
                  settings.guilds(),
                  settings.heartbeat(),
                  settings.patience()));
    } catch (RuntimeException e) {
      rest.close();
      throw e;
    }
    boolean isOfMachine = settings.clock().equals(InstantSource.system());
    date = isOfMachine ? null : new OwnDate(rest.port(), settings.clock());
    commands = new RegisteredCommands(BOT_ID, ids, settings.patience());
    MessageJson form = new MessageJson(ids, rest.origin() + RestServer.FILES);
    messages = new Messages(settings.clock(), signal, bot, form, settings.kept().messages());
    Interaction.Surroundings surroundings =
        new Interaction.Surroundings(messages, signal, settings.patience(), this::deliver);
    Interactions interactions =
        new Interactions(settings.clock(), ids, surroundings, settings.kept().interactions());
    client = new Client(commands, messages, interactions, ids, bot);
    new Routes(
            bot,
            settings.token(),
            settings.shards(),
            gateway::url,
            settings.guilds(),
            commands,
            messages,
            interactions,
            settings.clock())
        .serveOn(rest);
  }

  /** Starts one with the default settings. */
  public static StandIn start() {
    return start(StandInSettings.defaults());
  }

  /** Starts one. */
  public static StandIn start(StandInSettings settings) {
    return new StandIn(settings);
  }

  private void deliver(ObjectNode payload) {
    gateway.dispatch(payload.path("guild_id").asText(), "INTERACTION_CREATE", payload);
  }

  /** Has somebody open a thread from a message; returns the thread's id. */
  public String openThread(Person person, Message message) {
    gateway.dispatch(guild().id(), "THREAD_CREATE", Talk.thread(person, message));
    return message.id();
  }

  /** Has somebody write into a channel or thread of the first server. */
  public void say(Person person, String channelId, String text) {
    gateway.dispatch(guild().id(), "MESSAGE_CREATE", Talk.message(person, channelId, text));
  }

  /** Where the bot's REST requests go, with a slash at the end. */
  public String apiUrl() {
    return (date == null ? rest.origin() : date.origin()) + RestServer.BASE;
  }

  /** Where the bot's gateway is. */
  public String gatewayUrl() {
    return gateway.url();
  }

  /** A token that is let in. */
  public String token() {
    return settings.token().isEmpty() ? "stand-in-token" : settings.token();
  }

  /** The bot's id, as an application and as a user. */
  public String applicationId() {
    return BOT_ID;
  }

  /** The first server. */
  public Guild guild() {
    return settings.guilds().getFirst();
  }

  /** An ordinary member of the first server; the same name is always the same person. */
  public Person person(String name) {
    String id = personIds.computeIfAbsent(name, unknown -> client.ids().next());
    return Person.member(client, id, name, Place.in(guild()));
  }

  /** Every REST exchange with the bot. */
  public Journal journal() {
    return journal;
  }

  /** The gateway, and how to break it. */
  public Gateway gateway() {
    return gateway;
  }

  /** What the bot registered. */
  public RegisteredCommands commands() {
    return commands;
  }

  /** Lets a REST fault strike the next requests of its kind. */
  public void fail(RestFault fault) {
    faults.add(fault);
  }

  /** The faults that have not struck yet. */
  public RestFaults faults() {
    return faults;
  }

  /** The bot's messages in a channel, oldest first, answers to interactions included. */
  public List<Message> messages(String channelId) {
    return messages.inChannel(channelId);
  }

  /** Waits until a channel has so many messages, and returns all. */
  public List<Message> awaitMessages(String channelId, int count) {
    return signal.await(
        settings.patience(),
        () -> Optional.of(messages(channelId)).filter(list -> list.size() >= count),
        () -> "channel " + channelId + " has only " + messages(channelId).size() + " messages");
  }

  /** How long the waiting methods wait. */
  public Duration patience() {
    return settings.patience();
  }

  /** Ends all connections. */
  @Override
  public void close() {
    if (date != null) {
      date.close();
    }
    rest.close();
    gateway.close();
  }
}
