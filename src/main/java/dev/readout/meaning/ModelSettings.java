package dev.readout.meaning;

/**
 * Which models are used. Immutable.
 *
 * @param semantic whether questions are compared with the records by meaning
 * @param reader whether statements are read for whether they answer; only where semantic is on, too
 */
public record ModelSettings(boolean semantic, boolean reader) {
  public static final ModelSettings STANDARD = new ModelSettings(true, true);
  public static final ModelSettings OFF = new ModelSettings(false, false);

  public ModelSettings {
    reader = reader && semantic;
  }
}
