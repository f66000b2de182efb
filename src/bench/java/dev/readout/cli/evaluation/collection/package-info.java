/**
 * Measures the product's search on public collections in the form of BEIR, by trec_eval's
 * conventions. Start at {@link dev.readout.cli.evaluation.collection.CollectionEvaluation}.
 */
@NullMarked
package dev.readout.cli.evaluation.collection;

import org.jspecify.annotations.NullMarked;
