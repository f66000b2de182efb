package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source in the catalogue, as it is now. Immutable.
 *
 * @param number the scope's own, from 1, never given twice
 * @param address null for a file
 * @param fileName null for what was only found at an address
 * @param feed the number of the feed that found it, which may be gone; null for a moderator
 * @param record what it is, or becomes, in the index
 * @param snapshot SHA-256 of what was received for it
 * @param retrieved when that was
 * @param addedBy who added it
 * @param versions how many it has had; the newest {@link SourceTable#MAX_VERSIONS} are kept
 */
public record SourceEntry(
    long number,
    Scope scope,
    @Nullable String address,
    @Nullable String fileName,
    @Nullable Long feed,
    SourceState state,
    CorpusRecord record,
    String snapshot,
    Instant retrieved,
    Instant added,
    String addedBy,
    int versions,
    SourceHealth health) {}
