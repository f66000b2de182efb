/** Runs the benchmarks; they stand in the packages that they measure. */
@NullMarked
package dev.readout.bench;

import org.jspecify.annotations.NullMarked;
