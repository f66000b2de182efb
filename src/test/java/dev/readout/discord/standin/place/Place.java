package dev.readout.discord.standin.place;

import java.util.Optional;

/**
 * Where a person uses the bot, and through which installation.
 *
 * @param guild the server; empty outside servers
 * @param channel the channel in it; empty outside servers, where it follows from the person
 */
public record Place(Kind kind, Optional<Guild> guild, Optional<Channel> channel) {

  /** What sort of conversation it is. */
  public enum Kind {
    /** A server that installed the bot. */
    SERVER,
    /** A server without the bot; the person installed it for herself. */
    SERVER_USER_INSTALL,
    /** Direct messages with the bot. */
    BOT_DM,
    /** Direct messages with a friend; the person installed the bot for herself. */
    FRIEND_DM,
    /** A group conversation; the person installed the bot for herself. */
    GROUP_DM
  }

  /**
   * The first channel of a server that installed the bot; it must be among the settings' guilds.
   */
  public static Place in(Guild guild) {
    return in(guild, guild.channels().getFirst());
  }

  /** A channel of a server that installed the bot. */
  public static Place in(Guild guild, Channel channel) {
    return new Place(Kind.SERVER, Optional.of(guild), Optional.of(channel));
  }

  /**
   * The first channel of a server without the bot, which must not be among the settings' guilds.
   */
  public static Place withUserInstall(Guild guild) {
    return new Place(
        Kind.SERVER_USER_INSTALL, Optional.of(guild), Optional.of(guild.channels().getFirst()));
  }

  /** Direct messages with the bot. */
  public static Place botDm() {
    return new Place(Kind.BOT_DM, Optional.empty(), Optional.empty());
  }

  /** Direct messages with a friend. */
  public static Place friendDm() {
    return new Place(Kind.FRIEND_DM, Optional.empty(), Optional.empty());
  }

  /** A group conversation. */
  public static Place groupDm() {
    return new Place(Kind.GROUP_DM, Optional.empty(), Optional.empty());
  }

  /** Discord's number for where a command may be used: 0 server, 1 bot DM, 2 private channel. */
  public int context() {
    return switch (kind) {
      case SERVER, SERVER_USER_INSTALL -> 0;
      case BOT_DM -> 1;
      case FRIEND_DM, GROUP_DM -> 2;
    };
  }

  /** Discord's number for who installed the bot: 0 the server, 1 the person. */
  public int integrationType() {
    return switch (kind) {
      case SERVER, BOT_DM -> 0;
      case SERVER_USER_INSTALL, FRIEND_DM, GROUP_DM -> 1;
    };
  }

  /** Discord's channel type: 0 text channel, 1 direct messages, 3 group. */
  public int channelType() {
    return switch (kind) {
      case SERVER, SERVER_USER_INSTALL -> 0;
      case BOT_DM, FRIEND_DM -> 1;
      case GROUP_DM -> 3;
    };
  }
}
