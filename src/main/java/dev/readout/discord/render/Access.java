package dev.readout.discord.render;

/** Whom a command, a button or a form is for. */
public enum Access {
  /** Everybody. */
  MEMBER,
  /** Who may manage the server that it is used in, and those with a role that the server named. */
  MODERATOR,
  /** Who runs the bot, wherever they are. */
  OPERATOR
}
