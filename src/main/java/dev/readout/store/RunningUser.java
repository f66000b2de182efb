package dev.readout.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whom the system runs this process as. */
final class RunningUser {
  private RunningUser() {}

  /**
   * As {@code chown} takes it: the number where the system tells it, since containers name none.
   */
  static String forChown() {
    try {
      return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return System.getProperty("user.name");
    }
  }
}
