package dev.readout.corpus;

import java.util.Optional;

/** A statement, byte for byte a slice of its record, not to be shown without it. Immutable. */
public record Snippet(CorpusRecord record, Statement statement) {
  public Snippet {
    // Its own were hashed when they were cut; hashing takes longer than all else.
    boolean isIts =
        record.statements().contains(statement)
            ? record.body().startsWith(statement.text(), statement.start())
            : statement.recordId().equals(record.id()) && statement.isSliceOf(record.body());
    if (!isIts) {
      throw new IllegalArgumentException(
          "not a statement of %s: %s %d"
              .formatted(record.id(), statement.recordId(), statement.start()));
    }
  }

  /** The address of the very place, if known, else of the source; empty for a citation. */
  public Optional<String> address() {
    return LaterFact.source(record, statement)
        .or(record::linkedSource)
        .map(Source::url)
        .map(this::toItsPlace);
  }

  private String toItsPlace(String url) {
    String fragment = statement.fragment();
    return fragment == null ? url : url.replaceFirst("#.*$", "") + "#" + fragment;
  }

  /** The source shown with it: the best that can say it, else the best citation. */
  public Source source() {
    return LaterFact.source(record, statement)
        .or(record::linkedSource)
        .orElse(record.sources().getFirst());
  }

  /** Whether it tells what came about after its record was published, which others said. */
  public boolean isLater() {
    return LaterFact.isIn(record, statement);
  }
}
