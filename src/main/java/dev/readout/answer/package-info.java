/**
 * Question in, answer out: reading the question, ranking records, choosing statements, sides,
 * standing, declining. Start at {@link dev.readout.answer.Answerer}. An {@link
 * dev.readout.answer.Answer} is a value that knows no renderer; every sentence in it is a slice of
 * a stored record.
 *
 * <p>{@link dev.readout.answer.QuestionReader} says what a question asks for, {@link
 * dev.readout.answer.Ranker} which records answer it best (a sum of measured features by weights
 * that stand, readable, in {@code weights.properties}). {@link dev.readout.answer.Label} names
 * every word of ours that all renderers add, in the reader's language; the words stand in {@code
 * texts_<language>.properties}.
 *
 * <p>{@link dev.readout.answer.ServingIndexes} is what a program that stays up answers from: one
 * generation of the index, swapped for the next without a pause, and an index of its own for each
 * server that has an index of its own. {@link dev.readout.answer.ReceiptBook} keeps answers so that
 * they can be shown again byte for byte.
 */
@NullMarked
package dev.readout.answer;

import org.jspecify.annotations.NullMarked;
