package dev.readout.intake.desk;

import dev.readout.intake.extract.ExtractorSettings;
import dev.readout.intake.fetch.FetchSettings;

/** How documents are brought in. Immutable. */
public record IntakeSettings(FetchSettings fetching, ExtractorSettings extracting) {
  /** Public addresses only, each part with its standard limits. */
  public static final IntakeSettings STANDARD =
      new IntakeSettings(FetchSettings.STANDARD, ExtractorSettings.DEFAULT);

  /** For tests only: pages of this machine too. */
  public IntakeSettings withLoopback(boolean allowed) {
    return new IntakeSettings(new FetchSettings(allowed, fetching.within()), extracting);
  }
}
