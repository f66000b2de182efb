package dev.readout.intake.fetch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch. Immutable.
 *
 * @param address anything: what may not be fetched is refused, not thrown
 * @param etag what the server last gave as the version of what is already here; null to fetch in
 *     any case
 * @param lastModified the same as a date, in the server's own spelling
 */
public record FetchRequest(URI address, @Nullable String etag, @Nullable String lastModified) {
  /** Fetches it whether or not it has changed. */
  public static FetchRequest of(URI address) {
    return new FetchRequest(address, null, null);
  }
}
