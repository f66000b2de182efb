package dev.readout.discord.observation;

import java.time.Duration;

/**
 * Is told what the bot does, to count it. Called on the threads that acknowledge and answer: every
 * method returns at once and throws nothing. Thread-safe.
 */
public interface Observer {
  /** Nobody watches. */
  Observer NOBODY = new Nobody();

  /**
   * Discord has taken the acknowledgement of an interaction.
   *
   * @param took since the interaction came in
   */
  void acknowledged(Duration took);

  /** An interaction has been dealt with, in whatever way. */
  void ended(Handled handled);

  /**
   * Completions were offered, or none.
   *
   * @param took until they were made
   */
  void completed(Completing how, Duration took);

  /** Discord's REST interface was called, or called again. */
  void called(RestCall call);

  /** A connection to Discord changed. */
  void connection(ConnectionChange change);

  /** Forgets everything. */
  final class Nobody implements Observer {
    private Nobody() {}

    @Override
    public void acknowledged(Duration took) {}

    @Override
    public void ended(Handled handled) {}

    @Override
    public void completed(Completing how, Duration took) {}

    @Override
    public void called(RestCall call) {}

    @Override
    public void connection(ConnectionChange change) {}
  }
}
