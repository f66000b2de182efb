package dev.readout.index;

/** Watches a build and may cancel it. Called by the thread that builds, often: must be quick. */
public interface BuildMonitor {
  BuildMonitor NONE =
      new BuildMonitor() {
        @Override
        public void at(BuildStep step, int done, int total) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /** The build has done so much of this step, 0 to {@code total}. */
  void at(BuildStep step, int done, int total);

  /** Asked between two records and before the swap; after the swap no longer. */
  boolean isCancelled();

  /** A build was cancelled; the generation before serves on and nothing of the new one is left. */
  final class BuildCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BuildCancelledException() {
      super("the build was cancelled; the index before serves on");
    }

    /** Reports where a build is, then ends it if it is cancelled. */
    static void passOn(BuildMonitor monitor, BuildStep step, int done, int total) {
      monitor.at(step, done, total);
      if (monitor.isCancelled()) {
        throw new BuildCancelledException();
      }
    }
  }

  /** What a build is doing, in this order. */
  enum BuildStep {
    /** Reading the records; done and reported by who builds. */
    READ,
    /** Making documents of records. */
    CUT,
    /** Writing and merging them; cannot be cancelled midway. */
    WRITE,
    /** Reading them back. */
    VERIFY,
    /** Making the generation the current one. */
    SWAP
  }
}
