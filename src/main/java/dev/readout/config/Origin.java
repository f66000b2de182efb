package dev.readout.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** How many came from where, and by which variables; one line without values. */
  static String summary(List<Origin> origins) {
    List<String> variables = new ArrayList<>();
    Map<Path, Integer> files = new LinkedHashMap<>();
    int standard = 0;
    for (Origin origin : origins) {
      switch (origin) {
        case InEnvironment(String variable) -> variables.add(variable);
        case InFile(Path file, int _) -> files.merge(file, 1, Integer::sum);
        case Standard _ -> standard++;
      }
    }
    List<String> parts = new ArrayList<>();
    if (!variables.isEmpty()) {
      parts.add(String.join(", ", variables) + " of the environment");
    }
    files.forEach((file, count) -> parts.add(count + " of " + file));
    parts.add(standard + " by default");
    return String.join("; ", parts);
  }
}
