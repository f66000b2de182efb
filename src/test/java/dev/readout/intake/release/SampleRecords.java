package dev.readout.intake.release;

import dev.readout.intake.release.ReleaseFile.ReleaseKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Small folders of records, and releases of them signed with one key. */
final class SampleRecords {
  static final ReleaseKey KEY = ReleaseKey.generate();
  static final String OLD = "2025-11-10-bicycle-pause";
  static final String NEW = "2026-11-30-unicycle-pause";
  static final String NEW_ADDRESS = "https://example.org/" + NEW;

  private SampleRecords() {}

  /** Writes records of these ids, whose first ten characters are their days. */
  static Path write(Path folder, String version, String... ids) {
    try {
      Files.createDirectories(folder.resolve("restrictions"));
      for (String schema :
          List.of("record.schema.json", "terms.schema.json", "topics.schema.json")) {
        Files.copy(Path.of("index-data", schema), folder.resolve(schema));
      }
      Files.writeString(folder.resolve("VERSION"), version + "\n");
      Files.writeString(
          folder.resolve("known-sources.txt"),
          String.join("\n", Arrays.stream(ids).map(id -> "https://example.org/" + id).toList()));
      Files.writeString(
          folder.resolve("topics.yaml"),
          """
          - id: export-controls
            en: Export controls
            zh: 出口管制
            zh_hant: 出口管制
            note: what may not be sold
          """);
      Files.writeString(
          folder.resolve("terms.yaml"), "- id: bicycle\n  kind: technology\n  en: [\"bicycle\"]\n");
      Files.writeString(
          folder.resolve("names.yaml"), "- id: roe\n  kind: person\n  en: [\"Jane Roe\"]\n");
      for (String id : ids) {
        Files.writeString(folder.resolve("restrictions").resolve(id + ".md"), record(id));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String record(String id) {
    return """
    ---
    id: ID
    kind: restriction
    side: us
    title: "A rule is paused for a year by ID"
    published: DAY
    issuer: Bureau of Bicycles
    topics: [export-controls]
    sources:
      - {url: "https://example.org/ID", publisher: Example, type: official, lang: en}
    provenance: secondary
    standing:
      - {from: DAY, state: in-force, by: ID}
    questions:
      - "For how long did the Bureau pause its rule in ID?"
      - "When was the pause of the Bureau published as ID?"
    ---

    - The Bureau paused its rule for one year in ID.
    """
        .replace("ID", id)
        .replace("DAY", id.substring(0, 10));
  }

  /** A release of a folder. */
  static byte[] pack(Path folder) {
    try {
      return ReleaseFile.pack(folder, null, KEY.privateKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ReleaseFile read(byte[] release) {
    return ReleaseFile.read(release, KEY.publicKey());
  }
}
