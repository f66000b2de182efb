package dev.readout.cli;

import dev.readout.intake.desk.IntakeSettings;
import dev.readout.meaning.Embedder;
import dev.readout.store.Database;
import dev.readout.store.StoreSettings;

/**
 * Where an installation keeps everything, for commands that look after sources and the index.
 * Immutable.
 *
 * @param folders of records and index
 * @param store where the catalogue is
 * @param intake how documents are brought in
 * @param searchesByMeaning whether questions are also compared by meaning
 */
public record Places(
    Folders folders, StoreSettings store, IntakeSettings intake, boolean searchesByMeaning) {

  /** What embeds the texts of a build: the given one, or none. */
  Embedder embedder(Embedder given) {
    return searchesByMeaning ? given : Embedder.off();
  }

  /** Whether anything was ever stored here. */
  boolean hasStore() {
    return Database.exists(store.file());
  }
}
