package dev.readout.intake.fetch;

import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Fetched.Refused;
import java.io.IOException;

/**
 * Ends a fetch from anywhere below {@link Fetcher}, through OkHttp's frames too, which let only
 * {@code IOException}s through.
 */
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Refused refused;

  RefusedException(Refused refused) {
    super(refused.reason() + ": " + refused.detail());
    this.refused = refused;
  }

  RefusedException(Reason reason, String detail) {
    this(Refused.because(reason, detail));
  }

  Refused refused() {
    return refused;
  }
}
