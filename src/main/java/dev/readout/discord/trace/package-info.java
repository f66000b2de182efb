/**
 * Which interaction a line of the log belongs to: the id that Discord gave it, on whatever thread
 * the line is written. Set where JDA reports what a member did, carried wherever work changes its
 * thread. Start at {@link dev.readout.discord.trace.Trace}.
 */
@NullMarked
package dev.readout.discord.trace;

import org.jspecify.annotations.NullMarked;
