package dev.readout.store;

/**
 * A receipt is no longer what was saved: a record's hash, a statement's, or a part of it is amiss.
 * It cannot be shown; the others can.
 */
public final class DamagedReceiptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedReceiptException(String receiptId, Throwable how) {
    super("receipt " + receiptId + " is not what was saved: " + how.getMessage(), how);
  }
}
