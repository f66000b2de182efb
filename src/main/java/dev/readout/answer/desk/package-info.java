/**
 * What a program that stays up answers from: everything that works on one generation of the index,
 * the swap to the next without a pause, and a desk of its own for each server that has an index of
 * its own. Start at {@link dev.readout.answer.desk.Desks}.
 */
@NullMarked
package dev.readout.answer.desk;

import org.jspecify.annotations.NullMarked;
