package dev.readout.store;

/** The scope's catalogue has this already; nothing was changed. */
public final class DuplicateEntryException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is the same. */
  public enum Same {
    ADDRESS,
    /** The id of the record, which another document has or once had. */
    RECORD_ID
  }

  private final Same same;
  private final long number;

  DuplicateEntryException(Same same, long number) {
    super("number " + number + " has the same " + (same == Same.ADDRESS ? "address" : "record id"));
    this.same = same;
    this.number = number;
  }

  public Same same() {
    return same;
  }

  /** The number, in the same scope, of the source or feed that has it. */
  public long number() {
    return number;
  }
}
