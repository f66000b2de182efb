/**
 * The terminal: one class a command, all built by {@link dev.readout.cli.ReadoutCommand}, where
 * reading starts; those for sources are in {@code cli.source}. Exit codes: 0 done, 1 failed, 2 bad
 * input; then one line on standard error says what is wrong and what to do, and standard output
 * stays empty.
 */
@NullMarked
package dev.readout.cli;

import org.jspecify.annotations.NullMarked;
