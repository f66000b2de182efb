/**
 * Measures answers against questions whose right records are known. Start at {@link
 * dev.readout.cli.evaluation.Evaluation}, which a test can hold to floors; the table and the list
 * of misses are printed by {@code EvaluationText}.
 */
@NullMarked
package dev.readout.cli.evaluation;

import org.jspecify.annotations.NullMarked;
