/**
 * The words that every renderer adds to an answer, in the reader's language. Pure functions to
 * strings. Start at {@link dev.readout.answer.wording.Label}, which holds every word of ours; the
 * words of records are never changed.
 */
@NullMarked
package dev.readout.answer.wording;

import org.jspecify.annotations.NullMarked;
