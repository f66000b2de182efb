package dev.readout.backup;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a restore may do. Immutable.
 *
 * @param isReplacing whether what is there may be set aside
 * @param keepsRecords whether the records stay as they are
 * @param keepsSettings whether the settings stay as they are
 */
public record RestoreOptions(boolean isReplacing, boolean keepsRecords, boolean keepsSettings) {

  /** Knows what settings mean, which this room does not. */
  @FunctionalInterface
  public interface SettingsCheck {
    /** Why a file of settings must not take the place of the one in force; empty if it may. */
    Optional<String> objectionTo(Path file);
  }
}
