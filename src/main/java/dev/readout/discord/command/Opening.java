package dev.readout.discord.command;

import dev.readout.discord.render.Reply;
import net.dv8tion.jda.api.modals.Modal;

/**
 * What comes of asking for a form. Discord takes a form only as the first answer, so it is made
 * before anything is acknowledged.
 */
public sealed interface Opening {
  /** The form; its id is a {@code ComponentId}, by which it is known again when it is sent in. */
  record Form(Modal modal) implements Opening {}

  /** A private reply instead of one: what was to be edited is gone, say. */
  record Instead(Reply reply) implements Opening {}
}
