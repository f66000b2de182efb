package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import java.time.Instant;

/**
 * A source as it once was. Immutable.
 *
 * @param version from 1
 * @param at when it was made
 * @param actor who made it
 * @param snapshot SHA-256 of what it was made from
 * @param retrieved when that was received
 */
public record SourceVersion(
    int version,
    Instant at,
    String actor,
    CorpusRecord record,
    String snapshot,
    Instant retrieved) {}
