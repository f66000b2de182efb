package dev.readout.discord.render;

import org.jspecify.annotations.Nullable;

/**
 * What stands around a reply: the member who asked, whether others see it or may vote on it, the
 * answer's receipt and a member to tell of it, null for none. Immutable.
 */
public record Frame(
    long asker,
    boolean isPrivate,
    boolean feedback,
    @Nullable String receipt,
    @Nullable Long pinged) {}
