/**
 * The bot that members of a Discord server talk to: the only room that knows JDA. {@link
 * dev.readout.discord.Bot} starts and stops it; {@link dev.readout.discord.InteractionListener}
 * acknowledges each interaction at once and lets {@code command} work out the reply afterwards,
 * within limits.
 */
@NullMarked
package dev.readout.discord;

import org.jspecify.annotations.NullMarked;
