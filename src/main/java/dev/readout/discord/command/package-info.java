/**
 * What members can ask the bot to do: a class a command, each from a request to a reply. No command
 * acknowledges, waits or sends; the listener does. Start at {@link
 * dev.readout.discord.command.Commands}. {@link dev.readout.discord.command.Observer} is told of
 * the work, to count it, and knows neither who, nor where, nor what was typed; {@link
 * dev.readout.discord.command.Trace} says which interaction a line of the log belongs to.
 */
@NullMarked
package dev.readout.discord.command;

import org.jspecify.annotations.NullMarked;
