package dev.readout.cli;

import dev.readout.cli.Installation.Places;
import dev.readout.intake.desk.IntakeSettings;
import dev.readout.intake.release.RecordReleases;
import dev.readout.intake.release.ReleaseSettings;
import dev.readout.meaning.ModelSettings;
import dev.readout.store.StoreSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Commands over a corpus of six records in a folder of its own, with real Lucene, on 24 November
 * 2026.
 */
final class TinyInstallation {
  static final String SUSPENDED = "2025-09-29-bicycle-rule";
  static final String QUESTION = "What does the bicycle export rule of 2025 ask for?";

  private static final Path SHIPPED = Path.of("index-data");
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

  private final Path folder;
  private Supplier<Places> places = this::places;
  private ReleaseSettings releases = ReleaseSettings.NONE;

  /** What one run of the program did. */
  record Run(int code, String out, String err) {}

  TinyInstallation(Path folder) {
    this.folder = folder;
    try {
      for (String schema :
          List.of("record.schema.json", "terms.schema.json", "topics.schema.json")) {
        Files.createDirectories(corpus());
        Files.copy(SHIPPED.resolve(schema), corpus().resolve(schema));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    writeLists();
    writeTalks();
    writeMeasures();
  }

  private Folders folders() {
    return new Folders(RecordReleases.of(folder).inForce(), folder.resolve("index"));
  }

  /** Where everything is; pages of this machine may be fetched. */
  private Places places() {
    return new Places(
        folders(),
        new StoreSettings(folder.resolve("readout.db"), null),
        IntakeSettings.STANDARD.withLoopback(true).withReleases(releases),
        ModelSettings.OFF);
  }

  /** From now on releases are taken that this key has signed. */
  void trust(String publicKey) {
    releases = new ReleaseSettings(null, publicKey, ReleaseSettings.Update.NOTIFY);
  }

  /** From now on whatever asks where the database is fails. */
  void forbidPlaces() {
    places =
        () -> {
          throw new AssertionError("an answer must not wait for settings and database");
        };
  }

  Path corpus() {
    return folder.resolve("index-data");
  }

  Run run(String... arguments) {
    return run(Layout.PLAIN, "", arguments);
  }

  Run run(Layout layout, String input, String... arguments) {
    return run(layout, input, false, arguments);
  }

  /** Somebody is there, and answers each question with this. */
  Run runAnswering(String answer, String... arguments) {
    return run(Layout.PLAIN, answer + "\n", true, arguments);
  }

  private Run run(Layout layout, String input, boolean interactive, String... arguments) {
    return run(new StringWriter(), layout, input, interactive, arguments);
  }

  /** Nothing that it prints can be written. */
  Run runOnFullDisk(String... arguments) {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    return run(full, Layout.PLAIN, "", false, arguments);
  }

  private Run run(
      Writer out, Layout layout, String input, boolean interactive, String... arguments) {
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            layout,
            interactive);
    int code;
    try (Installation installation = new Installation(folders(), places, CLOCK)) {
      code =
          new ReadoutCommand(
                  installation,
                  terminal,
                  SourceCommand.forArguments(installation, terminal, arguments),
                  RecordsCommand.forArguments(
                      installation, RecordReleases.of(folder), terminal, arguments),
                  new EvalCommand(installation, terminal))
              .run(arguments);
    }
    return new Run(code, out.toString(), err.toString());
  }

  /** Writes a file of the corpus. */
  void write(String file, String text) {
    try {
      Path path = corpus().resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeLists() {
    write("known-sources.txt", "90 FR 12345\nhttps://example.org/talks\n");
    write(
        "topics.yaml",
        """
        - id: export-controls
          en: Export controls
          zh: 出口管制
          zh_hant: 出口管制
          note: what may not be sold
        - id: trade-talks
          en: Trade talks
          zh: 经贸磋商
          zh_hant: 經貿談判
          note: who met whom
        """);
    write(
        "terms.yaml",
        """
        - id: bicycle
          kind: technology
          en: ["bicycle"]
          zh_hans: ["自行车"]
          zh_hant: ["自行車"]
          record: 2024-07-01-glossary-bicycle
        - id: unicycle
          kind: technology
          en: ["unicycle"]
        """);
    write(
        "names.yaml",
        """
        - id: jane-roe
          kind: person
          en: ["Jane Roe"]
        """);
    write(
        "glossary/2024-07-01-glossary-bicycle.md",
        """
        ---
        id: 2024-07-01-glossary-bicycle
        kind: glossary
        side: other
        title: "Bicycle"
        title_zh: "自行车"
        as_of: 2024-07-01
        issuer: compiled from the sources listed
        topics: [export-controls]
        sources:
          - {citation: 90 FR 12345}
        provenance: unconfirmed
        questions:
          - "What is a bicycle?"
          - "自行车到底是什么东西？"
        ---

        - A bicycle is a vehicle with two wheels.
        """);
  }

  private void writeTalks() {
    write(
        "meetings/2024-05-01-lisbon-talks.md",
        """
        ---
        id: 2024-05-01-lisbon-talks
        kind: meeting
        side: joint
        title: "The Lisbon talks of May 2024"
        published: 2024-05-01
        issuer: Both governments
        topics: [trade-talks]
        sources:
          - {url: "https://example.org/talks", publisher: Example, type: news, lang: en}
        provenance: secondary
        questions:
          - "Where did the two sides meet in May 2024?"
          - "Who came to the Lisbon talks?"
        ---

        - The two sides met in Lisbon on 1 May 2024.
        """);
    writeAccount("us", "American", "The White House", "Washington called the Lisbon talks useful.");
    writeAccount(
        "prc", "Chinese", "Xinhua", "Beijing called the Lisbon talks candid about the unicycle.");
  }

  private void writeAccount(String side, String adjective, String issuer, String statement) {
    String id = "2024-05-02-lisbon-" + side + "-readout";
    write(
        "readouts/" + id + ".md",
        """
        ---
        id: %s
        kind: readout
        side: %s
        title: "%s account of the Lisbon talks"
        published: 2024-05-02
        issuer: %s
        meeting: 2024-05-01-lisbon-talks
        topics: [trade-talks]
        sources:
          - {url: "https://example.org/talks", publisher: Example, type: news, lang: en}
        provenance: official-page
        questions:
          - "What did the %s read-out of the Lisbon talks say?"
          - "How did the %s side see the talks in Lisbon?"
        ---

        - %s

        > candid and useful
        >
        > — Jane Roe
        """
            .formatted(id, side, adjective, issuer, adjective, adjective, statement));
  }

  private void writeMeasures() {
    write(
        "restrictions/" + SUSPENDED + ".md",
        """
        ---
        id: 2025-09-29-bicycle-rule
        kind: restriction
        side: us
        title: "The bicycle export rule"
        published: 2025-09-29
        effective: 2025-09-30
        issuer: Bureau of Bicycles
        topics: [export-controls]
        sources:
          - {url: "https://example.org/talks", publisher: Example, type: official, lang: en}
          - {citation: 90 FR 12345}
        provenance: secondary
        standing:
          - {from: 2025-09-30, to: 2025-11-09, state: in-force, by: 2025-09-29-bicycle-rule}
          - {from: 2025-11-10, to: 2026-11-09, state: suspended, by: 2025-11-10-bicycle-pause}
        status_note: "Said to come back."
        relates: [2025-11-10-bicycle-pause]
        questions:
          - "%s"
          - "Which licence does the bicycle export rule ask for?"
        ---

        - The bicycle export rule of September 2025 asks for a licence for every bicycle sold abroad.
        """
            .formatted(QUESTION));
    write(
        "restrictions/2025-11-10-bicycle-pause.md",
        """
        ---
        id: 2025-11-10-bicycle-pause
        kind: restriction
        side: us
        title: "The bicycle rule is paused for a year"
        published: 2025-11-10
        issuer: Bureau of Bicycles
        topics: [export-controls]
        sources:
          - {citation: 90 FR 12345}
        provenance: secondary
        standing:
          - {from: 2025-11-10, state: in-force, by: 2025-11-10-bicycle-pause}
        questions:
          - "For how long did the Bureau pause its rule?"
          - "When was the pause of the Bureau of Bicycles published?"
        ---

        - The Bureau paused its rule on 10 November 2025 for one year.
        """);
  }
}
