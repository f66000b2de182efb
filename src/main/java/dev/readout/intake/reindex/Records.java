package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import java.util.function.Function;

/** The records at hand: what proposals are made from and references are checked against. */
public interface Records {
  /** What the work makes of the scope's generation, which must not be used afterwards. */
  <T> T with(Scope scope, Function<Generation, T> work);
}
