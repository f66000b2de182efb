package dev.readout.answer;

import dev.readout.corpus.CorpusReader;
import dev.readout.index.Generation;
import dev.readout.index.Indexes;
import dev.readout.meaning.Models;
import dev.readout.meaning.Models.ModelSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The shipped index with the shipped models, by which meanings are compared and statements read.
 */
record ShippedMeaning(Models models, Generation generation) implements AutoCloseable {
  /** In a folder of its own; waits for the models. */
  static ShippedMeaning in(Path folder) {
    Models models = Models.idle(ModelSettings.STANDARD);
    models.await(Duration.ofMinutes(2));
    ShippedIndex.copyTo(folder);
    return new ShippedMeaning(
        models,
        new Indexes(folder, ShippedIndex.CLOCK, models)
            .openGlobalAsBuilt(
                ShippedIndex.CORPUS, new CorpusReader(ShippedIndex.CORPUS)::read, List::of));
  }

  @Override
  public void close() {
    generation.close();
    models.close();
  }
}
