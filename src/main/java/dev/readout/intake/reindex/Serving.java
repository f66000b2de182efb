package dev.readout.intake.reindex;

import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import java.util.Set;

/** What answers members, told of new generations. Thread-safe. */
public interface Serving extends Records {
  /** From now on the generation, which is taken over, answers in the scope. */
  void replace(Scope scope, Generation generation);

  /** From now on these records of the scope are found no longer by anybody. */
  default void hide(Scope scope, Set<String> ids) {}

  /** From now on only what is global answers in the server. */
  void drop(Scope server);

  /** Hears of a change of an index that has ended well, in one line for who runs it. */
  default void hear(String change) {}
}
