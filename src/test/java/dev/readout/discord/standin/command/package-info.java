/**
 * The commands that the bot registered, for everybody and for single servers, kept as Discord keeps
 * them. Start at {@link dev.readout.discord.standin.command.RegisteredCommands}.
 */
@NullMarked
package dev.readout.discord.standin.command;

import org.jspecify.annotations.NullMarked;
