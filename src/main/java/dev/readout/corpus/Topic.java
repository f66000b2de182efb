package dev.readout.corpus;

/** A subject that records are filed under, with its English and Chinese name. Immutable. */
public record Topic(String id, String en, String zh, String note) {}
