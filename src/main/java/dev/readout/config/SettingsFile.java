package dev.readout.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.readout.config.InvalidSettingsException.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of settings, flat: full key to text as written, and its line. Jackson's parser reads it,
 * not its mapper, which knows no lines and stops at the first error. A key without a value is as
 * good as none.
 */
final class SettingsFile {
  private static final YAMLFactory YAML = new YAMLFactory();

  /** The shipped file has some 5,000. */
  private static final int MAX_BYTES = 65_536;

  private final Path path;
  private final Map<String, Boolean> secretByKey;
  private final List<Mistake> mistakes;
  private final Map<String, Line> lines = new HashMap<>();
  private final Set<String> groups = new HashSet<>();

  /** What a line says; its number is 1-based. */
  record Line(int number, String text) {}

  private SettingsFile(Path path, Map<String, Boolean> secretByKey, List<Mistake> mistakes) {
    this.path = path;
    this.secretByKey = secretByKey;
    this.mistakes = mistakes;
    for (String key : secretByKey.keySet()) {
      for (int end = key.indexOf('.'); end >= 0; end = key.indexOf('.', end + 1)) {
        groups.add(key.substring(0, end));
      }
    }
  }

  /** Reads one, if it is there, by full key without blanks; what is wrong is added to mistakes. */
  static Map<String, Line> read(
      Path path, Map<String, Boolean> secretByKey, List<Mistake> mistakes) {
    SettingsFile file = new SettingsFile(path, secretByKey, mistakes);
    if (Files.exists(path)) {
      file.read();
    }
    file.lines.values().removeIf(line -> line.text().isBlank());
    return file.lines;
  }

  private void read() {
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        refuse(path.toString(), "is longer than 65,536 bytes; keep to the keys there are");
        return;
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      try (JsonParser parser =
          YAML.createParser(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
          group("", parser);
        } else if (first != null && first != JsonToken.VALUE_NULL && !parser.getText().isBlank()) {
          refuse(at(line(parser)), "holds no keys; write 'key: value' lines");
        }
        if (parser.nextToken() == JsonToken.START_OBJECT) {
          refuse(at(line(parser)), "holds two documents; leave out the line ---");
        }
      }
    } catch (CharacterCodingException _) {
      refuse(path.toString(), "is no UTF-8 text");
    } catch (JsonProcessingException e) {
      // Of the message only the first line: the others quote the file, and with it perhaps a
      // secret.
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      problem = problem.replaceFirst(", got this.*", "");
      refuse(
          e.getLocation() == null ? path.toString() : at(e.getLocation().getLineNr()),
          "is no YAML: " + Mistake.safe(problem));
    } catch (IOException _) {
      refuse(path.toString(), "cannot be read; it must be a file, check its permissions");
    }
  }

  private void group(String prefix, JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = prefix + parser.currentName();
      int line = line(parser);
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && !secretByKey.containsKey(key)) {
        group(key + ".", parser);
      } else {
        put(key, line, text(parser));
      }
    }
  }

  private void put(String key, int line, String text) {
    Boolean isSecret = secretByKey.get(key);
    if (isSecret == null && groups.contains(key)) {
      if (!text.isBlank()) {
        mistake(line, key, Mistake.HIDDEN, "is a group of keys; write them below it");
      }
    } else if (isSecret == null) {
      // Its value may be a secret that was written under a wrong name.
      String nearest = Nearest.to(key, secretByKey.keySet());
      mistake(line, key, "", "is no setting; the nearest is " + nearest);
    } else if (lines.containsKey(key)) {
      mistake(
          line, key, "", "stands in line %d too; leave one out".formatted(lines.get(key).number()));
    } else if (isSecret && !text.isBlank()) {
      refuse( // whatever the settings are read for
          at(line),
          key
              + " is a secret and must not stand in this file; take it out, set its variable or"
              + " the one with _FILE, and have a new one made if others could read the file");
    } else {
      lines.put(key, new Line(line, text));
    }
  }

  /** Of a list its elements, separated by commas; what is nested deeper is no value of ours. */
  private static String text(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      return "{*}";
    }
    if (token == JsonToken.START_OBJECT) {
      parser.skipChildren();
      return "{…}";
    }
    if (token != JsonToken.START_ARRAY) {
      return token == JsonToken.VALUE_NULL ? "" : parser.getText();
    }
    StringBuilder text = new StringBuilder();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      text.append(text.isEmpty() ? "" : ",");
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        parser.skipChildren();
        text.append("[…]");
      } else {
        text.append(text(parser));
      }
    }
    return text.toString();
  }

  private void mistake(int line, String key, String value, String remedy) {
    mistakes.add(new Mistake(at(line), key, value, remedy));
  }

  private void refuse(String place, String remedy) {
    mistakes.add(new Mistake(place, "", "", remedy));
  }

  private String at(int line) {
    return path + ":" + line;
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  /** A file that holds one secret and nothing else, as Docker and systemd hand it over. */
  static final class SecretFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    /** No secret of ours is nearly as long. */
    static final int MAX_BYTES = 4_096;

    private static final Pattern LINE_ENDS = Pattern.compile("[\r\n]+$");

    private SecretFile() {}

    /** What the file holds, without line ends; failing, it shows neither secret nor path. */
    static String read(String variable, String path) {
      Path file = existing(path);
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException("is no file but a folder or device; name a file");
      }
      String secret = LINE_ENDS.matcher(text(file)).replaceFirst("");
      if (secret.isEmpty()) {
        throw new IllegalArgumentException("names an empty file; write the secret into it");
      }
      if (isReadableByAll(file)) {
        LOG.warn("{} may be read by everybody on this machine ({}); chmod 600", file, variable);
      }
      return secret;
    }

    private static Path existing(String path) {
      try {
        Path file = Path.of(path);
        if (Files.exists(file)) {
          return file;
        }
      } catch (InvalidPathException _) {
        // No path at all leads nowhere either.
      }
      throw new IllegalArgumentException(
          "names no file that exists; write the path of a file, not the secret itself");
    }

    private static String text(Path file) {
      try (InputStream stream = Files.newInputStream(file)) {
        byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
          throw new IllegalArgumentException(
              "names a file of more than 4,096 bytes; it must hold the secret and nothing else");
        }
        return new String(bytes, StandardCharsets.UTF_8);
      } catch (IOException _) {
        throw new IllegalArgumentException(
            "names a file that cannot be read; check its permissions");
      }
    }

    private static boolean isReadableByAll(Path file) {
      try {
        return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
      } catch (UnsupportedOperationException | IOException _) {
        return false; // Nothing is known of it, and this only warns.
      }
    }
  }
}
