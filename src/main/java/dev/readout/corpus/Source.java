package dev.readout.corpus;

import org.jspecify.annotations.Nullable;

/**
 * Where a reader can check a record: an address, a formal citation, or both. Immutable.
 *
 * @param url absolute http(s) address, or null when only a citation is known
 * @param citation formal citation such as {@code 90 FR 47201}, or null
 * @param publisher who published it; null for a bare citation
 * @param type null for a bare citation
 * @param lang {@code en} or {@code zh}; null for another language or a bare citation
 */
public record Source(
    @Nullable String url,
    @Nullable String citation,
    @Nullable String publisher,
    @Nullable SourceType type,
    @Nullable String lang) {

  public Source {
    if (url == null && citation == null) {
      throw new IllegalArgumentException("a source needs an address or a citation");
    }
  }

  /** What kind of publisher stands behind a source; shown to the reader. */
  public enum SourceType implements WireNamed {
    OFFICIAL,
    OFFICIAL_MIRROR,
    NEWS,
    ANALYSIS
  }
}
