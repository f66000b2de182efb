/**
 * Which records answer a question best, and whether the best one answers it at all. Start at {@link
 * Ranker}. Both models are sums of measured features by weights that stand, readable, in {@code
 * weights.properties} beside this package.
 */
@NullMarked
package dev.readout.answer.ranking;

import org.jspecify.annotations.NullMarked;
