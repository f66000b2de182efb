package dev.readout.config;

/**
 * A setting as it holds now. Immutable.
 *
 * @param key its name in the file, such as {@code discord.limits.answers-at-once}
 * @param value as it would be written; "(hidden)" for a secret
 * @param origin "default", "file" with path and line, or "environment" with the variable
 */
public record SettingInForce(String key, String value, String origin) {}
