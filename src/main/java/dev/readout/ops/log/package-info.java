/**
 * What the log looks like and what never gets into it: one line an event on standard error, short
 * at the terminal, with time and level or as JSON where the bot serves. Whatever the level, neither
 * the bot's token nor what members type is in it: libraries that print what Discord sends are kept
 * quiet, and what still slips through is hidden. Start at {@link dev.readout.ops.log.LogSetup}.
 */
@NullMarked
package dev.readout.ops.log;

import org.jspecify.annotations.NullMarked;
