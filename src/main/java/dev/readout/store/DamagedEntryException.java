package dev.readout.store;

/**
 * A receipt, a source, one of its versions or a snapshot is no longer what was saved: a hash or a
 * part of it is wrong. It cannot be shown; the others can.
 */
public final class DamagedEntryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedEntryException(String which, Throwable how) {
    super(which + " is not what was saved: " + how.getMessage(), how);
  }
}
