package dev.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the docs name is there. */
final class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");
  private static final Pattern TYPE = Pattern.compile("`(?:[a-z]+\\.)?([A-Z]\\w*[a-z]\\w*)`");

  /** A list of four, each with the lines that go on under it. */
  private static final Pattern STEPS =
      Pattern.compile("(?m)^(1\\. .+\\n(?:   .+\\n)*(?:[2-4]\\. .+\\n(?:   .+\\n)*){3})");

  private static List<String> found(Pattern pattern, Path file) throws IOException {
    return pattern.matcher(Files.readString(file)).results().map(DocsTest::named).toList();
  }

  private static String named(MatchResult match) {
    return match.group(1);
  }

  @Test
  void links_leadToFiles() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      List<Path> pages =
          Stream.concat(
                  docs.filter(file -> file.toString().endsWith(".md")),
                  Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")))
              .toList();
      for (Path page : pages) {
        assertThat(found(LINK, page))
            .as(page.toString())
            .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
      }
    }
  }

  @Test
  void firstRun_isTheSameFourStepsInTheSameWords() throws IOException {
    String steps = found(STEPS, Path.of("README.md")).getFirst();
    assertThat(steps).contains("discord.operators", "Manage Server");
    for (String page : List.of("docs/discord.md", "docs/self-hosting.md")) {
      assertThat(Path.of(page)).content().contains(steps);
    }
  }

  @Test
  void typesOfTheWalk_areThere() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      List<String> types =
          sources
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .toList();

      assertThat(found(TYPE, Path.of("docs/architecture.md")))
          .hasSizeGreaterThan(20)
          .isSubsetOf(types);
    }
  }
}
