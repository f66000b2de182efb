/**
 * The commands of moderators and operators, and their buttons and forms: settings, audit log,
 * check-up, and how they add sources and look after them. Start at {@link
 * dev.readout.discord.moderation.Moderation}. Whether somebody may use them is decided before
 * anything here is called. No source is stored before somebody says so; what waits for that is kept
 * in memory.
 */
@NullMarked
package dev.readout.discord.moderation;

import org.jspecify.annotations.NullMarked;
