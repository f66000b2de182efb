/**
 * The gateway: the WebSocket on which the bot identifies, keeps its heart beating and hears of
 * interactions. Start at {@link dev.readout.discord.standin.gateway.Gateway}, which also breaks
 * connections in the ways that Discord does. A {@code Session} outlives its connections.
 */
@NullMarked
package dev.readout.discord.standin.gateway;

import org.jspecify.annotations.NullMarked;
