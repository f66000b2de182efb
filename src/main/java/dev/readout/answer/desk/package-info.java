/**
 * What a program that stays up answers from: everything that works on one generation of the index,
 * and the swap to the next without a pause. Start at {@link dev.readout.answer.desk.CurrentDesk}.
 */
@NullMarked
package dev.readout.answer.desk;

import org.jspecify.annotations.NullMarked;
