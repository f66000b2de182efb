package dev.readout.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that lists the official feeds, and mistakes in it. */
final class FeedPackTest {
  @TempDir private Path folder;

  @Test
  void read_shippedPack_searchesTheFederalRegister() {
    assertThat(FeedPack.read(Path.of("config/feeds.yaml")).entries())
        .hasSize(5)
        .allSatisfy(
            entry ->
                assertThat(entry.listing().address())
                    .startsWith("https://www.federalregister.gov/api/v1/documents.json?")
                    .contains("=China&"));
    assertThat(FeedPack.read(folder.resolve("none.yaml")).entries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: rss, adress: x} | [2], adress: allowed is name, kind, agency, term, address",
        "{kind: atom, address: 'https://a.gov/x'} | [2], kind: allowed is rss | federal-register",
        "{address: 'https://a.gov/x'} | [2], kind: allowed is rss | federal-register | list-page",
        "{kind: rss} | [2], address: allowed is https://",
        "{kind: rss, address: 'ftp://a.gov/x'} | [2], address: allowed is https://",
        "{kind: rss, term: China} | [2], term: allowed is {kind: federal-register}",
        "{kind: rss, address: 'https://a.gov/x', every: 169} | [2], every: allowed is 1–168",
        "{kind: rss, address: 'https://a.gov/x', every: daily} | [2], every: allowed is 1–168",
        "{kind: rss, address: 'https://a.gov/x', every: 9999999999999999} | [2], every: allowed",
        "{kind: list-page, address: 'https://a.gov/x', links: ''} | [2], links: allowed is",
        "{kind: rss, address: 'https://a.gov/x', match: ['']} | [2], match: allowed is […, …]",
        "rss | :2, YAML: allowed is - {name",
        "{kind: rss | :2, YAML: allowed is - {name"
      })
  void read_mistake_saysWhereAndWhatIsAllowed(String line) throws IOException {
    int bar = line.indexOf(" | ");
    Path file =
        Files.writeString(
            folder.resolve("feeds.yaml"),
            "- {kind: rss, address: 'https://a.gov/feed'}\n- " + line.substring(0, bar) + "\n");

    assertThatThrownBy(() -> FeedPack.read(file))
        .isInstanceOf(FeedPack.MistakeException.class)
        .hasMessageStartingWith(file + " " + line.substring(bar + 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "kind: rss"})
  void read_noList_isAMistake(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("feeds.yaml"), text);

    assertThatThrownBy(() -> FeedPack.read(file)).isInstanceOf(FeedPack.MistakeException.class);
  }
}
