package dev.readout.discord;

import dev.readout.answer.desk.Desks;
import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.intake.reindex.Serving;
import java.util.function.Function;

/**
 * The desks that answer members, as those who look after sources see them. Thread-safe.
 *
 * @param desks closed by their owner
 */
public record DeskServing(Desks desks) implements Serving {
  @Override
  public <T> T with(Scope scope, Function<Generation, T> work) {
    return desks.with(scope, desk -> work.apply(desk.generation()));
  }

  @Override
  public void replace(Scope scope, Generation generation) {
    desks.replace(scope, generation);
  }

  @Override
  public void drop(Scope server) {
    desks.drop(server);
  }
}
