package dev.readout.intake.release;

/** A release is not taken, and nothing has changed; the message says why. */
public final class ReleaseRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReleaseRefusedException(String message) {
    super(message);
  }

  ReleaseRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
