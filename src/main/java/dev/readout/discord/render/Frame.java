package dev.readout.discord.render;

import org.jspecify.annotations.Nullable;

/**
 * What stands around a reply: who asked, who sees it, and what can be done with it. Immutable.
 *
 * @param asker the member who asked
 * @param isPrivate whether only the asker sees it
 * @param feedback whether votes on answers are taken here
 * @param receipt the answer's receipt; null when none could be kept
 * @param pinged a member to tell of it; null for nobody
 */
public record Frame(
    long asker,
    boolean isPrivate,
    boolean feedback,
    @Nullable String receipt,
    @Nullable Long pinged) {}
