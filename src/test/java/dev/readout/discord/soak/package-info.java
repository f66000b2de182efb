/**
 * The soak: a bot in another process is used for half an hour or a night by members, moderators and
 * an operator of several servers, with what goes wrong at Discord now and then; every reply is
 * judged, and memory, threads and open files are watched. {@link dev.readout.discord.soak.SoakRun}
 * runs it; {@code docs/figures.md} tells how. All that is kept here has a fixed size, so that the
 * soak can last as long as anybody likes.
 */
@NullMarked
package dev.readout.discord.soak;

import org.jspecify.annotations.NullMarked;
