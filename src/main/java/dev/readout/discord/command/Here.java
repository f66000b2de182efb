package dev.readout.discord.command;

import java.time.Duration;
import java.util.Set;
import net.dv8tion.jda.api.Permission;

/**
 * The place of an interaction, as the bot finds it. Immutable.
 *
 * @param server Discord's id; 0 outside servers
 * @param channel Discord's id
 * @param allowed what the bot may do there; empty outside servers
 * @param clockAhead how far the bot's clock is ahead of Discord's, the way from Discord included;
 *     negative when it is behind
 */
public record Here(long server, long channel, Set<Permission> allowed, Duration clockAhead) {
  public Here {
    allowed = Set.copyOf(allowed);
  }
}
