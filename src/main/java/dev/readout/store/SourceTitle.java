package dev.readout.store;

/** A source as it is found again by its number or title. Immutable. */
public record SourceTitle(long number, SourceState state, String title) {}
