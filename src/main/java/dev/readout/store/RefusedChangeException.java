package dev.readout.store;

/** A change of the catalogue was refused; nothing was changed. */
public final class RefusedChangeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  RefusedChangeException(Reason reason) {
    super(
        switch (reason) {
          case Reason.Full(CatalogueLimit limit) -> limit.meaning();
          case Reason.Duplicate(String what, long number) ->
              "number " + number + " has the same " + what;
        });
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public sealed interface Reason {
    /** It would go beyond a limit. */
    record Full(CatalogueLimit limit) implements Reason {}

    /** The scope's source or feed of this number has what only one may have. */
    record Duplicate(String what, long number) implements Reason {}
  }

  /** What the catalogue can hold at most. */
  public enum CatalogueLimit {
    /** Sources of a scope that are not refused. */
    SOURCES("a server has at most " + Catalogue.MAX_SOURCES + " sources, also those removed"),
    FEEDS("a server has at most " + Catalogue.MAX_FEEDS + " feeds"),
    /** Snapshots and records of all kept versions of a scope; a snapshot counts once. */
    BYTES("the sources of a server have at most " + (Catalogue.MAX_BYTES >> 20) + " MiB"),
    /** One record in the form that is stored. */
    RECORD("a record has at most " + RecordCopy.MAX_CHARS + " characters, with all its statements"),
    /** Everybody's sources together; the rest of the database is for receipts and the like. */
    DATABASE("the sources of this Readout have at most three quarters of its database");

    private final String meaning;

    CatalogueLimit(String meaning) {
      this.meaning = meaning;
    }

    /** The limit as a sentence without its full stop. */
    public String meaning() {
      return meaning;
    }
  }
}
