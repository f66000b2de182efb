package dev.readout.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Commands over a corpus of six records in a folder of its own, with real Lucene, on 24 November
 * 2026.
 */
final class TinyInstallation extends TestTerminal {
  static final String SUSPENDED = "2025-09-29-bicycle-rule";
  static final String QUESTION = "What does the bicycle export rule of 2025 ask for?";
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

  private static final Path SHIPPED = Path.of("index-data");

  TinyInstallation(Path folder) {
    super(folder, CLOCK);
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
