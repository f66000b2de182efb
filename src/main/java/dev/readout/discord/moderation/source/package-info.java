/**
 * {@code /source}: how moderators add sources to their server and look after them, and operators to
 * all servers. Nothing is stored before somebody says so; what waits for that is kept in memory.
 * Start at {@link dev.readout.discord.moderation.source.SourceModeration}.
 */
@NullMarked
package dev.readout.discord.moderation.source;

import org.jspecify.annotations.NullMarked;
