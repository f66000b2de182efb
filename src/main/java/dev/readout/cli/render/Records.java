package dev.readout.cli.render;

import dev.readout.corpus.CorpusRecord;
import java.util.Optional;

/** Where renderers find the record that an id names. */
@FunctionalInterface
public interface Records {
  Optional<CorpusRecord> find(String id);
}
