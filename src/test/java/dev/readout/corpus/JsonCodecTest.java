package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.Source.SourceType;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.corpus.Statement.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The form in which records lie in databases out there. */
final class JsonCodecTest {
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
          null,
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
          List.of(),
          List.of(),
          "Note",
          null,
          List.of("other"),
          List.of("Is it?", "是吗？"),
          List.of(),
          BODY,
          List.of(
              Statement.cut("full", BODY, 3, 19, Voice.SUMMARY, null),
              Statement.cut("full", BODY, 23, 31, Voice.VERBATIM, "Li")),
          List.of());

  /** As the first version wrote it. The file is never edited: databases hold such text. */
  private static final String FIRST_FORM = firstForm();

  private static String firstForm() {
    try {
      return Files.readString(Path.of("src/test/resources/store/record-first-form.json")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CorpusRecord read(String json) throws IOException {
    return JsonCodec.read(json, CorpusRecord.class);
  }

  @Test
  void read_firstForm_isStillRead() throws IOException {
    assertThat(read(FIRST_FORM)).isEqualTo(FULL);
  }

  @Test
  void write_sameRecord_isSameText() {
    assertThat(JsonCodec.write(FULL)).isEqualTo(FIRST_FORM);
  }

  @Test
  void read_writtenWithChinese_isTheSame() throws IOException {
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
            List.of(),
            "Note",
            "说明",
            List.of(),
            List.of(),
            List.of(),
            body,
            List.of(Statement.cut("chinese", body, 2, 7, Voice.SUMMARY, null).inChinese("举行。")),
            List.of());

    String json = JsonCodec.write(chinese);

    assertThat(read(json)).isEqualTo(chinese);
    assertThat(chinese.isWhole()).isTrue();
    assertThat(read(json.replace("\"zh\":\"举", "\"zh\":\"推")).isWhole()).isFalse();
  }

  @Test
  void read_statementForged_isNotWhole() throws IOException {
    String forged = FIRST_FORM.replace("\"text\":\"关税 suspended", "\"text\":\"关税 SUSPENDED");

    assertThat(forged).isNotEqualTo(FIRST_FORM);
    assertThat(read(forged).isWhole()).isFalse();
  }

  @Test
  void read_statementAndBodyForged_isNotWholeByTheHash() throws IOException {
    String forged = FIRST_FORM.replace("suspended.", "SUSPENDED.");

    assertThat(read(forged).isWhole()).isFalse();
  }

  @Test
  void read_unknownWord_isRefused() {
    assertThatThrownBy(() -> read(FIRST_FORM.replace("\"prc\"", "\"moon\"")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void read_noSuchDay_isRefused() {
    assertThatThrownBy(() -> read(FIRST_FORM.replace("2025-11-09", "2025-02-30")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no day");
  }

  @Test
  void read_cutShort_isRefused() {
    assertThatThrownBy(() -> read(FIRST_FORM.substring(0, 200))).isInstanceOf(IOException.class);
  }
}
