package dev.readout.config;

import dev.readout.answer.wording.SafeText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * The file of settings, flat: full key to text as written, and its line. SmallRye's own reading of
 * YAML knows no lines, lets the last of two equal keys win, and turns 010 into 8; so the nodes are
 * read here, and SmallRye is given the result. A key without a value is as good as none.
 */
final class SettingsFile {
  /** Names another file. */
  static final String VARIABLE = "READOUT_CONFIG";

  /** The shipped file has some 5,000. */
  private static final int MAX_BYTES = 65_536;

  private static final int MAX_PROBLEM_CHARS = 200;

  private static final Map<String, Key<?>> KEYS =
      Keys.ALL.stream().collect(Collectors.toUnmodifiableMap(Key::name, key -> key));

  private final Path path;
  private final List<Mistake> mistakes;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Mistake> secrets = new ArrayList<>();
  private boolean legible = true;

  private SettingsFile(Path path, List<Mistake> mistakes) {
    this.path = path;
    this.mistakes = mistakes;
  }

  /**
   * The file that {@code READOUT_CONFIG} names, which must exist, else {@code config/readout.yaml}
   * of the home folder, which need not. Adds what is wrong to the mistakes.
   */
  static SettingsFile of(Path home, Map<String, String> environment, List<Mistake> mistakes) {
    String named = Environment.written(environment, VARIABLE);
    Path standard = home.resolve("config").resolve("readout.yaml");
    try {
      SettingsFile file = new SettingsFile(named == null ? standard : Path.of(named), mistakes);
      if (Files.exists(file.path)) {
        file.read();
      } else if (named != null) {
        file.refuse(VARIABLE, "'" + SafeText.of(named) + "'", "names no file that exists");
      }
      return file;
    } catch (InvalidPathException _) {
      SettingsFile none = new SettingsFile(standard, mistakes);
      none.refuse(VARIABLE, "", "names no file that exists");
      return none;
    }
  }

  /** By full key, none blank. */
  Map<String, String> values() {
    return values;
  }

  /** Where it is, or would be. */
  Path path() {
    return path;
  }

  /** The mistakes of those keys whose secrets stand in it. */
  List<Mistake> secrets() {
    return secrets;
  }

  /** Whether all of it could be read. */
  boolean isLegible() {
    return legible;
  }

  /** Where in the file a key of {@link #values} is. */
  Origin origin(Key<?> key) {
    return new Origin.InFile(path, lines.getOrDefault(key.name(), 1));
  }

  private void read() {
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        refuse(path.toString(), "", "is longer than 65,536 bytes; keep to the keys there are");
        return;
      }
      LoaderOptions options = new LoaderOptions();
      // An alias of a group could hold itself, or grow without end.
      options.setMaxAliasesForCollections(0);
      Node root = new Yaml(options).compose(new UnicodeReader(new ByteArrayInputStream(bytes)));
      if (root instanceof MappingNode groups) {
        flatten("", groups);
      } else if (root != null && !root.getTag().equals(Tag.NULL)) {
        refuse(at(root), "", "holds no keys; write 'key: value' lines, as in config/readout.yaml");
      }
    } catch (YAMLException e) {
      refuse(place(e), "", problem(e));
    } catch (IOException _) {
      refuse(path.toString(), "", "cannot be read; it must be a file, check its permissions");
    }
  }

  private void refuse(String place, String value, String remedy) {
    legible = false;
    mistakes.add(new Mistake(place, "", value, remedy));
  }

  private void flatten(String prefix, MappingNode group) {
    for (NodeTuple tuple : group.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        refuse(at(tuple.getKeyNode()), "", "holds a key that is no single word");
        continue;
      }
      String key = prefix + name.getValue();
      switch (tuple.getValueNode()) {
        case MappingNode inner when !inner.getValue().isEmpty() -> flatten(key + ".", inner);
        case SequenceNode list -> put(key, name, joined(list));
        case ScalarNode scalar when !scalar.getTag().equals(Tag.NULL) ->
            put(key, name, scalar.getValue());
        default -> put(key, name, "");
      }
    }
  }

  /** As the environment has lists; whatever is no plain value becomes one that no form takes. */
  private static String joined(SequenceNode list) {
    return list.getValue().stream()
        .map(item -> item instanceof ScalarNode scalar ? scalar.getValue() : "{…}")
        .collect(Collectors.joining(","));
  }

  private void put(String name, ScalarNode written, String value) {
    Key<?> key = KEYS.get(name);
    boolean blank = value.isBlank();
    if (key == null) {
      if (!isGroup(name)) {
        String nearest = Nearest.to(name, KEYS.keySet());
        mistake(written, name, "", "is no setting; the nearest is " + nearest);
      } else if (!blank) {
        mistake(written, name, Mistake.HIDDEN, "is a group of keys; write them below it");
      }
    } else if (lines.putIfAbsent(name, line(written)) != null) {
      mistake(written, name, "", "stands in line %d too; leave one out".formatted(lines.get(name)));
    } else if (key.secret() && !blank) {
      mistake(
          written,
          name,
          Mistake.HIDDEN,
          "is a secret and must not stand in this file; take it out and set %s or %s, and have a new one made if others could read the file"
              .formatted(key.variable(), key.fileVariable()));
      secrets.add(mistakes.getLast());
    } else if (!blank) {
      values.put(name, value);
    }
  }

  private static boolean isGroup(String name) {
    return KEYS.keySet().stream().anyMatch(key -> key.startsWith(name + "."));
  }

  private void mistake(Node node, String key, String value, String remedy) {
    mistakes.add(new Mistake(at(node), SafeText.of(key, MAX_PROBLEM_CHARS), value, remedy));
  }

  private String at(Node node) {
    return path + ":" + line(node);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private String place(YAMLException e) {
    @Nullable Mark mark =
        e instanceof MarkedYAMLException marked
            ? Objects.requireNonNullElse(marked.getProblemMark(), marked.getContextMark())
            : null;
    return mark == null ? path.toString() : path + ":" + (mark.getLine() + 1);
  }

  /** Never the whole message: it quotes the line, and with it perhaps a secret. */
  private static String problem(YAMLException e) {
    if (e.getCause() instanceof CharacterCodingException) {
      return "is no UTF-8 text";
    }
    String problem =
        e instanceof MarkedYAMLException marked
            ? marked.getProblem()
            : String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return "is no YAML: " + SafeText.of(String.valueOf(problem), MAX_PROBLEM_CHARS);
  }
}
