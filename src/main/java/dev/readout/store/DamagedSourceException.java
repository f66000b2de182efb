package dev.readout.store;

/** A source, one of its versions or its snapshot is no longer what was saved. */
public final class DamagedSourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedSourceException(String which, Throwable how) {
    super(which + " is not what was saved: " + how.getMessage(), how);
  }
}
