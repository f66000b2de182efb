package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.answer.Answer.Problem;
import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ShippedIndex.class)
final class QuestionCheckTest {
  private final Generation generation;
  private final Answerer answerer;

  QuestionCheckTest(Generation generation) {
    this.generation = generation;
    this.answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
  }

  private Problem problem(Question question) {
    Answer answer = answerer.answer(question);
    assertThat(answer instanceof Answer.Invalid).as("invalid: %s", question).isTrue();
    return ((Answer.Invalid) answer).problem();
  }

  private Problem problem(String text) {
    return problem(Ask.plainly(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " \t\r\n ", "\u3000\u00a0\u2003"})
  void answer_blankText_isEmpty(String text) {
    assertThat(problem(text)).isEqualTo(new Problem.Empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {1_001, 10_000})
  void answer_longText_isTooLong(int chars) {
    assertThat(problem("tariffs ".repeat(chars).substring(0, chars)))
        .isEqualTo(new Problem.TooLong(chars));
  }

  @Test
  void answer_longestText_isSearched() {
    assertThat(answerer.answer(Ask.plainly("tariffs ".repeat(125))))
        .isNotInstanceOf(Answer.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is the",
        "WHAT IS IT?",
        "is it still in force right now",
        "when does it end?",
        "What is in force today?",
        "and when did they do that to her",
        "是什么",
        "是什麼",
        "is it over?",
        "so, does that still apply",
        "什么时候？",
        "什麼時候？",
        "请问是谁的呢",
        "???",
        "…—、。",
        "😀",
        "😀🎉 👨‍👩‍👧",
        "🇨🇳🇺🇸",
        "\u200b\u200d"
      })
  void answer_noWordAboutAnything_isNothingToSearchFor(String text) {
    assertThat(problem(text)).isEqualTo(new Problem.NothingToSearchFor());
  }

  @Test
  @DefaultLocale("tr-TR")
  void answer_stopWordsUnderTurkishLocale_isNothingToSearchFor() {
    assertThat(problem("WHICH IS IT")).isEqualTo(new Problem.NothingToSearchFor());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tariffs\u0000",
        "\u0001\u0002",
        "\u001b[31mtariffs",
        "tariffs \u202egnp.exe",
        "\u2066tariffs\u2069",
        "\u200ftariffs",
        "\ue000 tariffs"
      })
  void answer_controlOrDirection_isUnsafeCharacters(String text) {
    assertThat(problem(text)).isEqualTo(new Problem.UnsafeCharacters());
  }

  @ParameterizedTest
  @ValueSource(ints = {0xd800, 0xdbff, 0xdc00, 0xdfff})
  void answer_loneSurrogate_isUnsafeCharacters(int surrogate) {
    assertThat(problem("tariffs " + (char) surrogate + " now"))
        .isEqualTo(new Problem.UnsafeCharacters());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"affiliates\nrule", "affiliates\trule", "affiliates rule 😀", "𠮷 tariffs"})
  void answer_lineEndsTabsAndEmoji_areSearched(String text) {
    assertThat(answerer.answer(Ask.plainly(text))).isNotInstanceOf(Answer.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tariffs AND (NOT",
        "title:tariffs*",
        "\"tariffs",
        "tariffs~2^9 || [a TO b] \\",
        "/tariffs/"
      })
  void answer_querySyntax_isOnlyText(String text) {
    assertThat(answerer.answer(Ask.plainly(text))).isNotInstanceOf(Answer.Invalid.class);
  }

  @ParameterizedTest
  @CsvSource({
    "what did Wang Wentao say on 30 February 2025?, 30 February 2025",
    "2025年2月30日中方说了什么, 2025年2月30日"
  })
  void answer_dateThatDoesNotExist_isImpossibleDate(String text, String written) {
    assertThat(problem(text)).isEqualTo(new Problem.ImpossibleDate(written));
  }

  @Test
  void answer_topicThatIsNotListed_isUnknownTopic() {
    assertThat(problem(Ask.that("tariffs").topic("bananas").question()))
        .isEqualTo(new Problem.UnknownTopic("bananas"));
  }

  @Test
  void answer_sinceAfterUntil_isEmptySpan() {
    assertThat(problem(Ask.that("tariffs").since("2025-01-02").until("2025-01-01").question()))
        .isEqualTo(new Problem.EmptySpan());
  }

  @Test
  void answer_sinceAndUntilOneDay_isSearched() {
    Question question = Ask.that("tariffs").since("2025-01-02").until("2025-01-02").question();

    assertThat(answerer.answer(question)).isNotInstanceOf(Answer.Invalid.class);
  }

  @Test
  void answer_invalid_saysLanguageDayAndIndex() {
    Answer answer = answerer.answer(Ask.that("是什么").asOf("2025-01-01").question());

    assertThat(answer.language()).isEqualTo(Language.ZH);
    assertThat(answer.asOf()).isEqualTo("2025-01-01");
    assertThat(answer.index()).isEqualTo(generation.info());
  }

  @ParameterizedTest
  @ValueSource(ints = {199, 20_001, 0, -1})
  void question_budgetOutOfRange_isRefused(int chars) {
    assertThatThrownBy(() -> Question.of("tariffs", chars))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Integer.toString(chars));
  }
}
