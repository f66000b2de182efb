package dev.readout.corpus;

import static dev.readout.corpus.TinyCorpus.GLOSSARY;
import static dev.readout.corpus.TinyCorpus.MEETING;
import static dev.readout.corpus.TinyCorpus.READOUT;
import static dev.readout.corpus.TinyCorpus.RESTRICTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusReader.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of {@code bin/readout check} for one record alone: broken alone, it is named alone. */
final class RecordFormTest {
  @TempDir private Path folder;
  private TinyCorpus corpus;

  @BeforeEach
  void tinyCorpus() throws IOException {
    corpus = new TinyCorpus(folder);
  }

  /**
   * Replaces a text of a file; one defect is expected, on the line where {@code at} then stands.
   */
  private void assertDefect(
      String file, String old, String replacement, String at, String message) {
    corpus.replace(file, old, replacement);

    assertThat(corpus.defects())
        .containsExactly(new Defect(Path.of(file), corpus.lineOf(file, at), message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id: 2024 | id: 24 | id: 24 | id: does not match the regex pattern",
        "kind: readout | kind: speech | kind: | kind: does not have a value in the enumeration",
        "side: us | side: eu | side: | side: does not have a value in the enumeration",
        "published: 2024-05-02 | published: 2024-02-30 | published: | published: must be a day of",
        "published: 2024-05-02 | published: 2 May 2024 | published: | published: must be a day of",
        "issuer: The White House | issuer: X | issuer: | issuer: must be at least 3 characters",
        "[talks, tariffs] | [talks, talks] | topics: | topics: must have only unique items",
        "[talks, tariffs] | [] | topics: | topics: must have at least 1 items",
        "[talks, tariffs] | talks | topics: | topics: string found, array expected",
        "type: news | type: blog | type: | sources/0/type: does not have a value in the enum",
        "lang: en | lang: fr | lang: | sources/0/lang: does not have a value in the enumeration",
        "https://example | ftp://example | url: | sources/0/url: does not match the regex",
        "official-page | certain | provenance: | provenance: does not have a value in the enum",
        "'What did Washington say?' | 'What?' | What? | questions/0: must be at least 8 characters",
      })
  void check_fieldOfAnotherForm_isADefectOfItsLine(
      String old, String replacement, String at, String message) {
    corpus.replace(READOUT, old.replace('\'', '"'), replacement.replace('\'', '"'));

    assertThat(corpus.defects())
        .allSatisfy(defect -> assertThat(defect.file()).isEqualTo(Path.of(READOUT)))
        .allSatisfy(defect -> assertThat(defect.line()).isEqualTo(corpus.lineOf(READOUT, at)))
        .anySatisfy(defect -> assertThat(defect.message()).startsWith(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"id", "kind", "side", "title", "published", "issuer", "topics", "provenance"})
  void check_fieldLeftOut_isADefectOfTheFrontMatter(String field) {
    String line =
        corpus
            .text(READOUT)
            .lines()
            .filter(l -> l.startsWith(field + ":"))
            .findFirst()
            .orElseThrow();
    corpus.replace(READOUT, line + "\n", "");

    assertThat(corpus.defects())
        .allSatisfy(defect -> assertThat(defect.file()).isEqualTo(Path.of(READOUT)))
        .allSatisfy(defect -> assertThat(defect.line()).isEqualTo(2))
        .anySatisfy(
            defect ->
                assertThat(defect.message())
                    .startsWith("front matter: required property '" + field + "' not found"));
  }

  @Test
  void check_fieldThatTheSchemaLacks_isADefect() {
    corpus.replace(READOUT, "side: us\n", "side: us\ncolour: red\n");

    assertThat(corpus.defects())
        .singleElement()
        .hasToString(
            READOUT
                + ":2: front matter: property 'colour' is not defined in the schema and the schema"
                + " does not allow additional properties");
  }

  @Test
  void check_bothPublishedAndAsOf_isADefect() {
    corpus.replace(READOUT, "side: us\n", "side: us\nas_of: 2024-05-02\n");

    assertThat(corpus.defects())
        .singleElement()
        .hasToString(READOUT + ":2: front matter: needs one of 'published' and 'as_of', not both");
  }

  @Test
  void check_addressWithoutPublisher_isADefect() {
    corpus.replace(READOUT, "publisher: Example, ", "");

    assertThat(corpus.defects())
        .allSatisfy(
            defect -> assertThat(defect.line()).isEqualTo(corpus.lineOf(READOUT, "example.org")))
        .anySatisfy(
            defect ->
                assertThat(defect.message())
                    .isEqualTo("sources/0: required property 'publisher' not found"));
  }

  @Test
  void check_oneQuestion_isADefect() {
    corpus.replace(MEETING, "  - \"Who came to the meeting?\"\n", "");

    assertThat(corpus.defects())
        .singleElement()
        .hasToString(
            MEETING
                + ":"
                + corpus.lineOf(MEETING, "  - \"Where")
                + ": questions: must have at least 2 items but found 1");
  }

  @Test
  void check_noSource_isADefect() {
    assertDefect(
        RESTRICTION,
        "sources:\n  - {citation: 90 FR 12345}\n",
        "sources: []\n",
        "sources:",
        "sources: must have at least 1 items but found 0");
  }

  @Test
  void check_standingOfUnknownState_isADefect() {
    corpus.replace(RESTRICTION, "state: suspended", "state: paused");

    assertThat(corpus.defects())
        .singleElement()
        .asString()
        .startsWith(
            RESTRICTION
                + ":"
                + corpus.lineOf(RESTRICTION, "paused")
                + ": standing/1/state: does not have a value in the enumeration");
  }

  @Test
  void check_standingsThatShareADay_areADefect() {
    corpus.replace(RESTRICTION, "from: 2024-07-01", "from: 2024-06-30");

    assertThat(corpus.defects())
        .singleElement()
        .asString()
        .startsWith(
            RESTRICTION
                + ":"
                + corpus.lineOf(RESTRICTION, "  - {from: 2024-06-02")
                + ": standing overlaps: the state before still holds on 2024-06-30");
  }

  @Test
  void check_standingThatEndsBeforeItBegins_isADefect() {
    assertDefect(
        RESTRICTION,
        "to: 2024-06-30",
        "to: 2024-06-01",
        "  - {from: 2024-06-02",
        "standing ends on 2024-06-01 before it begins on 2024-06-02");
  }

  @Test
  void check_standingOnADayThatTheCalendarLacks_isADefect() {
    corpus.replace(RESTRICTION, "to: 2024-06-30", "to: 2024-06-31");

    assertThat(corpus.defects())
        .allSatisfy(
            defect -> assertThat(defect.line()).isEqualTo(corpus.lineOf(RESTRICTION, "2024-06-31")))
        .anySatisfy(
            defect ->
                assertThat(defect.message())
                    .startsWith("standing/0/to: must be a day of the calendar"));
  }

  @Test
  void check_quotationWithoutSpeaker_isADefectOfItsLine() {
    assertDefect(
        READOUT,
        ">\n> — Jane Roe\n",
        "",
        "> candid",
        "a quotation names its speaker: add a line '> — who said it'");
  }

  @Test
  void check_emptyBody_isADefectOfItsFirstLine() {
    corpus.replace(GLOSSARY, "- A tariff is a duty on imports.\n", "");

    assertThat(corpus.defects())
        .containsExactly(
            new Defect(
                Path.of(GLOSSARY),
                corpus.lineOf(GLOSSARY, "---\n\n") + 1,
                "the body holds no statement; write at least one list item"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- A statement.\n", "---\nid: a\n", "id: a\n---\n\n- A.\n", "--- \n"})
  void check_noFrontMatter_isADefect(String text) {
    corpus.write(GLOSSARY, text);

    assertThat(corpus.defects())
        .containsExactly(
            new Defect(
                Path.of(GLOSSARY), 1, "a record begins with front matter between two lines '---'"));
  }

  @Test
  void check_windowsLineEnds_areADefectThatSaysSo() {
    corpus.write(GLOSSARY, corpus.text(GLOSSARY).replace("\n", "\r\n"));

    assertThat(corpus.defects())
        .singleElement()
        .satisfies(defect -> assertThat(defect.line()).isEqualTo(1))
        .satisfies(defect -> assertThat(defect.message()).contains("CR LF"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "topics: [talks, tariffs",
        "topics: {talks",
        "\ttopics: [talks]",
        "topics: \"talks",
        "topics: [talks]\nside: prc",
        "topics: *nowhere: x",
      })
  void check_frontMatterThatIsNoYaml_isADefectOfAboutItsLine(String line) {
    corpus.replace(READOUT, "topics: [talks, tariffs]", line);

    assertThat(corpus.defects())
        .singleElement()
        .satisfies(defect -> assertThat(defect.file()).isEqualTo(Path.of(READOUT)))
        .satisfies(
            defect ->
                assertThat(defect.line())
                    .isBetween(
                        corpus.lineOf(READOUT, "published:"), corpus.lineOf(READOUT, "---\n\n")))
        .satisfies(
            defect ->
                assertThat(defect.message())
                    .startsWith("front matter is not YAML: ")
                    .doesNotContain("\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"just words\n", "- a\n- list\n", "", "# only a comment\n", "~\n"})
  void check_frontMatterWithoutFields_isADefect(String front) {
    corpus.write(GLOSSARY, "---\n" + front + "---\n\n- A.\n");

    assertThat(corpus.defects())
        .isNotEmpty()
        .allSatisfy(defect -> assertThat(defect.file()).isEqualTo(Path.of(GLOSSARY)))
        .allSatisfy(defect -> assertThat(defect.message()).startsWith("front matter: "));
  }

  @Test
  void check_fileThatIsNotUtf8_isADefectOfThatFile() throws IOException {
    Files.write(folder.resolve(GLOSSARY), new byte[] {'-', '-', '-', '\n', (byte) 0xE9});

    assertThat(corpus.defects())
        .singleElement()
        .satisfies(defect -> assertThat(defect.file()).isEqualTo(Path.of(GLOSSARY)))
        .satisfies(defect -> assertThat(defect.message()).contains("not UTF-8"));
  }

  @Test
  void check_fileOfMoreThanAMebibyte_isADefectOfThatFile() {
    corpus.write(GLOSSARY, corpus.text(GLOSSARY) + "\n".repeat(1 << 20));

    assertThat(corpus.defects())
        .singleElement()
        .satisfies(defect -> assertThat(defect.file()).isEqualTo(Path.of(GLOSSARY)))
        .satisfies(defect -> assertThat(defect.message()).contains("larger than 1048576 bytes"));
  }
}
