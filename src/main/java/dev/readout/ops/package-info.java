/**
 * For whoever runs the bot: whether it works, how it fares and how much it logs, over HTTP on this
 * machine. {@link dev.readout.ops.Ops} is where reading starts; {@link dev.readout.ops.OpsClient}
 * asks a bot that runs. The only room that serves HTTP and knows Micrometer; only {@code Main} and
 * the commands beside it import it, and {@code config} its settings.
 */
@NullMarked
package dev.readout.ops;

import org.jspecify.annotations.NullMarked;
