package dev.readout.corpus;

import java.util.Optional;

/**
 * A statement with the record that it is quoted from, so that it cannot be shown without its
 * source. Immutable.
 *
 * @param record where issuer, dates, sources and side are
 * @param statement byte for byte a slice of the record's body
 */
public record Snippet(CorpusRecord record, Statement statement) {
  public Snippet {
    if (!statement.recordId().equals(record.id()) || !statement.isSliceOf(record.body())) {
      throw new IllegalArgumentException(
          "not a statement of "
              + record.id()
              + ": "
              + statement.recordId()
              + " "
              + statement.start());
    }
  }

  /**
   * Where a reader finds it: the address of the very place where that is known, else that of the
   * whole source; empty where only a citation is known.
   */
  public Optional<String> address() {
    return record.linkedSource().map(Source::url).map(this::toItsPlace);
  }

  private String toItsPlace(String url) {
    String fragment = statement.fragment();
    return fragment == null ? url : url.replaceFirst("#.*$", "") + "#" + fragment;
  }

  /** The source shown with it: the best one that has an address, else the best citation. */
  public Source source() {
    return record.linkedSource().orElse(record.sources().getFirst());
  }
}
