package dev.readout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.cli.TestTerminal.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators' files, from the command that adds one to the answer that quotes it, and back. */
final class SourceCommandsTest {
  private static final String QUESTION = "What does the velocipede registry of Porto ask for?";
  private static final String STATEMENT =
      "The velocipede registry of Porto asks every owner for a brass plate.";

  @TempDir Path folder;
  private TinyInstallation installation;
  private String file = "";

  @BeforeEach
  void install() throws IOException {
    installation = new TinyInstallation(folder);
    file = write("registry.md", "# The velocipede registry\n\n" + STATEMENT + "\n");
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String printed(String... arguments) {
    Run run = installation.run(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out();
  }

  private void refused(int code, String remedy, String... arguments) {
    Run run = installation.run(arguments);
    assertThat(run.err()).contains(remedy);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.code()).isEqualTo(code);
  }

  private void addFile() {
    assertThat(printed("source", "add", file, "--yes", "--published", "2026-05-12"))
        .endsWith("Source 1 is stored; run 'bin/readout index' to have it in answers.\n");
  }

  private String answer() {
    return installation.run("ask", QUESTION).out();
  }

  @Test
  void add_fileWithoutDay_isShownAndStoredOnlyWithOne() {
    Run shown = installation.run("source", "add", file);
    assertThat(shown.code()).isEqualTo(1);
    assertThat(shown.err())
        .isEqualTo("readout: nothing is stored; repeat it with --yes to store this\n");
    assertThat(shown.out())
        .startsWith("The velocipede registry\n")
        .contains("file       registry.md", "missing", "--published", "• " + STATEMENT);
    refused(2, "write --published", "source", "add", file, "--yes");
    assertThat(printed("source", "list")).isEqualTo("0 waiting, 0 accepted\n");
    addFile();
    refused(1, "it is source 1 already (accepted)", "source", "add", file);
  }

  @Test
  void add_somebodyIsThere_isAsked() {
    String[] add = {"source", "add", file, "--published", "2026-05-12"};
    assertThat(installation.runAnswering("n", add).out()).endsWith("Nothing is stored.\n");
    assertThat(installation.runAnswering("y", add).out()).contains("Source 1 is stored");
  }

  @Test
  void index_afterAdding_findsItUntilItIsRemoved() {
    printed("index");
    addFile();
    assertThat(answer()).doesNotContain(STATEMENT);
    assertThat(printed("index")).startsWith("built generation 000002: 7 records, ");
    assertThat(printed("index")).startsWith("up to date: generation 000002: 7 records, ");
    assertThat(answer()).contains(STATEMENT, "registry.md");
    assertThat(printed("audit")).contains("  terminal  reindex  global: generation 000002");
    printed("index", "--force");

    refused(1, "nothing is removed", "source", "remove", "1");
    assertThat(printed("source", "remove", "1", "--yes")).startsWith("Source 1 is removed");
    assertThat(answer()).doesNotContain(STATEMENT);
    printed("rollback");
    assertThat(answer()).doesNotContain(STATEMENT);
    assertThat(printed("source", "list", "--state", "removed")).contains("    1  removed ");
    assertThat(printed("audit").lines().map(line -> line.replaceAll("^\\S+  ", "")))
        .anyMatch(line -> line.startsWith("terminal  source.add  "))
        .anyMatch(line -> line.startsWith("terminal  reindex  "))
        .anyMatch(line -> line.startsWith("terminal  source.remove  "))
        .anyMatch(line -> line.startsWith("terminal  rollback  "));

    printed("source", "approve", "1");
    printed("index");
    assertThat(answer()).contains(STATEMENT);
  }

  @Test
  void verify_index_comparesFilesAndRecordsWithTheCatalogue() throws IOException {
    printed("index");
    assertThat(printed("index", "--verify")).startsWith("sound, and as records and sources say: ");
    addFile();
    refused(1, "added-", "index", "--verify");
    printed("index");
    assertThat(printed("index", "--verify")).contains("generation 000002: 7 records, ");

    Path segment;
    try (Stream<Path> files = Files.list(folder.resolve("index").resolve("000002"))) {
      segment = files.max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(segment, bytes);
    refused(1, "no index can be read", "index", "--verify");
  }

  @Test
  void ask_recordsChangedAfterAdding_buildsWithWhatWasAdded() {
    addFile();
    printed("index");
    installation.write("known-sources.txt", "90 FR 12345\nhttps://example.org/talks\n90 FR 1\n");
    assertThat(answer()).contains(STATEMENT);
  }

  @Test
  void edit_dayAndTopic_areChanged() {
    addFile();
    refused(2, "nothing to change", "source", "edit", "1");
    refused(2, "no topic 'x'", "source", "edit", "1", "--topic", "x");
    refused(2, "no meeting has the id 'x'", "source", "edit", "1", "--meeting", "x");
    refused(
        2,
        "cannot have been published on 2030-01-01",
        "source",
        "edit",
        "1",
        "--published",
        "2030-01-01");
    assertThat(
            printed(
                "source", "edit", "1", "--published", "2026-05-13", "--topic", "export controls"))
        .startsWith("Source 1 is changed; run 'bin/readout index'");
    assertThat(printed("source", "show", "1"))
        .contains("published  2026-05-13", "topics     export-controls", "by terminal; 2 versions");
  }

  @Test
  void confirm_unconfirmed_isVouchedForOnce() {
    addFile();
    assertThat(printed("source", "show", "1")).contains("provenance unconfirmed");
    assertThat(printed("source", "confirm", "1"))
        .startsWith("Source 1 counts as confirmed by you; run 'bin/readout index'");
    assertThat(printed("source", "show", "1")).contains("provenance secondary");
    refused(2, "not in that state", "source", "confirm", "1");
    refused(2, "no such source", "source", "confirm", "9");
    assertThat(printed("audit")).contains("source.edit", "unconfirmed", "terminal");
  }

  @Test
  void index_ofAServer_isOnlyThatServers() {
    printed("index");
    assertThat(
            printed("source", "add", file, "--yes", "--published", "2026-05-12", "--scope", "77"))
        .contains("run 'bin/readout index --scope 77'");
    assertThat(printed("index", "--scope", "77"))
        .startsWith("built generation 000001+500001: 7 records");
    assertThat(printed("index")).startsWith("up to date: generation 000001: 6 records");
    assertThat(answer()).doesNotContain(STATEMENT);
    assertThat(printed("source", "list")).isEqualTo("0 waiting, 0 accepted\n");
    assertThat(printed("source", "list", "--scope", "77")).contains("The velocipede registry");
    refused(2, "has no sources of its own", "index", "--scope", "78");
    printed("source", "remove", "1", "--yes", "--scope", "77");
    assertThat(printed("index", "--scope", "77")).contains(": 6 records");
  }

  @Test
  void mistakes_areToldWithTheirRemedy() throws IOException {
    refused(2, "no such file", "source", "add", "no-such.md");
    refused(2, "is no address of a page", "source", "add", "https://");
    refused(2, "is empty", "source", "add", write("empty.md", ""));
    refused(2, "Only addresses with http or https", "source", "add", "ftp://example.org/x");
    refused(1, "is a feed or data", "source", "add", write("list.json", "{\"a\": 1}"));
    refused(2, "write us, prc, joint or other", "source", "add", file, "--side", "mars");
    refused(2, "write one of readout", "source", "add", file, "--kind", "meeting");
    refused(2, "no such source", "source", "show", "9");
    refused(2, "no such source", "source", "remove", "9", "--yes");
    refused(2, "no such source", "source", "refuse", "9");
    refused(2, "write waiting, accepted", "source", "list", "--state", "lost");
    refused(2, "no server 'x'", "source", "list", "--scope", "x");
    refused(2, "Missing required subcommand", "source");
    refused(2, "no such feed", "source", "feed", "check", "1");
    refused(
        2,
        "needs --kind list-page",
        "source",
        "feed",
        "add",
        "https://example.org/f",
        "--links",
        "/a/*");
    refused(2, "write a number from 1 to 500", "audit", "--last", "0");
  }

  @Test
  void help_ofSources_listsAllThatCanBeDone() {
    assertThat(printed("source", "--help"))
        .contains("add ", "list ", "show ", "edit ", "refresh ", "remove ", "approve ", "refuse ")
        .contains("feed ");
    assertThat(printed("source", "add", "--help"))
        .startsWith("Usage: bin/readout source add")
        .contains("--published", "--scope");
    assertThat(printed("source", "feed", "add", "--help")).contains("federal-register");
  }
}
