package dev.readout.discord;

import dev.readout.answer.Desks;
import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.intake.reindex.Serving;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desks that answer members, as those who look after sources see them. Thread-safe.
 *
 * @param desks closed by their owner
 */
public record DeskServing(Desks desks) implements Serving {
  private static final Logger LOG = LoggerFactory.getLogger(DeskServing.class);

  @Override
  public <T> T with(Scope scope, Function<Generation, T> work) {
    return desks.with(scope, desk -> work.apply(desk.generation()));
  }

  @Override
  public void replace(Scope scope, Generation generation) {
    desks.replace(scope, generation);
  }

  @Override
  public void hide(Scope scope, Set<String> ids) {
    desks.hide(scope, ids);
  }

  @Override
  public void drop(Scope server) {
    desks.drop(server);
  }

  /** Nobody watches a bot change an index; a command at the terminal tells it itself. */
  @Override
  public void hear(String change) {
    LOG.info("{}", change);
  }
}
