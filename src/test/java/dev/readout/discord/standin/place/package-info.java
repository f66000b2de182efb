/**
 * Where people talk: servers with channels, direct messages with the bot, private conversations of
 * people who installed the bot for themselves. Start at {@link
 * dev.readout.discord.standin.place.Place}.
 */
@NullMarked
package dev.readout.discord.standin.place;

import org.jspecify.annotations.NullMarked;
