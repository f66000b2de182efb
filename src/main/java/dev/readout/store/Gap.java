package dev.readout.store;

/**
 * A term that was asked about in vain. Immutable.
 *
 * @param count in how many questions
 */
public record Gap(String term, GapKind kind, long count) {}
