package dev.readout.ops.log;

import java.time.Instant;

/**
 * What is known of an event of the log, with nothing in it that must not be seen. Immutable.
 *
 * @param level such as WARN
 * @param logger the simple name of the class that speaks
 * @param thread may be empty
 * @param interaction Discord's id of the interaction that is worked for; empty for none
 * @param exception its trace, on lines each with its end; empty for none
 */
record Line(
    Instant time,
    String level,
    String logger,
    String thread,
    String interaction,
    String message,
    String exception) {}
