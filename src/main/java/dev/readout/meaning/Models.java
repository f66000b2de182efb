package dev.readout.meaning;

import java.time.Duration;

/** The models of one process, which all its generations share. Closed by who made them. */
public record Models(Embedder embedder, Reader reader) implements AutoCloseable {

  /** Those that the settings ask for, loaded when they are started or waited for. */
  public static Models idle(ModelSettings settings) {
    return new Models(
        settings.semantic() ? Embedder.idle() : Embedder.off(),
        settings.reader() ? Reader.idle() : Reader.off());
  }

  /** None. */
  public static Models off() {
    return idle(ModelSettings.OFF);
  }

  /** Begins to load them beside whatever else is done. */
  public void start() {
    embedder.start();
    reader.start();
  }

  /** Loads them, and waits until they are loaded or cannot be; not longer than this for each. */
  public void await(Duration atMost) {
    start();
    embedder.await(atMost);
    reader.await(atMost);
  }

  @Override
  public void close() {
    reader.close();
    embedder.close();
  }

  /**
   * Which models are used: questions compared with records by meaning, and, only where they are,
   * statements read for whether they answer. Immutable.
   */
  public record ModelSettings(boolean semantic, boolean reader) {
    public static final ModelSettings STANDARD = new ModelSettings(true, true);
    public static final ModelSettings OFF = new ModelSettings(false, false);

    public ModelSettings {
      reader = reader && semantic;
    }
  }
}
