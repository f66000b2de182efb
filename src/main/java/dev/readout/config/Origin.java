package dev.readout.config;

import java.nio.file.Path;

/** Where a value came from. Immutable. */
sealed interface Origin {

  /** Nobody set it. */
  record Standard() implements Origin {
    @Override
    public String toString() {
      return "default";
    }
  }

  /**
   * The file of settings.
   *
   * @param line 1-based
   */
  record InFile(Path file, int line) implements Origin {
    @Override
    public String toString() {
      return "file " + place();
    }
  }

  /** An environment variable. */
  record InEnvironment(String variable) implements Origin {
    @Override
    public String toString() {
      return "environment " + place();
    }
  }

  /** Where to mend a mistake. */
  default String place() {
    return switch (this) {
      case Standard _ -> "environment";
      case InFile(Path file, int line) -> file + ":" + line;
      case InEnvironment(String variable) -> variable;
    };
  }
}
