package dev.readout.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.readout.meaning.Reader.Passage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReaderTest {
  private static final String TITLE = "Madrid round, 14–15 September 2025 (TikTok)";
  private static final LocalDate DAY = LocalDate.of(2025, 9, 14);
  private static final Passage PALACE =
      new Passage(
          TITLE,
          DAY,
          "The fourth round took place on 14 and 15 September 2025 at the Palacio de Santa Cruz,"
              + " the Spanish foreign ministry, in Madrid.");
  private static final Passage FOCUS =
      new Passage(
          TITLE,
          DAY,
          "In Madrid talks on tariffs and export controls were put off; Greer said the team was"
              + " very focused on TikTok (Madrid talks, 14 and 15 September 2025).");

  /** What they may cost: log-odds reach from -20 to 33, and the furthest lose most. */
  private static final double EIGHT_BITS = 2;

  private static Reader reader;

  @BeforeAll
  static void load() {
    reader = Reader.idle();
    reader.await(Duration.ofMinutes(2));
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  /**
   * Against the training program's own code, which ran the whole model, not put into eight bits, on
   * the same texts.
   */
  @ParameterizedTest
  @CsvSource({
    "In which building did the US and China meet in Madrid?, 1.268, -18.737",
    "What was Greer focused on in Madrid?, -11.829, 10.633",
    "Who won the football match in Madrid?, -9.891, -21.024",
  })
  void read_pairs_areAsTheTrainedModelReadsThem(String question, double palace, double focus) {
    double[] logits = reader.read(question, List.of(PALACE, FOCUS)).orElseThrow();

    assertThat(logits[0]).isCloseTo(palace, within(EIGHT_BITS));
    assertThat(logits[1]).isCloseTo(focus, within(EIGHT_BITS));
  }

  @ParameterizedTest
  @CsvSource({
    "In which building did the US and China meet in Madrid?, 0",
    "Were export controls dealt with in Madrid?, 1",
  })
  void read_answeringStatement_isAboveTheRecordsOther(String question, int answering) {
    double[] logits = reader.read(question, List.of(PALACE, FOCUS)).orElseThrow();

    assertThat(logits[answering]).isGreaterThan(logits[1 - answering]);
  }

  @Test
  void text_attributionOfItsYear_isCut() {
    assertThat(FOCUS.asRead())
        .isEqualTo(
            TITLE
                + " (2025-09-14): In Madrid talks on tariffs and export controls were put off;"
                + " Greer said the team was very focused on TikTok.");
  }

  @Test
  void text_bracketOfAnotherYearAndLongTitle_staysAndIsCut() {
    assertThat(new Passage("t".repeat(100), DAY, "As agreed (Geneva, May 2024).").asRead())
        .isEqualTo("t".repeat(90) + " (2025-09-14): As agreed (Geneva, May 2024).");
  }

  @Test
  void read_veryLongTexts_areCutAndRead() {
    Passage wordy = new Passage("tariff ".repeat(500), DAY, "tariff ".repeat(5_000));

    assertThat(reader.read("tariff ".repeat(5_000), List.of(wordy)).orElseThrow()).hasSize(1);
  }

  @Test
  void read_sameTexts_areTheSameLogits() {
    assertThat(reader.read("Who met in Madrid?", List.of(PALACE, FOCUS)).orElseThrow())
        .isEqualTo(reader.read("Who met in Madrid?", List.of(PALACE, FOCUS)).orElseThrow());
  }

  @Test
  void read_noPassages_isNoLogits() {
    assertThat(reader.read("Who met in Madrid?", List.of()).orElseThrow()).isEmpty();
  }

  @Test
  void read_tooManyPassages_isRefused() {
    List<Passage> eleven = Collections.nCopies(Reader.MAX_PASSAGES + 1, PALACE);

    assertThatThrownBy(() -> reader.read("Who met in Madrid?", eleven))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("11");
  }

  @Test
  void read_chinese_isEmpty() {
    assertThat(reader.read("马德里会谈在哪里举行？", List.of(PALACE))).isEmpty();
  }

  @Test
  void read_offOrNotStartedOrClosed_isEmpty() {
    Reader closed = Reader.idle();
    closed.await(Duration.ofMinutes(2));
    closed.close();
    try (Reader off = Reader.off();
        Reader idle = Reader.idle()) {
      off.await(Duration.ofMinutes(2));

      assertThat(List.of(closed, off, idle))
          .extracting(none -> none.read("Who met in Madrid?", List.of(PALACE)))
          .containsOnly(Optional.empty());
    }
  }
}
