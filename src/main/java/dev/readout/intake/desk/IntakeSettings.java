package dev.readout.intake.desk;

import dev.readout.intake.extract.ExtractorSettings;
import dev.readout.intake.fetch.FetchSettings;
import dev.readout.intake.release.ReleaseSettings;

/** How documents and releases of records are brought in. Immutable. */
public record IntakeSettings(
    FetchSettings fetching, ExtractorSettings extracting, ReleaseSettings releases) {
  /** Public addresses only, each part with its standard limits. */
  public static final IntakeSettings STANDARD =
      new IntakeSettings(FetchSettings.STANDARD, ExtractorSettings.DEFAULT, ReleaseSettings.NONE);

  /** For tests only: pages of this machine too. */
  public IntakeSettings withLoopback(boolean allowed) {
    return new IntakeSettings(new FetchSettings(allowed, fetching.within()), extracting, releases);
  }

  /** Reading documents otherwise. */
  public IntakeSettings withExtracting(ExtractorSettings otherwise) {
    return new IntakeSettings(fetching, otherwise, releases);
  }

  /** With releases from somewhere. */
  public IntakeSettings withReleases(ReleaseSettings from) {
    return new IntakeSettings(fetching, extracting, from);
  }
}
