/**
 * What the console of the stand-in reads and writes: a {@link
 * dev.readout.discord.standin.console.Line} taken apart, and answers as text. The console itself is
 * {@code StandInConsole}, one package up.
 */
@NullMarked
package dev.readout.discord.standin.console;

import org.jspecify.annotations.NullMarked;
