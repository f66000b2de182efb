package dev.readout.corpus;

/**
 * A subject that records are filed under, with its names. Immutable.
 *
 * @param zh its name in simplified characters
 * @param zhHant its name in traditional characters, as Taiwan writes it
 * @param note what belongs under it
 */
public record Topic(String id, String en, String zh, String zhHant, String note) {}
