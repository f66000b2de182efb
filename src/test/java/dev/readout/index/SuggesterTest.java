package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.readout.corpus.Side;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SuggesterTest {
  private static final String TITLE = "The Affiliates Rule of the Entity List";
  private static final String QUESTION = "Does the blacklist cover subsidiaries?";
  private static final String CHINESE = "实体清单包括子公司吗？";
  private static Generation generation;

  @BeforeAll
  static void build(@TempDir Path folder) throws IOException {
    SampleIndex.write(
        SampleIndex.corpus(
            new RecordDraft("affiliates")
                .title(TITLE)
                .titleZh("穿透性规则")
                .topics("chips")
                .asks(QUESTION, CHINESE),
            new RecordDraft("soybeans")
                .side(Side.PRC)
                .published("2026-01-01")
                .title("Soybeans: what China bought")
                .asks("How many soybeans did China buy?", "中国买了多少大豆？")),
        folder);
    generation = Generation.of(Segment.open(folder), Models.off());
  }

  @AfterAll
  static void close() {
    generation.close();
  }

  private static List<String> suggest(String typed) {
    return generation.suggest(typed, SearchFilter.ALL, 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the affil",
        "aff",
        "AFFIL",
        "affiliates",
        "the affiliates rule",
        "Affiliates Rule of the Entity List",
        "rule aff",
      })
  void suggest_beginningOfATitle_isThatTitle(String typed) {
    assertThat(suggest(typed)).first().isEqualTo(TITLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"entity li", "list", "rule of"})
  void suggest_wordsInsideATitle_areThatTitle(String typed) {
    assertThat(suggest(typed)).first().isEqualTo(TITLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"subsid", "does the blackl", "cover subsidiaries"})
  void suggest_wordsOfAQuestion_areThatQuestion(String typed) {
    assertThat(suggest(typed)).first().isEqualTo(QUESTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"afiliates", "affilates rule", "enttiy list", "affiliatse"})
  void suggest_typingError_isForgiven(String typed) {
    assertThat(suggest(typed)).first().isEqualTo(TITLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"实", "实体", "实体清单", "清单", "子公司", "实体清单包括子"})
  void suggest_chinese_isTheChineseQuestion(String typed) {
    assertThat(suggest(typed)).first().isEqualTo(CHINESE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"實體清單", "實體", "清單"})
  void suggest_traditionalChinese_isTheSimplifiedQuestion(String typed) {
    assertThat(suggest(typed)).first().isEqualTo(CHINESE);
  }

  @Test
  void suggest_chineseTitle_isTheRecordsTitle() {
    assertThat(suggest("穿透性")).containsExactly(TITLE);
  }

  @Test
  void suggest_chineseCharactersThatNowhereStandTogether_areNothing() {
    assertThat(suggest("单清")).isEmpty();
  }

  @Test
  void suggest_wordThatFoldingLeavesNothingOf_isPassedOver() {
    assertThat(suggest("ʹ")).isEmpty();
  }

  @Test
  void suggest_finishedWord_isNoBeginning() {
    assertThat(suggest("aff ")).isEmpty();
  }

  @Test
  void suggest_oneWordThatNothingHolds_isNothing() {
    assertThat(suggest("affiliates zebra")).isEmpty();
  }

  @Test
  void suggest_moreThanTheLimit_isCutToIt() {
    assertThat(generation.suggest("soybeans", SearchFilter.ALL, 1)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void suggest_noRoom_isEmpty(int limit) {
    assertThat(generation.suggest("soybeans", SearchFilter.ALL, limit)).isEmpty();
  }

  @Test
  void suggest_hugeLimit_isNoError() {
    assertThat(generation.suggest("soybeans", SearchFilter.ALL, Integer.MAX_VALUE)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?", "…", "*", "\u0000", "\uD83D"})
  void suggest_nothingTyped_isEmpty(String typed) {
    assertThat(suggest(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soy*",
        "(soy",
        "soy~2",
        "typed:soy",
        "\"soy",
        "soy\\",
        "[a TO b]",
        "😀😀😀😀",
        "ＳＯＹ"
      })
  void suggest_querySyntax_isOnlyText(String typed) {
    assertThatCode(() -> suggest(typed)).doesNotThrowAnyException();
  }

  @Test
  void suggest_tenThousandCharacters_isNoError() {
    assertThat(suggest("soybeans ".repeat(1_250))).isNotNull();
    assertThat(suggest("s".repeat(10_000))).isEmpty();
  }

  @Test
  void suggest_sideOfFilter_leavesOutTheOther() {
    assertThat(generation.suggest("china", new SearchFilter(Side.US, null, null, null), 10))
        .isEmpty();
  }

  @Test
  void suggest_topicOfFilter_leavesOutTheRest() {
    assertThat(generation.suggest("the", new SearchFilter(null, "chips", null, null), 10))
        .containsExactlyInAnyOrder(TITLE, QUESTION);
  }

  @Test
  void suggest_sinceOfFilter_leavesOutTheEarlier() {
    SearchFilter filter = new SearchFilter(null, null, LocalDate.of(2026, 1, 1), null);

    assertThat(generation.suggest("list", filter, 10)).isEmpty();
    assertThat(generation.suggest("soy", filter, 10)).hasSize(2);
  }

  @Test
  void suggest_typedTwice_isEqual() {
    assertThat(suggest("china")).isEqualTo(suggest("china")).hasSize(2);
  }

  @Test
  @DefaultLocale("tr-TR")
  void suggest_capitalsUnderTurkishLocale_areTheSame() {
    assertThat(suggest("AFFILIATES LIST")).first().isEqualTo(TITLE);
  }
}
