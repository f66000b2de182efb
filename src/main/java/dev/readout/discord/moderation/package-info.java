/**
 * The commands of moderators and operators, and their buttons and forms: settings, audit log,
 * check-up. Start at {@link dev.readout.discord.moderation.Moderation}. Whether somebody may use
 * them is decided before anything here is called.
 */
@NullMarked
package dev.readout.discord.moderation;

import org.jspecify.annotations.NullMarked;
