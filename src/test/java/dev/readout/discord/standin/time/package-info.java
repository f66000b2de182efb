/**
 * Time in the stand-in: ids that carry the moment of their making, as Discord's do, and waiting for
 * something to happen without polling. Everything else takes its time from an {@code
 * InstantSource}, so that a test can let fifteen minutes pass.
 */
@NullMarked
package dev.readout.discord.standin.time;

import org.jspecify.annotations.NullMarked;
