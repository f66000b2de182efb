package dev.readout.discord.picture;

import dev.readout.corpus.Language;

/**
 * How a picture is to look. Immutable.
 *
 * @param theme {@code dark} or {@code light}
 */
public record Look(String theme, Language language) {}
