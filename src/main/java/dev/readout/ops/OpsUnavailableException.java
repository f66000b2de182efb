package dev.readout.ops;

/** Health and metrics cannot be served; the message is one line with a remedy. */
public final class OpsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OpsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
