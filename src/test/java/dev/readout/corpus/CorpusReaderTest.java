package dev.readout.corpus;

import static dev.readout.corpus.TinyCorpus.GLOSSARY;
import static dev.readout.corpus.TinyCorpus.NAMES;
import static dev.readout.corpus.TinyCorpus.READOUT;
import static dev.readout.corpus.TinyCorpus.RESTRICTION;
import static dev.readout.corpus.TinyCorpus.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.CorpusReader.InvalidCorpusException;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.Source.SourceType;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.corpus.Statement.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CorpusReaderTest {
  @TempDir private Path folder;
  private TinyCorpus tiny;

  @BeforeEach
  void tinyCorpus() throws IOException {
    tiny = new TinyCorpus(folder);
  }

  @Test
  void read_goodCorpus_hasItsRecordsInOrderOfId() {
    assertThat(tiny.reader().read().records())
        .extracting(CorpusRecord::id)
        .containsExactly(
            "2024-05-01-talks",
            "2024-05-02-us-readout",
            "2024-06-01-tariff",
            "2024-07-01-glossary-tariff");
  }

  @Test
  void read_readout_hasEveryFieldOfItsFile() {
    String body =
        "\n- Washington called the talks useful.\n\n> candid and useful\n>\n> — Jane Roe\n";
    int quotation = body.indexOf("candid");

    assertThat(tiny.reader().read().find("2024-05-02-us-readout"))
        .contains(
            new CorpusRecord(
                "2024-05-02-us-readout",
                Kind.READOUT,
                Side.US,
                "American account of the talks",
                "美方通报",
                LocalDate.of(2024, 5, 2),
                null,
                null,
                "The White House",
                null,
                List.of("Jane Roe", "John Doe"),
                "2024-05-01-talks",
                List.of("talks", "tariffs"),
                List.of(
                    new Source(
                        "https://example.org/talks", null, "Example", SourceType.NEWS, "en")),
                Provenance.OFFICIAL_PAGE,
                Standing.NONE,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of("What did Washington say?", "华盛顿在会谈后说了什么？"),
                List.of(),
                body,
                List.of(
                    Statement.cut("2024-05-02-us-readout", body, 3, 38, Voice.SUMMARY, null),
                    Statement.cut(
                        "2024-05-02-us-readout",
                        body,
                        quotation,
                        quotation + "candid and useful".length(),
                        Voice.VERBATIM,
                        "Jane Roe")),
                List.of()));
  }

  @Test
  void read_restriction_hasItsStanding() {
    assertThat(tiny.reader().read().find("2024-06-01-tariff"))
        .map(record -> record.standing().periods())
        .contains(
            List.of(
                new StandingPeriod(
                    LocalDate.of(2024, 6, 2),
                    LocalDate.of(2024, 6, 30),
                    LegalState.IN_FORCE,
                    "2024-06-01-tariff"),
                new StandingPeriod(
                    LocalDate.of(2024, 7, 1), null, LegalState.SUSPENDED, "2024-05-01-talks")));
  }

  @Test
  void read_restriction_keepsItsDatesApart() {
    assertThat(tiny.reader().read().find("2024-06-01-tariff"))
        .hasValueSatisfying(
            record -> {
              assertThat(record.published()).isEqualTo(LocalDate.of(2024, 6, 1));
              assertThat(record.effective()).isEqualTo(LocalDate.of(2024, 6, 2));
              assertThat(record.asOf()).isNull();
            });
  }

  @Test
  void read_terms_haveEveryField() {
    assertThat(tiny.reader().read().terms().getFirst())
        .isEqualTo(
            new Term(
                "tariff",
                "instrument",
                List.of("tariff", "duty"),
                List.of(),
                List.of("关税"),
                List.of(),
                null,
                "2024-07-01-glossary-tariff"));
  }

  @Test
  void read_topics_areInOrderOfTheFile() {
    assertThat(tiny.reader().read().topics())
        .containsExactly(
            new Topic("tariffs", "Tariffs", "关税", "關稅", "extra duties"),
            new Topic("talks", "Talks", "会谈", "會談", "who met whom"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "on", "1.20", "2024-05-02", "true", "null", "0x1F"})
  void read_scalarThatYamlWouldGuessAt_staysAsWritten(String written) {
    tiny.replace(READOUT, "participants: [Jane Roe, John Doe]", "participants: [" + written + "]");

    assertThat(tiny.reader().read().find("2024-05-02-us-readout"))
        .map(CorpusRecord::participants)
        .contains(List.of(written));
  }

  @Test
  void read_oneDefect_throwsWithItsPlace() {
    tiny.replace(READOUT, "side: us", "side: eu");

    assertThatThrownBy(() -> tiny.reader().read())
        .isInstanceOf(InvalidCorpusException.class)
        .hasMessageContaining(" has 1 defect(s)")
        .hasMessageContaining(READOUT + ":4: side: ");
  }

  @Test
  void read_severalDefects_saysHowManyAndHowToListThem() {
    tiny.replace(READOUT, "side: us", "side: eu");
    tiny.replace(RESTRICTION, "90 FR 12345", "91 FR 1");

    assertThatThrownBy(() -> tiny.reader().read())
        .isInstanceOf(InvalidCorpusException.class)
        .hasMessageContaining("2 defect(s)")
        .hasMessageContaining("bin/readout check");
  }

  @Test
  void check_oneDefect_stillHoldsTheOtherRecords() {
    tiny.replace(READOUT, "side: us", "side: eu");

    Corpus corpus = tiny.reader().check().corpus();

    assertThat(corpus.records()).hasSize(3);
  }

  @Test
  void check_emptyKindFolder_isNoDefect() throws IOException {
    Files.createDirectories(folder.resolve("explainers"));

    assertThat(tiny.defects()).isEmpty();
  }

  @Test
  void check_fileOfAnotherType_isLeftAlone() {
    tiny.write("glossary/notes.txt", "not a record");

    assertThat(tiny.defects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"record.schema.json", "terms.schema.json", TERMS, NAMES, "known-sources.txt"})
  void check_fileOfTheCorpusMissing_namesItAndTheRemedy(String file) throws IOException {
    Files.delete(folder.resolve(file));

    assertThatThrownBy(() -> tiny.reader().check())
        .isInstanceOf(InvalidCorpusException.class)
        .hasMessageContaining(file)
        .hasMessageContaining("READOUT_CORPUS");
  }

  @Test
  void check_folderMissing_namesItAndTheRemedy() {
    Path nowhere = folder.resolve("nowhere");

    assertThatThrownBy(() -> new CorpusReader(nowhere).check())
        .isInstanceOf(InvalidCorpusException.class)
        .hasMessageContaining(nowhere.toString())
        .hasMessageContaining("READOUT_CORPUS");
  }

  @Test
  void read_twice_isEqual() {
    assertThat(tiny.reader().read().records()).isEqualTo(tiny.reader().read().records());
  }

  @Test
  void read_questionsInChinese_areKeptAsWritten() {
    tiny.replace(GLOSSARY, "Who pays a tariff?", "關稅由誰繳納呢？");

    assertThat(tiny.reader().read().find("2024-07-01-glossary-tariff"))
        .map(record -> record.questions().getLast())
        .contains("關稅由誰繳納呢？");
  }
}
