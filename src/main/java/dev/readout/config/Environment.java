package dev.readout.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the environment says of settings: the variables of {@link Keys}, and for secrets the files
 * named by {@code …_FILE}. A blank variable is as good as none, as compose files leave them.
 */
final class Environment {
  private static final Logger LOG = LoggerFactory.getLogger(Environment.class);

  /** A variable this near to one of ours is taken for a slip; others are not ours to judge. */
  private static final int SLIP = 2;

  private static final Set<String> READ_ELSEWHERE =
      Set.of(SettingsFile.VARIABLE, "READOUT_JAVA_OPTS");

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  /** Adds what is wrong to the mistakes; warns of variables that look like slips. */
  Environment(Map<String, String> environment, List<Mistake> mistakes) {
    for (Key<?> key : Keys.ALL) {
      String value = written(environment, key.variable());
      String file = key.secret() ? written(environment, key.fileVariable()) : null;
      if (value != null && file != null) {
        mistakes.add(
            new Mistake(
                key.variable(),
                key.name(),
                Mistake.HIDDEN,
                "is set twice; leave out either " + key.variable() + " or " + key.fileVariable()));
      } else if (value != null) {
        put(key, key.variable(), value);
      } else if (file != null) {
        putSecretOf(key, file, mistakes);
      }
    }
    warnOfSlips(environment.keySet());
  }

  private void putSecretOf(Key<?> key, String file, List<Mistake> mistakes) {
    try {
      put(key, key.fileVariable(), SecretFile.read(key.fileVariable(), file));
    } catch (IllegalArgumentException e) {
      mistakes.add(
          new Mistake(
              key.fileVariable(), key.name(), Mistake.HIDDEN, String.valueOf(e.getMessage())));
    }
  }

  private void put(Key<?> key, String variable, String value) {
    values.put(key.usualVariable(), value);
    variables.put(key.name(), variable);
  }

  /** By the variable that SmallRye looks for, wherever it came from. */
  Map<String, String> values() {
    return values;
  }

  /** The variable that a key's value came from. */
  Origin origin(Key<?> key) {
    return new Origin.InEnvironment(variables.getOrDefault(key.name(), key.variable()));
  }

  /** The variable, unless it is missing or blank. */
  static @Nullable String written(Map<String, String> environment, String variable) {
    String value = environment.get(variable);
    return value == null || value.isBlank() ? null : value;
  }

  private static void warnOfSlips(Set<String> names) {
    List<String> known = new ArrayList<>(READ_ELSEWHERE);
    for (Key<?> key : Keys.ALL) {
      known.add(key.variable());
      if (key.secret()) {
        known.add(key.fileVariable());
      }
    }
    for (Key<?> key : Keys.ALL) {
      if (!known.contains(key.usualVariable()) && names.contains(key.usualVariable())) {
        warnOfSlip(key.usualVariable(), key.variable());
      }
    }
    Set<String> strange =
        names.stream().filter(name -> !known.contains(name)).collect(Collectors.toSet());
    for (String name : strange.stream().sorted().toList()) {
      String nearest = Nearest.to(name, known);
      if (Nearest.distance(name, nearest) <= SLIP) {
        warnOfSlip(name, nearest);
      }
    }
  }

  private static void warnOfSlip(String written, String meant) {
    LOG.warn("The variable {} is no setting and is not read; is {} meant?", written, meant);
  }
}
