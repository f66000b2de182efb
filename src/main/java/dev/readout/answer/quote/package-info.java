/**
 * Checks a quotation: what a message quotes, against every statement of a generation that its
 * server may see. Start at {@link dev.readout.answer.quote.QuoteChecker}. Comparing knows texts
 * only, not where they come from; a {@link dev.readout.answer.quote.QuoteFinding.Passage} does, and
 * tells the words of others from our summaries of them.
 */
@NullMarked
package dev.readout.answer.quote;

import org.jspecify.annotations.NullMarked;
