package dev.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/licences.md to the libraries that the program really runs with. */
final class LicencesTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\|.*$");
  private static final Pattern LIBRARY = Pattern.compile("`([^`]+)`");

  /** A jar's name without its version, which begins with the first figure after a hyphen. */
  private static final Pattern VERSION = Pattern.compile("-\\d.*\\.jar$");

  @Test
  void everyLibraryHasItsLicence_andNoneThatIsGone() throws IOException {
    assertThat(listed()).isEqualTo(runWith());
  }

  private static Set<String> listed() throws IOException {
    String rows =
        ROW.matcher(Files.readString(Path.of("docs/licences.md")))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.joining());
    return LIBRARY
        .matcher(rows)
        .results()
        .map(library -> library.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> runWith() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
      return jars.map(jar -> VERSION.matcher(jar.getFileName().toString()).replaceFirst(""))
          .collect(Collectors.toSet());
    }
  }
}
