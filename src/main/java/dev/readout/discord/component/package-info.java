/**
 * What a button or menu means when it is pressed, minutes or months later: all of its state is in
 * its id, so that nothing is lost with a restart.
 */
@NullMarked
package dev.readout.discord.component;

import org.jspecify.annotations.NullMarked;
