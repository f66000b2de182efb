/** Whether the bot can do its work: {@link dev.readout.ops.health.Health}. */
@NullMarked
package dev.readout.ops.health;

import org.jspecify.annotations.NullMarked;
