/**
 * Receipts of answers: an answer kept so that it can be shown again byte for byte, whatever has
 * become of the index since, and what has become of its sources. Start at {@link
 * dev.readout.answer.receipt.ReceiptBook}.
 */
@NullMarked
package dev.readout.answer.receipt;

import org.jspecify.annotations.NullMarked;
