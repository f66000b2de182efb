/**
 * The terminal: every command, built by {@link dev.readout.cli.ReadoutCommand}, where reading
 * starts. {@code …Command} and {@code …Commands} are what is typed, {@code …Text}, {@code …Json}
 * and {@code …Pages} what is printed. Exit codes: 0 done, 1 failed, 2 bad input; then one line on
 * standard error says what is wrong and what to do, and standard output stays empty.
 */
@NullMarked
package dev.readout.cli;

import org.jspecify.annotations.NullMarked;
