package dev.readout.config;

import dev.readout.config.InvalidSettingsException.Mistake;
import dev.readout.config.SettingsFile.SecretFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a tree of records: each component is a setting, or a record with more of them. The
 * environment stands above the files, {@code config/local.yaml} above {@code config/readout.yaml},
 * and both above the values of the tree that is given. Everything that is wrong is listed. A
 * relative path starts at the working folder when the environment names it, else at the home
 * folder. Confined to one thread.
 */
public final class SettingsReader {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsReader.class);

  /** Names another folder of settings, or one file. */
  private static final String CONFIG = "READOUT_CONFIG";

  private static final String LOCAL = "local.yaml";

  /** A variable this near to one of ours is taken for a slip; others are not ours to judge. */
  private static final int SLIP = 2;

  private final Path home;
  private final Map<String, String> environment;
  private final Map<String, Leaf> leaves = new LinkedHashMap<>();
  private final Map<String, Written> written = new HashMap<>();
  private final List<InForce> inForce = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  private SettingsReader(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  private record Leaf(String key, String variable, Form form) {
    String fileVariable() {
      return variable + "_FILE";
    }

    boolean isSecret() {
      return form.setting().secret();
    }
  }

  /** What somebody wrote; no file for the environment. */
  private record Written(String text, String place, @Nullable Path file) {}

  /** A setting as it is in force, hidden where secret, and where it is from in words. Immutable. */
  public record InForce(String key, String value, String origin) {}

  /** What was read, with the given value wherever something is wrong. Immutable. */
  public record Read<T>(T settings, List<InForce> inForce, List<Mistake> mistakes, String origins) {
    /** The settings; throws with all that is wrong but with keys of an unused beginning. */
    public T checked(String unused) {
      List<Mistake> ours =
          mistakes.stream()
              .filter(mistake -> unused.isEmpty() || !mistake.key().startsWith(unused))
              .toList();
      if (!ours.isEmpty()) {
        throw new InvalidSettingsException(ours);
      }
      return settings;
    }
  }

  /** Reads all settings; what nothing is written for is as the standard says. */
  public static <T extends Record> Read<T> read(
      T standard, Path home, Map<String, String> environment) {
    SettingsReader reader = new SettingsReader(home, environment);
    reader.collect(standard, "");
    reader.readFiles();
    reader.readEnvironment();
    T settings = reader.build(standard, "");
    return new Read<>(settings, reader.inForce, reader.mistakes, reader.origins());
  }

  /** The file of the installation's own settings, whether or not it is there. */
  public static Path localFile(Path home, Map<String, String> environment) {
    String named = environment.getOrDefault(CONFIG, "");
    Path place = named.isBlank() ? home.resolve("config") : Path.of(named);
    return named.isBlank() || Files.isDirectory(place) ? place.resolve(LOCAL) : place;
  }

  private void collect(Record group, String prefix) {
    for (RecordComponent component : group.getClass().getRecordComponents()) {
      Setting setting = setting(component);
      Object value = value(group, component);
      String key = prefix + kebab(component.getName());
      if (value instanceof Record inner && !setting.secret()) {
        collect(inner, key + ".");
      } else {
        String variable = setting.variable().isEmpty() ? usualVariable(key) : setting.variable();
        leaves.put(key, new Leaf(key, variable, new Form(component.getType(), setting)));
      }
    }
  }

  /** What holds for a component that says nothing. */
  private record Plain(@Setting String nothing) {}

  private static Setting setting(RecordComponent component) {
    return Objects.requireNonNullElseGet(
        component.getAnnotation(Setting.class),
        () -> Plain.class.getRecordComponents()[0].getAnnotation(Setting.class));
  }

  private static @Nullable Object value(Record group, RecordComponent component) {
    try {
      return component.getAccessor().invoke(group);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String usualVariable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private void readFiles() {
    try {
      Path local = localFile(home, environment);
      boolean isFolder = local.endsWith(LOCAL);
      if (!isFolder && !Files.exists(local)) {
        throw new InvalidPathException(local.toString(), "names no file that exists");
      }
      if (isFolder) {
        readFile(local.resolveSibling("readout.yaml"));
      }
      readFile(local);
    } catch (InvalidPathException e) {
      mistakes.add(new Mistake(CONFIG, "", e.getInput(), "names no file that exists"));
    }
  }

  private void readFile(Path file) {
    Map<String, Boolean> keys =
        leaves.values().stream().collect(Collectors.toMap(Leaf::key, Leaf::isSecret));
    SettingsFile.read(file, keys, mistakes)
        .forEach(
            (key, line) ->
                written.put(key, new Written(line.text(), file + ":" + line.number(), file)));
  }

  /** A blank variable is as good as none, as compose files leave them. */
  private void readEnvironment() {
    for (Leaf leaf : leaves.values()) {
      String value = environment.getOrDefault(leaf.variable(), "");
      String file = leaf.isSecret() ? environment.getOrDefault(leaf.fileVariable(), "") : "";
      if (!value.isBlank() && !file.isBlank()) {
        String both = leaf.variable() + " or " + leaf.fileVariable();
        mistakes.add(
            secretMistake(leaf, leaf.variable(), "is set twice; leave out either " + both));
      } else if (!value.isBlank()) {
        written.put(leaf.key(), new Written(value, leaf.variable(), null));
      } else if (!file.isBlank()) {
        try {
          String secret = SecretFile.read(leaf.fileVariable(), file);
          written.put(leaf.key(), new Written(secret, leaf.fileVariable(), null));
        } catch (IllegalArgumentException e) {
          mistakes.add(secretMistake(leaf, leaf.fileVariable(), String.valueOf(e.getMessage())));
        }
      }
    }
    warnOfSlips();
  }

  private static Mistake secretMistake(Leaf leaf, String variable, String remedy) {
    return new Mistake(variable, leaf.key(), Mistake.HIDDEN, remedy);
  }

  private void warnOfSlips() {
    List<String> known = new ArrayList<>(List.of(CONFIG, "READOUT_JAVA_OPTS"));
    Map<String, String> meant = new HashMap<>();
    for (Leaf leaf : leaves.values()) {
      known.add(leaf.variable());
      if (leaf.isSecret()) {
        known.add(leaf.fileVariable());
      }
      meant.put(usualVariable(leaf.key()), leaf.variable());
    }
    for (String name : environment.keySet().stream().sorted().toList()) {
      String nearest = meant.getOrDefault(name, Nearest.to(name, known));
      boolean isSlip = meant.containsKey(name) || Nearest.distance(name, nearest) <= SLIP;
      if (isSlip && !known.contains(name)) {
        LOG.warn("The variable {} is no setting and is not read; is {} meant?", name, nearest);
      }
    }
  }

  private <T extends Record> T build(T standard, String prefix) {
    RecordComponent[] components = standard.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String key = prefix + kebab(components[i].getName());
      Object given = value(standard, components[i]);
      Leaf leaf = leaves.get(key);
      values[i] =
          leaf == null
              ? build((Record) Objects.requireNonNull(given), key + ".")
              : read(leaf, given);
    }
    try {
      @SuppressWarnings("unchecked") // the canonical constructor of its own class
      T built =
          (T)
              standard
                  .getClass()
                  .getConstructor(
                      Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new))
                  .newInstance(values);
      return built;
    } catch (InvocationTargetException e) {
      refuse(prefix, String.valueOf(e.getTargetException().getMessage()));
      return standard;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A group whose settings do not fit together. */
  private void refuse(String prefix, String remedy) {
    if (mistakes.stream().noneMatch(mistake -> mistake.key().startsWith(prefix))) {
      leaves.keySet().stream()
          .filter(key -> key.startsWith(prefix) && written.containsKey(key))
          .reduce((_, last) -> last)
          .ifPresent(
              key -> {
                Written last = Objects.requireNonNull(written.get(key));
                mistakes.add(new Mistake(last.place(), key, last.text(), remedy));
              });
    }
  }

  /** What is written, else (also when it is wrong) what is given. */
  private @Nullable Object read(Leaf leaf, @Nullable Object given) {
    Written text = written.get(leaf.key());
    if (text == null) {
      if (leaf.isSecret()
          && given != null
          && mistakes.stream().noneMatch(one -> one.key().equals(leaf.key()))) {
        mistakes.add(
            new Mistake(
                "environment",
                leaf.key(),
                "",
                "is not set; set %s, or %s to the path of a file that holds it"
                    .formatted(leaf.variable(), leaf.fileVariable())));
      }
      String otherwise = leaf.form().setting().otherwise();
      show(leaf, otherwise.isEmpty() && given != null ? Form.text(given) : otherwise, "default");
      return given;
    }
    try {
      Object value = leaf.form().read(leaf.isSecret() ? text.text() : text.text().strip());
      value = text.file() != null && value instanceof Path path ? home.resolve(path) : value;
      show(leaf, Form.text(value), (text.file() == null ? "environment " : "file ") + text.place());
      return value;
    } catch (IllegalArgumentException e) {
      String shown = leaf.isSecret() ? Mistake.HIDDEN : text.text();
      mistakes.add(new Mistake(text.place(), leaf.key(), shown, String.valueOf(e.getMessage())));
      return given;
    }
  }

  private void show(Leaf leaf, String value, String origin) {
    boolean isHidden = leaf.isSecret() && !origin.equals("default");
    inForce.add(new InForce(leaf.key(), isHidden ? Mistake.HIDDEN : value, origin));
  }

  private String origins() {
    List<String> variables = new ArrayList<>();
    Map<Path, Integer> files = new LinkedHashMap<>();
    for (String key : leaves.keySet()) {
      Written one = written.get(key);
      if (one != null && one.file() != null) {
        files.merge(one.file(), 1, Integer::sum);
      } else if (one != null) {
        variables.add(one.place());
      }
    }
    List<String> parts = new ArrayList<>();
    if (!variables.isEmpty()) {
      parts.add(String.join(", ", variables) + " of the environment");
    }
    files.forEach((file, count) -> parts.add(count + " of " + file));
    parts.add(leaves.size() - written.size() + " by default");
    return String.join("; ", parts);
  }
}
