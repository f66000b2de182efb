/**
 * The words that every renderer adds to an answer, in the reader's language. Pure functions to
 * strings. Start at {@link dev.readout.answer.wording.Label}, which names every word of ours (the
 * words stand in {@code texts_<language>.properties}); those of records are never changed.
 */
@NullMarked
package dev.readout.answer.wording;

import org.jspecify.annotations.NullMarked;
