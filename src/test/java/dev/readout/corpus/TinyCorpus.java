package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusReader.Defect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A corpus of four records without a defect, in a folder of its own, to break one thing of. */
public final class TinyCorpus {
  static final Path SHIPPED = Path.of("index-data");
  static final String MEETING = "meetings/2024-05-01-talks.md";
  static final String READOUT = "readouts/2024-05-02-us-readout.md";
  static final String RESTRICTION = "restrictions/2024-06-01-tariff.md";
  static final String GLOSSARY = "glossary/2024-07-01-glossary-tariff.md";
  static final String TOPICS = "topics.yaml";
  static final String TERMS = "terms.yaml";
  static final String NAMES = "names.yaml";
  static final String KNOWN_SOURCES = "known-sources.txt";

  private final Path folder;

  public TinyCorpus(Path folder) throws IOException {
    this.folder = folder;
    for (String schema : List.of("record.schema.json", "terms.schema.json", "topics.schema.json")) {
      Files.copy(SHIPPED.resolve(schema), folder.resolve(schema));
    }
    write(
        KNOWN_SOURCES,
        """
        # what a person has opened
        90 FR 12345
        https://example.org/talks
        """);
    write(
        TOPICS,
        """
        - id: tariffs
          en: Tariffs
          zh: 关税
          zh_hant: 關稅
          note: extra duties
        - id: talks
          en: Talks
          zh: 会谈
          zh_hant: 會談
          note: who met whom
        """);
    write(
        TERMS,
        """
        - id: tariff
          kind: instrument
          en: ["tariff", "duty"]
          zh_hans: ["关税"]
          record: 2024-07-01-glossary-tariff
        - id: quota
          kind: instrument
          en: ["quota"]
        """);
    write(
        NAMES,
        """
        - id: jane-roe
          kind: person
          en: ["Jane Roe"]
        """);
    write(
        MEETING,
        """
        ---
        id: 2024-05-01-talks
        kind: meeting
        side: joint
        title: "The talks of May"
        published: 2024-05-01
        issuer: Both governments
        topics: [talks]
        sources:
          - {url: "https://example.org/talks", publisher: Example, type: news, lang: en}
        provenance: secondary
        questions:
          - "Where did the two sides meet?"
          - "Who came to the meeting?"
        ---

        - The two sides met on 1 May 2024.
        """);
    write(
        READOUT,
        """
        ---
        id: 2024-05-02-us-readout
        kind: readout
        side: us
        title: "American account of the talks"
        title_zh: "美方通报"
        published: 2024-05-02
        issuer: The White House
        participants: [Jane Roe, John Doe]
        meeting: 2024-05-01-talks
        topics: [talks, tariffs]
        sources:
          - {url: "https://example.org/talks", publisher: Example, type: news, lang: en}
        provenance: official-page
        questions:
          - "What did Washington say?"
          - "华盛顿在会谈后说了什么？"
        ---

        - Washington called the talks useful.

        > candid and useful
        >
        > — Jane Roe
        """);
    write(
        RESTRICTION,
        """
        ---
        id: 2024-06-01-tariff
        kind: restriction
        side: us
        title: "A tariff on bicycles"
        published: 2024-06-01
        effective: 2024-06-02
        issuer: The White House
        topics: [tariffs]
        sources:
          - {citation: 90 FR 12345}
        provenance: secondary
        standing:
          - {from: 2024-06-02, to: 2024-06-30, state: in-force, by: 2024-06-01-tariff}
          - {from: 2024-07-01, state: suspended, by: 2024-05-01-talks}
        status_note: "Nothing later is in the sources."
        relates: [2024-05-01-talks]
        questions:
          - "What do bicycles cost at the border?"
          - "Is the bicycle duty in force?"
        ---

        - Bicycles pay 10 percent.
        """);
    write(
        GLOSSARY,
        """
        ---
        id: 2024-07-01-glossary-tariff
        kind: glossary
        side: other
        title: "Tariff"
        as_of: 2024-07-01
        issuer: compiled from the sources listed
        topics: [tariffs]
        sources:
          - {citation: 90 FR 12345}
        provenance: unconfirmed
        questions:
          - "What does tariff mean?"
          - "Who pays a tariff?"
        ---

        - A tariff is a duty on imports.
        """);
  }

  public Path folder() {
    return folder;
  }

  CorpusReader reader() {
    return new CorpusReader(folder);
  }

  List<Defect> defects() {
    return reader().check().defects();
  }

  void write(String file, String text) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the one place of {@code old} in the file. */
  void replace(String file, String old, String replacement) {
    String text = text(file);
    assertThat(text).as(file).containsOnlyOnce(old);
    write(file, text.replace(old, replacement));
  }

  /** The line, 1-based, on which the text stands in the file. */
  int lineOf(String file, String text) {
    int at = text(file).indexOf(text);
    assertThat(at).as("place of %s in %s", text, file).isNotNegative();
    return (int) text(file).substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }
}
