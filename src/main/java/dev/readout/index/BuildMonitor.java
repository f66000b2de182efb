package dev.readout.index;

/** Watches a build and may cancel it. Called by the thread that builds, often: must be quick. */
public interface BuildMonitor {
  /** Watches nothing and cancels nothing. */
  BuildMonitor NONE =
      new BuildMonitor() {
        @Override
        public void at(BuildStep step, int done, int total) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /**
   * Where the build is.
   *
   * @param done of {@code total} parts of this step, 0 to {@code total}
   */
  void at(BuildStep step, int done, int total);

  /** Asked between two records and before the swap; after the swap no longer. */
  boolean isCancelled();
}
