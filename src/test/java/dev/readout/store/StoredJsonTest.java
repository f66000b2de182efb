package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.LegalState;
import dev.readout.corpus.Provenance;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.SourceType;
import dev.readout.corpus.Standing;
import dev.readout.corpus.StandingPeriod;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The form in which records lie in databases out there. */
final class StoredJsonTest {
  private static final String BODY = "\n- 关税 suspended. 🙂\n\n> \"Truce.\"\n> — Li\n";

  private static final CorpusRecord FULL =
      new CorpusRecord(
          "full",
          Kind.COUNTERMEASURE,
          Side.PRC,
          "Title",
          "标题",
          LocalDate.of(2025, 9, 29),
          null,
          LocalDate.of(2025, 11, 10),
          "MOFCOM",
          List.of("Li"),
          "talks",
          List.of("tariffs"),
          List.of(
              new Source("https://example.org/", null, "Example", SourceType.OFFICIAL_MIRROR, "zh"),
              new Source(null, "90 FR 1", null, null, null)),
          Provenance.OFFICIAL_PAGE,
          new Standing(
              List.of(
                  new StandingPeriod(
                      LocalDate.of(2025, 9, 29),
                      LocalDate.of(2025, 11, 9),
                      LegalState.IN_FORCE,
                      "full"),
                  new StandingPeriod(
                      LocalDate.of(2025, 11, 10), null, LegalState.SUSPENDED, "other"))),
          "Note",
          List.of("other"),
          List.of("Is it?", "是吗？"),
          BODY,
          List.of(
              Statement.cut("full", BODY, 3, 19, Voice.SUMMARY, null),
              Statement.cut("full", BODY, 23, 31, Voice.VERBATIM, "Li")));

  /** As the first version wrote it. The file is never edited: databases hold such text. */
  private static final String FIRST_FORM = firstForm();

  private static String firstForm() {
    try {
      return Files.readString(Path.of("src/test/resources/store/record-first-form.json")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void readRecord_firstForm_isStillRead() throws IOException {
    assertThat(StoredJson.readRecord(FIRST_FORM)).isEqualTo(FULL);
  }

  @Test
  void write_sameRecord_isSameText() {
    assertThat(StoredJson.write(FULL)).isEqualTo(FIRST_FORM);
  }

  @Test
  void readRecord_writtenWithChinese_isTheSame() throws IOException {
    String body = "- Held.\n  zh: 举行。\n";
    CorpusRecord chinese =
        new CorpusRecord(
            "chinese",
            Kind.READOUT,
            Side.PRC,
            "Title",
            "标题",
            LocalDate.of(2025, 9, 29),
            null,
            null,
            "MOFCOM",
            "商务部",
            List.of(),
            null,
            List.of("tariffs"),
            FULL.sources(),
            Provenance.SECONDARY,
            Standing.NONE,
            List.of(),
            "Note",
            "说明",
            List.of(),
            List.of(),
            body,
            List.of(Statement.cut("chinese", body, 2, 7, Voice.SUMMARY, null).inChinese("举行。")));

    String json = StoredJson.write(chinese);

    assertThat(StoredJson.readRecord(json)).isEqualTo(chinese);
    assertThatThrownBy(() -> StoredJson.readRecord(json.replace("\"zh\":\"举", "\"zh\":\"推")))
        .hasMessageContaining("no slice");
  }

  @Test
  void readRecord_statementForged_isRefused() {
    String forged = FIRST_FORM.replace("\"text\":\"关税 suspended", "\"text\":\"关税 SUSPENDED");

    assertThat(forged).isNotEqualTo(FIRST_FORM);
    assertThatThrownBy(() -> StoredJson.readRecord(forged))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no slice");
  }

  @Test
  void readRecord_statementAndBodyForged_isRefusedByTheHash() {
    String forged = FIRST_FORM.replace("suspended.", "SUSPENDED.");

    assertThatThrownBy(() -> StoredJson.readRecord(forged))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no slice");
  }

  @Test
  void readRecord_unknownWord_isRefused() {
    assertThatThrownBy(() -> StoredJson.readRecord(FIRST_FORM.replace("\"prc\"", "\"moon\"")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void readRecord_noSuchDay_isRefused() {
    assertThatThrownBy(() -> StoredJson.readRecord(FIRST_FORM.replace("2025-11-09", "2025-02-30")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no day");
  }

  @Test
  void readRecord_cutShort_isRefused() {
    assertThatThrownBy(() -> StoredJson.readRecord(FIRST_FORM.substring(0, 200)))
        .isInstanceOf(IOException.class);
  }
}
