package dev.readout.corpus.file;

import static dev.readout.corpus.file.TinyCorpus.GLOSSARY;
import static dev.readout.corpus.file.TinyCorpus.KNOWN_SOURCES;
import static dev.readout.corpus.file.TinyCorpus.MEETING;
import static dev.readout.corpus.file.TinyCorpus.NAMES;
import static dev.readout.corpus.file.TinyCorpus.READOUT;
import static dev.readout.corpus.file.TinyCorpus.RESTRICTION;
import static dev.readout.corpus.file.TinyCorpus.TERMS;
import static dev.readout.corpus.file.TinyCorpus.TOPICS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of {@code bin/readout check}: broken alone, it is named alone, with file and line. */
final class CorpusCheckTest {
  @TempDir private Path folder;
  private TinyCorpus corpus;

  @BeforeEach
  void tinyCorpus() throws IOException {
    corpus = new TinyCorpus(folder);
  }

  /** Replaces a text of a file; one defect is expected, on the line where {@code at} then stands. */
  private void assertDefect(
      String file, String old, String replacement, String at, String message) {
    corpus.replace(file, old, replacement);

    assertThat(corpus.defects())
        .containsExactly(new Defect(Path.of(file), corpus.lineOf(file, at), message));
  }

  @Test
  void check_tinyCorpus_hasNoDefects() {
    assertThat(corpus.defects()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id: 2024 | id: 24 | id: 24 | id: does not match the regex pattern",
        "kind: readout | kind: speech | kind: | kind: does not have a value in the enumeration",
        "side: us | side: eu | side: | side: does not have a value in the enumeration",
        "published: 2024-05-02 | published: 2024-02-30 | published: | published: does not match",
        "published: 2024-05-02 | published: 2 May 2024 | published: | published: does not match",
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
        .allSatisfy(
            defect -> assertThat(defect.line()).isEqualTo(corpus.lineOf(READOUT, at)))
        .anySatisfy(defect -> assertThat(defect.message()).startsWith(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"id", "kind", "side", "title", "published", "issuer", "topics", "provenance"})
  void check_fieldLeftOut_isADefectOfTheFrontMatter(String field) {
    String line = corpus.text(READOUT).lines().filter(l -> l.startsWith(field + ":")).findFirst().orElseThrow();
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
        .hasToString(READOUT + ":2: front matter: must be valid to one and only one schema, but 2 are valid with indexes '0, 1'");
  }

  @Test
  void check_addressWithoutPublisher_isADefect() {
    corpus.replace(READOUT, "publisher: Example, ", "");

    assertThat(corpus.defects())
        .allSatisfy(
            defect ->
                assertThat(defect.line()).isEqualTo(corpus.lineOf(READOUT, "example.org")))
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
  void check_fileNameOtherThanId_isADefect() throws IOException {
    Files.move(folder.resolve(GLOSSARY), folder.resolve("glossary/tariff.md"));

    assertThat(corpus.defects())
        .containsExactly(
            new Defect(Path.of("glossary/tariff.md"), 2, "this record belongs in " + GLOSSARY));
  }

  @Test
  void check_folderOfAnotherKind_isADefect() throws IOException {
    Files.createDirectories(folder.resolve("explainers"));
    Files.move(
        folder.resolve(GLOSSARY), folder.resolve("explainers/2024-07-01-glossary-tariff.md"));

    assertThat(corpus.defects())
        .containsExactly(
            new Defect(
                Path.of("explainers/2024-07-01-glossary-tariff.md"),
                2,
                "this record belongs in " + GLOSSARY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"readout/2024-05-02-a.md", "readouts/2024/a.md", "2024-05-02-us-readout.md"})
  void check_recordOutsideTheFolders_isADefect(String file) {
    corpus.write(file, corpus.text(READOUT));

    assertThat(corpus.defects())
        .singleElement()
        .satisfies(defect -> assertThat(defect.file()).isEqualTo(Path.of(file)))
        .satisfies(
            defect -> assertThat(defect.message()).startsWith("no record is read from here"));
  }

  @Test
  void check_readmeOfTheCorpus_isNoDefect() {
    corpus.write("README.md", "# Corpus\n");

    assertThat(corpus.defects()).isEmpty();
  }

  @Test
  void check_idOfAnotherRecord_isADefect() {
    corpus.write(
        "glossary/2024-07-01-again.md",
        corpus
            .text(GLOSSARY)
            .replace("What does tariff mean?", "What is a duty?")
            .replace("Who pays a tariff?", "Who pays a duty?"));

    assertThat(corpus.defects())
        .contains(
            new Defect(
                Path.of(GLOSSARY),
                2,
                "id 2024-07-01-glossary-tariff is taken by glossary/2024-07-01-again.md"));
  }

  @Test
  void check_meetingThatIsNoRecord_isADefect() {
    assertDefect(
        READOUT,
        "meeting: 2024-05-01-talks",
        "meeting: 2024-05-01-lunch",
        "meeting:",
        "no meeting record has the id 2024-05-01-lunch");
  }

  @Test
  void check_meetingThatIsAnotherKindOfRecord_isADefect() {
    assertDefect(
        READOUT,
        "meeting: 2024-05-01-talks",
        "meeting: 2024-06-01-tariff",
        "meeting:",
        "no meeting record has the id 2024-06-01-tariff");
  }

  @Test
  void check_relatedRecordThatIsMissing_isADefect() {
    assertDefect(
        RESTRICTION,
        "relates: [2024-05-01-talks]",
        "relates: [2024-05-01-lunch]",
        "relates:",
        "no record has the id 2024-05-01-lunch");
  }

  @Test
  void check_standingProvenByAMissingRecord_isADefect() {
    assertDefect(
        RESTRICTION,
        "state: suspended, by: 2024-05-01-talks",
        "state: suspended, by: 2024-05-01-lunch",
        "state: suspended",
        "no record has the id 2024-05-01-lunch");
  }

  @Test
  void check_unknownTopic_isADefect() {
    assertDefect(
        READOUT,
        "topics: [talks, tariffs]",
        "topics: [talks, tarrifs]",
        "topics:",
        "topics.yaml has no topic tarrifs");
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
                + ": standing overlaps on 2024-06-30");
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
            defect ->
                assertThat(defect.line()).isEqualTo(corpus.lineOf(RESTRICTION, "2024-06-31")))
        .anySatisfy(
            defect -> assertThat(defect.message()).startsWith("standing/0/to: does not match"));
  }

  @Test
  void check_measureWithoutStanding_isADefect() {
    String text = corpus.text(RESTRICTION);
    corpus.write(
        RESTRICTION,
        text.substring(0, text.indexOf("standing:")) + text.substring(text.indexOf("status_note")));

    assertThat(corpus.defects())
        .containsExactly(new Defect(Path.of(RESTRICTION), 2, "a restriction needs standing"));
  }

  @Test
  void check_standingOfAReadout_isADefect() {
    assertDefect(
        READOUT,
        "provenance: official-page\n",
        """
        provenance: official-page
        standing:
          - {from: 2024-05-02, state: in-force, by: 2024-05-01-talks}
        """,
        "  - {from:",
        "only a restriction, countermeasure or agreement has standing");
  }

  @Test
  void check_readoutAsOfADay_isADefect() {
    assertDefect(
        READOUT,
        "published: 2024-05-02",
        "as_of: 2024-05-02",
        "as_of:",
        "a readout has 'published', not 'as_of'");
  }

  @Test
  void check_addressThatNobodyOpened_isADefect() {
    assertDefect(
        READOUT,
        "https://example.org/talks",
        "https://example.org/other",
        "example.org",
        "not in known-sources.txt; add the line only after a person has opened it:"
            + " https://example.org/other");
  }

  @Test
  void check_citationThatNobodyRead_isADefect() {
    assertDefect(
        GLOSSARY,
        "90 FR 12345",
        "90 FR 54321",
        "90 FR",
        "not in known-sources.txt; add the line only after a person has opened it: 90 FR 54321");
  }

  @Test
  void check_knownSourceCommentedOut_isNotKnown() {
    corpus.replace(KNOWN_SOURCES, "90 FR 12345", "#90 FR 12345");

    assertThat(corpus.defects())
        .extracting(Defect::file)
        .containsExactly(Path.of(GLOSSARY), Path.of(RESTRICTION));
  }

  @Test
  void check_questionOfAnotherRecord_isADefect() {
    assertDefect(
        GLOSSARY,
        "Who pays a tariff?",
        "is THE bicycle duty in force?",
        "is THE bicycle",
        "this question is also asked by 2024-06-01-tariff");
  }

  @Test
  void check_questionThatIsTheTitle_isADefect() {
    assertDefect(
        READOUT,
        "What did Washington say?",
        "american account of the talks",
        "american account",
        "a question says it in other words than the title");
  }

  @Test
  void check_quotationOfAllowedLength_isNoDefect() {
    corpus.replace(READOUT, "candid and useful", "a".repeat(CorpusRules.MAX_VERBATIM_CHARS));

    assertThat(corpus.defects()).isEmpty();
  }

  @Test
  void check_quotationLongerThanAllowed_isADefectOfItsLine() {
    assertDefect(
        READOUT,
        "candid and useful",
        "a".repeat(CorpusRules.MAX_VERBATIM_CHARS + 1),
        "> aaa",
        "a quotation has at most 300 characters, this one 301: " + "a".repeat(40) + "…");
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
                Path.of(GLOSSARY),
                1,
                "a record begins with front matter between two lines '---'"));
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
                    .isBetween(corpus.lineOf(READOUT, "published:"), corpus.lineOf(READOUT, "---\n\n")))
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

  @Test
  void check_topicTwice_isADefectOfItsLine() {
    corpus.write(TOPICS, corpus.text(TOPICS) + corpus.text(TOPICS).lines().limit(4).collect(joining("\n")));

    assertThat(corpus.defects())
        .containsExactly(new Defect(Path.of(TOPICS), 9, "topic twice: tariffs"));
  }

  @Test
  void check_termTwice_isADefectOfItsLine() {
    assertDefect(TERMS, "id: quota", "id: tariff", "- id: tariff\n  kind: instrument\n  en: [\"quota\"]", "term twice: tariff");
  }

  @Test
  void check_termOfAMissingRecord_isADefectOfItsLine() {
    assertDefect(
        TERMS,
        "record: 2024-07-01-glossary-tariff",
        "record: 2024-07-01-lunch",
        "- id: tariff",
        "no record has the id 2024-07-01-lunch");
  }

  @Test
  void check_nameOfAnotherTerm_isADefectOfItsLine() {
    assertDefect(
        TERMS,
        "en: [\"quota\"]",
        "en: [\"quota\", \"Duty\"]",
        "- id: quota",
        "'Duty' already names tariff");
  }

  @Test
  void check_nameThatTheOtherListHas_isADefectOfItsLine() {
    assertDefect(NAMES, "\"Jane Roe\"", "\"tariff\"", "- id: jane-roe", "'tariff' already names tariff");
  }

  @Test
  void check_termOfUnknownKind_isADefectOfItsLine() {
    corpus.replace(NAMES, "kind: person", "kind: thing");

    assertThat(corpus.defects())
        .singleElement()
        .asString()
        .startsWith(NAMES + ":2: 0/kind: does not have a value in the enumeration");
  }

  @Test
  void check_termWithUnknownField_isADefectOfItsLine() {
    corpus.replace(TERMS, "zh_hans:", "zh:");

    assertThat(corpus.defects())
        .singleElement()
        .asString()
        .startsWith(TERMS + ":1: 0: property 'zh' is not defined in the schema");
  }

  @ParameterizedTest
  @ValueSource(strings = {TERMS, NAMES, TOPICS})
  void check_listThatIsNoYaml_isADefect(String file) {
    corpus.write(file, "- id: [a\n");

    assertThat(corpus.defects())
        .singleElement()
        .satisfies(defect -> assertThat(defect.file()).isEqualTo(Path.of(file)))
        .satisfies(defect -> assertThat(defect.message()).startsWith("not YAML: "));
  }

  @Test
  void check_defectiveMeeting_isNotHeldAgainstItsReadouts() {
    corpus.replace(MEETING, "side: joint", "side: both");

    assertThat(corpus.defects()).extracting(Defect::file).containsExactly(Path.of(MEETING));
  }

  @Test
  void check_meetingThatIsNoYaml_isNotHeldAgainstItsReadouts() {
    corpus.replace(MEETING, "topics: [talks]", "topics: [talks");

    assertThat(corpus.defects()).extracting(Defect::file).containsExactly(Path.of(MEETING));
  }

  @Test
  void check_everyDefect_isListedAtOnceInOrderOfFileAndLine() {
    corpus.replace(RESTRICTION, "90 FR 12345", "91 FR 1");
    corpus.replace(RESTRICTION, "relates: [2024-05-01-talks]", "relates: [2024-01-01-none]");
    corpus.replace(MEETING, "topics: [talks]", "topics: [lunch]");
    corpus.replace(READOUT, "lang: en", "lang: fr");
    corpus.replace(READOUT, "- Washington called", "Washington called\n");
    corpus.replace(TERMS, "\"quota\"", "\"quota\", \"tariff\"");

    assertThat(corpus.defects())
        .isSortedAccordingTo(Defect.BY_PLACE)
        .extracting(defect -> defect.file().getFileName().toString())
        .isEqualTo(
            List.of(
                "2024-05-01-talks.md",
                "2024-05-02-us-readout.md",
                "2024-05-02-us-readout.md",
                "2024-06-01-tariff.md",
                "2024-06-01-tariff.md",
                "terms.yaml"));
  }
}
