/**
 * The bot's messages as Discord keeps them. Start at {@link
 * dev.readout.discord.standin.message.Message}, what a test gets to see; {@link
 * dev.readout.discord.standin.message.Messages} stores and changes them.
 */
@NullMarked
package dev.readout.discord.standin.message;

import org.jspecify.annotations.NullMarked;
