package dev.readout.cli;

import dev.readout.intake.desk.IntakeSettings;
import dev.readout.meaning.ModelSettings;
import dev.readout.meaning.Models;
import dev.readout.store.StoreSettings;
import java.nio.file.Files;

/**
 * Where an installation keeps everything, for commands that look after sources and the index.
 * Immutable.
 *
 * @param folders of records and index
 * @param store where the catalogue is
 * @param intake how documents are brought in
 * @param models which models are used
 */
public record Places(
    Folders folders, StoreSettings store, IntakeSettings intake, ModelSettings models) {

  /** What embeds the texts of a build: the given ones, or none. */
  Models models(Models given) {
    return models.semantic() ? given : Models.off();
  }

  /** Whether anything was ever stored here. */
  boolean hasStore() {
    return Files.exists(store.file());
  }
}
