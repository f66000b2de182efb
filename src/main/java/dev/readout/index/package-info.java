/**
 * Builds, keeps and searches the Lucene indexes: one for all and one for each server with records
 * of its own. Start at {@link dev.readout.index.Indexes} (all of them), {@link
 * dev.readout.index.IndexDirectory} (one's generations on disk: build, swap, roll back) and {@link
 * dev.readout.index.Generation} (one opened: search, suggest). No Lucene type leaves this package.
 *
 * <p>One record is one block of documents: its statements, its questions, then the record itself.
 * All three kinds are searched and their scores handed on side by side; what they are worth
 * together is {@code answer}'s to say.
 */
@NullMarked
package dev.readout.index;

import org.jspecify.annotations.NullMarked;
