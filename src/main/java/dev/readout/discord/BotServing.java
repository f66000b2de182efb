package dev.readout.discord;

import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.intake.reindex.Serving;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The indexes that answer members, as those who look after sources see them. Thread-safe. */
public record BotServing(ServingIndexes indexes) implements Serving {
  private static final Logger LOG = LoggerFactory.getLogger(BotServing.class);

  @Override
  public <T> T with(Scope scope, Function<Generation, T> work) {
    return indexes.with(scope, current -> work.apply(current.generation()));
  }

  @Override
  public void replace(Scope scope, Generation generation) {
    indexes.replace(scope, generation);
  }

  @Override
  public void hide(Scope scope, Set<String> ids) {
    indexes.hide(scope, ids);
  }

  @Override
  public void drop(Scope server) {
    indexes.drop(server);
  }

  /** Nobody watches a bot change an index; a command at the terminal tells it itself. */
  @Override
  public void hear(String change) {
    LOG.info("{}", change);
  }
}
