package dev.readout.intake.release;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.readout.intake.release.ReleaseFile.ReleaseRefusedException;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a release of records says of itself. Immutable.
 *
 * @param version the release's, its day
 * @param schema the form of its records; what is higher than {@link #SCHEMA} cannot be read here
 * @param program the lowest version of the program that can read it
 * @param newest the last day on which one of its records was published
 * @param files SHA-256 of each, by name below the folder of records
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(
    String version,
    int schema,
    String program,
    int records,
    int statements,
    String newest,
    Map<String, String> files) {

  /** Raised when records have something that programs before would refuse or misread. */
  static final int SCHEMA = 1;

  /** The first version of the program that reads {@link #SCHEMA}. */
  static final String FIRST_PROGRAM = "1.0.0";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern PROGRAM = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}");

  /** A folder at most, and nothing that leads out of it. */
  private static final Pattern FILE =
      Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/)?[A-Za-z0-9][A-Za-z0-9._-]{0,149}");

  Manifest {
    var _ = LocalDate.parse(version);
    for (String file : files.keySet()) {
      if (!FILE.matcher(file).matches()) {
        throw new IllegalArgumentException("no name of a file of records: " + file);
      }
    }
    files = new TreeMap<>(files);
  }

  LocalDate day() {
    return LocalDate.parse(version);
  }

  /** What the release holds, in a line. */
  String summary() {
    return "records %s: %d records, %d statements, the newest of %s"
        .formatted(version, records, statements, newest);
  }

  /**
   * Refuses what this program is too old for.
   *
   * @param running the program's version; null, or what is no number, for one that is built from
   *     source
   */
  void refuseIfTooNew(@Nullable String running) {
    if (schema > SCHEMA) {
      throw new ReleaseRefusedException(
          "records %s are of form %d and this program reads %d; update the program first"
              .formatted(version, schema, SCHEMA));
    }
    if (!PROGRAM.matcher(program).matches()
        || (running != null
            && PROGRAM.matcher(running).matches()
            && Version.parse(running).compareTo(Version.parse(program)) < 0)) {
      throw new ReleaseRefusedException(
          "records %s need Readout %s and this is %s; update the program first"
              .formatted(version, program, running));
    }
  }

  byte[] toJson() throws IOException {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }

  /**
   * What {@link #toJson} wrote.
   *
   * @throws IOException when it is something else
   */
  static Manifest ofJson(byte[] json) throws IOException {
    return MAPPER.readValue(json, Manifest.class);
  }
}
