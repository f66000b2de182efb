/**
 * How the bot fares, in figures: {@link dev.readout.ops.metric.Metrics} holds all of them; {@code
 * docs/metrics.md} tells what each means. No label or value says who, where or what was asked, and
 * every label has a handful of values.
 */
@NullMarked
package dev.readout.ops.metric;

import org.jspecify.annotations.NullMarked;
