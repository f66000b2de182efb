package dev.readout.config;

/**
 * All settings, and where they came from. Immutable.
 *
 * @param origins one line without values, for the log
 */
public record SettingsWithOrigins(Settings settings, String origins) {}
