package dev.readout.discord.moderation;

import dev.readout.discord.command.Command;
import dev.readout.discord.render.Access;

/** A command for those who may manage the server, and whom it named moderators. */
interface ModeratorCommand extends Command {
  @Override
  default Access access() {
    return Access.MODERATOR;
  }
}
