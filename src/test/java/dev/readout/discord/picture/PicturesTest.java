package dev.readout.discord.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.MeasureStatus;
import dev.readout.answer.ShippedIndex;
import dev.readout.answer.Timeline;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.discord.picture.Picture.Look;
import dev.readout.index.Generation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the shipped records, in both themes and every language. */
@ExtendWith(ShippedIndex.class)
final class PicturesTest {
  private static final int MAX_ALT_CHARS = 1_024;

  private static Picture tariffs(Generation generation, Look look) {
    Timeline events = Timeline.ofTopic(generation, "tariffs", LocalDate.MIN, ShippedIndex.TODAY);
    return TimelinePicture.of(events, "Tariffs", "as of today", look);
  }

  private static Picture rates(Generation generation, Look look) {
    List<CorpusRecord> measures =
        generation.records().filter(record -> record.side() == Side.US).toList();
    return RatesPicture.of(
        measures, "Rates", "as of today", ShippedIndex.TODAY, look, generation::find);
  }

  @ParameterizedTest
  @CsvSource({"dark, EN", "dark, ZH", "dark, ZH_TW", "light, EN", "light, ZH", "light, ZH_TW"})
  void of_everyThemeAndLanguage_isSmallAndFitsAPhone(
      String theme, Language language, Generation generation) throws IOException {
    Look look = new Look(theme, language);
    Picture bar = bar(generation, "2025-09-29-bis-affiliates-rule", look);
    assertThat(bar.alt()).hasLineCount(4);
    for (Picture picture : List.of(tariffs(generation, look), rates(generation, look), bar)) {
      assertThat(picture.png()).hasSizeLessThanOrEqualTo(Picture.MAX_BYTES);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
      assertThat(image.getWidth()).isEqualTo(Sheet.WIDTH);
      assertThat(picture.alt()).hasSizeBetween(80, MAX_ALT_CHARS);
      assertThat(picture.sources().isBlank()).isEqualTo(picture.equals(bar));
    }
  }

  private static Picture bar(Generation generation, String measure, Look look) {
    CorpusRecord record = generation.find(measure).orElseThrow();
    return StandingPicture.of(MeasureStatus.of(record, ShippedIndex.TODAY).orElseThrow(), look);
  }

  /** What is drawn from other days than the recorded ones would be seen in these words. */
  @Test
  void of_standing_hasRecordedStatesAndTheDayInItsAltText(Generation generation) {
    Picture bar = bar(generation, "2025-09-29-bis-affiliates-rule", new Look("light", Language.EN));
    assertThat(bar.alt())
        .isEqualTo(
            """
            The Affiliates Rule (50% rule)
            in force from 29 September 2025 to 9 November 2025
            suspended from 10 November 2025 to 9 November 2026
            Drawn from the records, as of 24 November 2026: Not known since 10 November 2026\
            """);
  }

  @Test
  void of_everyMeasureWithAState_isABar(Generation generation) {
    List<CorpusRecord> measures =
        generation.records().filter(record -> record.kind().isMeasure()).toList();
    assertThat(measures)
        .allSatisfy(
            measure ->
                assertThat(
                        bar(generation, measure.id(), new Look("dark", Language.ZH_TW)).isEmpty())
                    .isEqualTo(measure.standing().periods().isEmpty()));
  }

  /** Records of one duty's steps each tell all of them. */
  @Test
  void alt_ratesOfASide_namesADutyOnce(Generation generation) {
    Look look = new Look("dark", Language.EN);
    List<CorpusRecord> measures =
        Stream.of("04-prc-34", "09-prc-84", "11-prc-125")
            .flatMap(name -> generation.find("2025-04-" + name + "-percent-tariff").stream())
            .toList();
    Picture picture = RatesPicture.of(measures, "", "", ShippedIndex.TODAY, look, generation::find);
    assertThat(measures).hasSize(3);
    assertThat(picture.alt()).containsOnlyOnce("12 Apr 2025 125%");
  }

  @Test
  void of_sameTwice_isTheSame(Generation generation) {
    Look look = new Look("dark", Language.EN);
    assertThat(tariffs(generation, look).png()).isEqualTo(tariffs(generation, look).png());
  }

  @Test
  void alt_timeline_saysWhatIsDrawnAndTheFileSaysAll(Generation generation) {
    Picture picture = tariffs(generation, new Look("dark", Language.EN));
    assertThat(picture.alt()).startsWith("Tariffs\n").contains("(Washington)", "see the file");
    long rows = new String(picture.csv(), StandardCharsets.UTF_8).lines().count() - 1;
    assertThat(rows)
        .isEqualTo(
            Timeline.ofTopic(generation, "tariffs", LocalDate.MIN, ShippedIndex.TODAY)
                .events()
                .size())
        .isGreaterThan(TimelinePicture.MAX_MARKS);
  }

  @Test
  void alt_rates_hasEveryStep(Generation generation) {
    CorpusRecord duty = generation.find("2025-04-04-prc-34-percent-tariff").orElseThrow();
    Picture picture =
        RatesPicture.of(
            List.of(duty),
            "34",
            "",
            ShippedIndex.TODAY,
            new Look("light", Language.EN),
            generation::find);
    assertThat(picture.alt())
        .isEqualTo(
            "34\nall US goods: 10 Apr 2025 84% → 12 Apr 2025 125% → 14 May 2025 10%"
                + " → 12 Aug 2025 10% → 10 Nov 2025 10%, until 10 Nov 2026");
    assertThat(picture.sources()).startsWith("Law and proof: ");
  }

  @Test
  void of_nothing_isEmpty(Generation generation) {
    Look look = new Look("dark", Language.EN);
    assertThat(TimelinePicture.of(new Timeline(List.of()), "", "", look).isEmpty()).isTrue();
    assertThat(
            RatesPicture.of(List.of(), "", "", ShippedIndex.TODAY, look, generation::find)
                .isEmpty())
        .isTrue();
  }

  @Test
  void letters_ofEveryTitle_areInTheFont(Generation generation) {
    assertThat(
            generation
                .records()
                .flatMap(record -> Stream.of(record.title(), record.titleZh()))
                .filter(Objects::nonNull)
                .filter(title -> !Typeface.get().has(title)))
        .isEmpty();
  }

  @Test
  void lines_longText_endWithinTheirWidth() {
    Typeface typeface = Typeface.get();
    String text = "Section 301 tariffs on Chinese semiconductors，对中国半导体加征的301条款关税。".repeat(2);
    List<String> lines = typeface.lines(text, 20, 200, 3);
    assertThat(lines).hasSize(3);
    assertThat(lines.getLast()).endsWith("…");
    assertThat(lines).allMatch(line -> typeface.width(line, 20) <= 200);
  }
}
