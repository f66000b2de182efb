package dev.readout.intake.fetch;

import dev.readout.corpus.Scope;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch. Immutable.
 *
 * @param asker for whom: servers take turns at a host
 * @param address anything: what may not be fetched is refused, not thrown
 * @param etag what the server last gave as the version of what is already here; null to fetch in
 *     any case
 * @param lastModified the same as a date, in the server's own spelling
 */
public record FetchRequest(
    Scope asker, URI address, @Nullable String etag, @Nullable String lastModified) {
  /** Fetches it whether or not it has changed. */
  public static FetchRequest of(Scope asker, URI address) {
    return new FetchRequest(asker, address, null, null);
  }
}
