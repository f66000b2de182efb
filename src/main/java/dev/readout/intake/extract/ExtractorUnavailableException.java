package dev.readout.intake.extract;

import org.jspecify.annotations.Nullable;

/** No document can be extracted now, whatever is in it: no fault of the document's. */
public final class ExtractorUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExtractorUnavailableException(String message) {
    this(message, null);
  }

  ExtractorUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
