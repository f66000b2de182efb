package dev.readout.intake;

import dev.readout.intake.extract.ExtractorSettings;
import dev.readout.intake.fetch.FetchSettings;
import dev.readout.intake.release.ReleaseSettings;
import java.nio.file.Path;

/**
 * How documents and releases of records are brought in. Immutable.
 *
 * @param feeds the file of the feeds that are switched on and off together
 */
public record IntakeSettings(
    FetchSettings fetching, ExtractorSettings extracting, ReleaseSettings releases, Path feeds) {
  /** Public addresses only, each part with its standard limits. */
  public static final IntakeSettings STANDARD =
      new IntakeSettings(
          FetchSettings.STANDARD,
          ExtractorSettings.DEFAULT,
          ReleaseSettings.NONE,
          Path.of("config", "feeds.yaml"));

  /** For tests only: pages of this machine too. */
  public IntakeSettings withLoopback(boolean allowed) {
    FetchSettings fetched =
        new FetchSettings(
            allowed, fetching.within(), fetching.contact(), fetching.proxy(), fetching.bridge());
    return new IntakeSettings(fetched, extracting, releases, feeds);
  }

  /** Reading documents otherwise. */
  public IntakeSettings withExtracting(ExtractorSettings otherwise) {
    return new IntakeSettings(fetching, otherwise, releases, feeds);
  }

  /** With releases from somewhere. */
  public IntakeSettings withReleases(ReleaseSettings from) {
    return new IntakeSettings(fetching, extracting, from, feeds);
  }

  /** With the feeds of another file. */
  public IntakeSettings withFeeds(Path file) {
    return new IntakeSettings(fetching, extracting, releases, file);
  }

  /** With another way to pages. */
  public IntakeSettings withFetching(FetchSettings settings) {
    return new IntakeSettings(settings, extracting, releases, feeds);
  }
}
