package dev.readout.cli;

/** Somebody typed what cannot be used; the message says why and what to type instead. */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }
}
