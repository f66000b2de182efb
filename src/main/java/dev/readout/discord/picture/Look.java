package dev.readout.discord.picture;

import dev.readout.answer.reading.Language;

/**
 * How a picture is to look. Immutable.
 *
 * @param theme {@code dark} or {@code light}
 */
public record Look(String theme, Language language) {}
