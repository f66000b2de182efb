package dev.readout.corpus;

import static dev.readout.corpus.TinyCorpus.GLOSSARY;
import static dev.readout.corpus.TinyCorpus.KNOWN_SOURCES;
import static dev.readout.corpus.TinyCorpus.MEETING;
import static dev.readout.corpus.TinyCorpus.NAMES;
import static dev.readout.corpus.TinyCorpus.READOUT;
import static dev.readout.corpus.TinyCorpus.RESTRICTION;
import static dev.readout.corpus.TinyCorpus.TERMS;
import static dev.readout.corpus.TinyCorpus.TOPICS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusReader.Defect;
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

/** Each rule of {@code bin/readout check} between files: broken alone, it is named alone. */
final class CorpusRulesTest {
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

  @Test
  void check_tinyCorpus_hasNoDefects() {
    assertThat(corpus.defects()).isEmpty();
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list: tariff | en: Bicycles | ",
        "list: quota | en: Bicycles | no statement names the list quota",
        "list: tariff | en: Motorcycles | no statement names Motorcycles so",
        "list: tariff | en: Bicycles, zh: 自行车 | no statement names Bicycles so"
      })
  void check_listingThatNoStatementSays_isADefect(String list, String name, String message) {
    corpus.replace(
        RESTRICTION,
        "status_note:",
        "listings:\n  - {%s, names: [{%s}]}\nstatus_note:".formatted(list, name));

    assertThat(corpus.defects())
        .extracting(Defect::message)
        .isEqualTo(message == null ? List.of() : List.of(message));
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

  @ParameterizedTest
  @ValueSource(strings = {"2024-05-01-lunch", "2024-06-01-tariff"}) // none, and no meeting
  void check_meetingThatIsNoneOfTheRecords_isADefect(String id) {
    assertDefect(
        READOUT,
        "meeting: 2024-05-01-talks",
        "meeting: " + id,
        "meeting:",
        "no meeting record has the id " + id);
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
  void check_otherWordsOfFewerStatementsThanThereAre_areADefect() {
    assertDefect(
        READOUT,
        "questions:",
        "other_words: [levies]\nquestions:",
        "other_words:",
        "1 lines for 2 statements; write one for each, \"\" where there are no such words");
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
  void check_topicTwice_isADefectOfItsLine() {
    corpus.write(
        TOPICS, corpus.text(TOPICS) + corpus.text(TOPICS).lines().limit(5).collect(joining("\n")));

    assertThat(corpus.defects())
        .containsExactly(new Defect(Path.of(TOPICS), 11, "topic twice: tariffs"));
  }

  @Test
  void check_termTwice_isADefectOfItsLine() {
    assertDefect(
        TERMS,
        "id: quota",
        "id: tariff",
        "- id: tariff\n  kind: instrument\n  en: [\"quota\"]",
        "term twice: tariff");
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
    assertDefect(
        NAMES, "\"Jane Roe\"", "\"tariff\"", "- id: jane-roe", "'tariff' already names tariff");
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
