/**
 * Interactions and Discord's rules for answering them: once, within three seconds, then fifteen
 * minutes for edits and follow-ups. Start at {@link
 * dev.readout.discord.standin.interaction.Interaction}, the handle that a test holds; {@link
 * dev.readout.discord.standin.interaction.Interactions} serves the bot's side.
 */
@NullMarked
package dev.readout.discord.standin.interaction;

import org.jspecify.annotations.NullMarked;
