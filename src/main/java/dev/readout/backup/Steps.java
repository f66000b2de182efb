package dev.readout.backup;

/** Told of each step of a restore, so that a test can end it there. */
@FunctionalInterface
interface Steps {
  Steps NONE = _ -> {};

  /** Called before the step is made. */
  void before(String step);
}
