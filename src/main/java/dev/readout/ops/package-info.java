/**
 * For whoever runs the bot: whether it works, and its load, over HTTP on this machine, and its log.
 * {@link dev.readout.ops.Ops} is where reading starts; {@link dev.readout.ops.OpsClient} asks a bot
 * that runs. The only room that serves HTTP and knows Micrometer and Logback; only {@code Main} and
 * what stands beside it import it.
 *
 * <p>{@link dev.readout.ops.LogSetup} says what the log looks like and what never gets into it: one
 * line an event on standard error, short at the terminal, with time and level or as JSON where the
 * bot serves. Whatever the level, neither the bot's token nor what members type is in it: libraries
 * that print what Discord sends are kept quiet, and what still slips through is hidden.
 */
@NullMarked
package dev.readout.ops;

import org.jspecify.annotations.NullMarked;
