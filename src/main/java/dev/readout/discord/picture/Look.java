package dev.readout.discord.picture;

import dev.readout.corpus.Language;

/** How a picture is to look, {@code dark} or {@code light}. Immutable. */
public record Look(String theme, Language language) {}
