package dev.readout.ops;

import dev.readout.config.Setting;

/**
 * How the bot logs. Immutable.
 *
 * @param level of Readout's own lines; of libraries it is WARN
 */
public record LogSettings(LogFormat format, @Setting(variable = "READOUT_LOG") LogLevel level) {}
