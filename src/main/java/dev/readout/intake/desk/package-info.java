/**
 * Everything about sources put together, for whoever looks after them: the bot and the terminal.
 */
@NullMarked
package dev.readout.intake.desk;

import org.jspecify.annotations.NullMarked;
