/**
 * Question in, answer out: reading the question, ranking records, choosing statements, sides,
 * standing, declining. Start at {@link dev.readout.answer.Answerer}. An {@link
 * dev.readout.answer.Answer} is a value that knows no renderer; every sentence in it is a slice of
 * a stored record.
 */
@NullMarked
package dev.readout.answer;

import org.jspecify.annotations.NullMarked;
