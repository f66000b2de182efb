package dev.readout.store;

import dev.readout.corpus.Scope;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A list of documents that is looked at for new ones. Immutable.
 *
 * @param number the scope's own, from 1, never given twice
 * @param linkPattern which links of a page are items; null for all, or where it is no page
 */
public record Feed(
    long number,
    Scope scope,
    FeedKind kind,
    String address,
    @Nullable String linkPattern,
    Instant added,
    String addedBy,
    @Nested FeedHealth health) {}
