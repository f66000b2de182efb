package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ShippedIndex.class)
final class CompletionsTest {
  private static final int LIMIT = 25;

  private Generation generation;
  private Completions completions;

  @BeforeEach
  void open(Generation shipped) {
    generation = shipped;
    completions = new Completions(shipped);
  }

  @ParameterizedTest
  @CsvSource({"entity lis", "enity list", "实体清单", "實體清單", "稀土"})
  void questions_typed_areSuggested(String typed) {
    assertThat(completions.questions(typed, LIMIT))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(LIMIT)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"''", "301", "fentanyl", "关税"})
  void duties_offered_haveRates(String typed) {
    assertThat(completions.duties(typed, Language.ZH, LIMIT))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(LIMIT)
        .allSatisfy(
            duty -> assertThat(generation.find(duty.value()).orElseThrow().rates()).isNotEmpty());
  }

  @Test
  void questions_nothingTyped_areOfTheNewestRecords() {
    assertThat(completions.questions("", LIMIT)).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @CsvSource({
    "madrid, EN, 2025-09-14-madrid-talks-meeting",
    "Madird, EN, 2025-09-14-madrid-talks-meeting",
    "busan, EN, 2025-10-30-busan-summit-meeting"
  })
  void meetings_byPlace_areFound(String typed, Language language, String id) {
    assertThat(completions.meetings(typed, language, LIMIT))
        .extracting(Completions.Choice::value)
        .contains(id);
  }

  @Test
  void meetings_nothingTyped_areTheNewestFirst() {
    assertThat(completions.meetings("", Language.EN, LIMIT))
        .hasSize(LIMIT)
        .extracting(choice -> generation.find(choice.value()).orElseThrow().anchorDay())
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void measures_typed_areMeasuresOnly() {
    assertThat(completions.measures("rare earth", Language.EN, LIMIT))
        .isNotEmpty()
        .allMatch(
            choice -> {
              Kind kind = generation.find(choice.value()).orElseThrow().kind();
              return kind.isMeasure();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "entity list, EN, Entity List",
    "实体清单, ZH, 实体清单",
    "實體清單, ZH_TW, 實體清單",
    "BIS, EN, Bureau of Industry and Security"
  })
  void terms_byAnyName_areShownInTheReadersLanguage(String typed, Language language, String label) {
    assertThat(completions.terms(typed, language, LIMIT))
        .extracting(Completions.Choice::label)
        .contains(label);
  }

  @ParameterizedTest
  @CsvSource({"soy, EN", "大豆, ZH", "黃豆, ZH_TW", "farm, EN", "农产, ZH"})
  void topics_byWhatBelongsUnderThem_areFound(String typed, Language language) {
    assertThat(completions.topics(typed, language, LIMIT))
        .extracting(Completions.Choice::value)
        .contains("agriculture");
  }

  @Test
  void topics_nothingTyped_areAsManyAsDiscordShows() {
    assertThat(completions.topics("", Language.EN, LIMIT)).hasSize(LIMIT);
  }

  @Test
  void everything_noMatch_isEmpty() {
    assertThat(completions.questions("zzzzqqqq", LIMIT)).isEmpty();
    assertThat(completions.meetings("zzzzqqqq", Language.EN, LIMIT)).isEmpty();
    assertThat(completions.terms("zzzzqqqq", Language.EN, LIMIT)).isEmpty();
  }
}
