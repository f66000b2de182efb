/**
 * What members can ask the bot to do: a class a command, each from a request to a reply. No command
 * acknowledges, waits or sends; the listener does. Start at {@link
 * dev.readout.discord.command.Commands}.
 */
@NullMarked
package dev.readout.discord.command;

import org.jspecify.annotations.NullMarked;
