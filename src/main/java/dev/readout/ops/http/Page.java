package dev.readout.ops.http;

/** What is served under one path. Thread-safe. */
public interface Page {

  /** What is answered to a GET. */
  Answer show(Asked asked);

  /** Whether a POST is taken too. */
  default boolean takesChanges() {
    return false;
  }

  /** What is answered to a POST, which comes from this machine. */
  default Answer change(Asked asked) {
    throw new UnsupportedOperationException("nothing to change here");
  }
}
