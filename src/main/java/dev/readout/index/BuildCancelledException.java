package dev.readout.index;

/** A build was cancelled; the generation before serves on and nothing of the new one is left. */
public final class BuildCancelledException extends RuntimeException {
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
