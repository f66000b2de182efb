/**
 * For whoever runs the bot: whether it works, and its load, over HTTP on this machine. {@link
 * dev.readout.ops.Ops} is where reading starts; {@link dev.readout.ops.OpsClient} asks a bot that
 * runs. The only room that serves HTTP and knows Micrometer; only {@code Main} and what stands
 * beside it import it.
 */
@NullMarked
package dev.readout.ops;

import org.jspecify.annotations.NullMarked;
