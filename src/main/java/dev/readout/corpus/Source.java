package dev.readout.corpus;

import org.jspecify.annotations.Nullable;

/**
 * Where a reader can check a record: an http(s) address, a citation such as {@code 90 FR 47201}, or
 * both; a bare citation has no publisher, type or language. Immutable.
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
