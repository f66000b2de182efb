/**
 * Tells channels and members of what they watch. {@link dev.readout.discord.watch.Watcher} finds
 * what is new and writes it down; {@link dev.readout.discord.watch.NoteSender} sends it. Between
 * the two is the database, so that nothing is lost or told twice when the process ends.
 */
@NullMarked
package dev.readout.discord.watch;

import org.jspecify.annotations.NullMarked;
