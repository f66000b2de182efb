/**
 * What a question asks for: its language, shape, side and time. Start at {@link QuestionReader}.
 */
@NullMarked
package dev.readout.answer.reading;

import org.jspecify.annotations.NullMarked;
