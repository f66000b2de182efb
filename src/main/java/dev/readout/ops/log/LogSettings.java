package dev.readout.ops.log;

/**
 * How the bot logs. Immutable.
 *
 * @param level of Readout's own lines; of libraries it is WARN
 */
public record LogSettings(LogFormat format, LogLevel level) {}
