package dev.readout.corpus;

/** A subject that records are filed under, {@code zh} in simplified characters. Immutable. */
public record Topic(String id, String en, String zh, String zhHant, String note) {}
