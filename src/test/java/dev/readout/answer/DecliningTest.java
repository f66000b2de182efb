package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Answer.Missing;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the records do not answer is declined, with the nearest records and the index's reach. */
@ExtendWith(ShippedIndex.class)
final class DecliningTest {
  private final Generation generation;
  private final Answerer answerer;

  DecliningTest(Generation generation) {
    this.generation = generation;
    this.answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "best pizza in Shanghai",
        "how do I cook Peking duck",
        "who won the 2022 world cup",
        "weather in Beijing tomorrow",
        "how to learn Mandarin fast",
        "what is the capital of France",
        "python list comprehension syntax",
        "how tall is Mount Everest",
        "write me a poem about spring",
        "can you recommend a good dumpling place in DC",
        "please draft a letter about tariffs",
        "what is an icecream sandwich",
        "tastiest noodles near the commerce ministry"
      })
  void answer_offTopicInEnglish_isDeclined(String question) {
    assertDeclined(question, Language.EN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what did they agree in Rome",
        "When was SMIC taken off the Entity List?",
        "When was Huawei removed from the Entity List?",
        "When did China put a 60 percent tariff on American soybeans?",
        "Who headed the American delegation at the 15th China-US tourism leadership summit?",
        "Will the truce be extended once more, do you think?",
        "which topics were handled at the Economic Working Group's second meeting in Wuhan",
        "When was CATL put on the Entity List?",
        "how many soybeans did China buy in 2027",
        "Since when is SMIC on the UFLPA list?",
        "On what date did Washington sanction Hanwha Philly Shipyard?",
        "Which two economies did USTR drop from the excess capacity case over the summer?",
        "Where does round ten of the 2025-26 talks take place",
        "what goods were on List 5 of the Section 301 tariffs",
        "who replaced Li Chenggang as trade negotiator",
        "2026年第九轮中美经贸磋商在哪里举行？",
        "越南被川普課的對等關稅是多少％？",
        "what is the reciprocal tariff on Swiss goods"
      })
  void answer_countryPlaceListTimeOrRoundOfNoRecord_isDeclined(String question) {
    assertThat(answerer.answer(Ask.plainly(question))).isInstanceOf(Answer.Declined.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "上海最好吃的披萨在哪里",
        "北京明天天气怎么样",
        "怎么学做红烧肉",
        "推荐几部好看的电影",
        "如何减肥",
        "谁是世界上最高的人",
        "周杰伦最新专辑叫什么",
        "附近有什么好玩的地方",
        "世界杯冠军是谁",
        "感冒了吃什么药"
      })
  void answer_offTopicInChinese_isDeclined(String question) {
    assertDeclined(question, Language.ZH);
  }

  @ParameterizedTest
  @CsvSource({
    "what is a golden share, golden share",
    "what is a tariff rate quota, tariff rate quota",
    "what does 'dual circulation' mean, dual circulation"
  })
  void answer_conceptWhoseWordsStandApart_isNotExplainedByThem(String question, String concept) {
    assertThat(answerer.answer(Ask.plainly(question)))
        .isInstanceOfSatisfying(
            Answer.Declined.class,
            answer ->
                assertThat(answer.missing())
                    .containsExactly(new Missing(Missing.Kind.NOWHERE, concept)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"what is a general lisence", "what is entitty list"})
  void answer_conceptSpelledWrongly_isExplained(String question) {
    assertThat(answerer.answer(Ask.plainly(question))).isInstanceOf(Answer.Answered.class);
  }

  @Test
  void answer_countThatNoRecordHas_isNotToldByAPercentage() {
    assertThat(
            answerer.answer(
                Ask.plainly(
                    "how many individuals' genomic data counts as 'bulk' under the DOJ data"
                        + " rule?")))
        .isInstanceOf(Answer.Declined.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"What did Bessent say yesterday?", "昨天贝森特说了什么？"})
  void answer_dayAfterTheSources_saysSoAndShowsTheNewest(String question) {
    Answer.Declined declined = (Answer.Declined) answerer.answer(Ask.plainly(question));

    assertThat(declined.missing())
        .containsExactly(new Missing(Missing.Kind.AFTER_THE_SOURCES, "2026-10-07"));
    assertThat(declined.near()).isNotEmpty();
    assertThat(declined.near().getFirst().record().published()).isAfter("2026-09-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Where was the November 2026 meeting of the AI dialogue held?",
        "Which Federal Register document of November 2026 extends the truce?",
        "what did Trump and Xi agree at the G20 in Miami",
        "深圳APEC上特朗普和习近平谈出了什么结果？"
      })
  void answer_toldAsPastAfterTheSources_saysSo(String question) {
    Answer.Declined declined = (Answer.Declined) answerer.answer(Ask.plainly(question));

    assertThat(declined.missing())
        .containsExactly(new Missing(Missing.Kind.AFTER_THE_SOURCES, "2026-10-07"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"葛里爾大學是唸哪一間的？", "廖岷当上财政部副部长的时候几岁？"})
  void answer_lifeThatNoRecordTells_isDeclined(String question) {
    assertThat(answerer.answer(Ask.plainly(question))).isInstanceOf(Answer.Declined.class);
  }

  @ParameterizedTest
  @CsvSource({"王沪宁在釜山会晤中说了什么？, 王沪宁", "彭丽媛出席了釜山会晤吗, 彭丽媛"})
  void answer_personOfNoRecord_isNamedAsMissing(String question, String name) {
    Answer.Declined declined = (Answer.Declined) answerer.answer(Ask.plainly(question));

    assertThat(declined.missing()).containsExactly(new Missing(Missing.Kind.NOWHERE, name));
  }

  @Test
  void answer_offTopicInTraditionalChinese_isDeclined() {
    assertDeclined("怎麼學做紅燒肉", Language.ZH_TW);
  }

  private void assertDeclined(String question, Language labels) {
    Answer answer = answerer.answer(Ask.plainly(question));

    assertThat(answer instanceof Answer.Declined).as("declined: %s", question).isTrue();
    Answer.Declined declined = (Answer.Declined) answer;
    assertThat(declined.missing()).as("what is missing is named").isNotEmpty();
    assertThat(declined.nearest()).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates();
    assertThat(declined.related()).hasSizeLessThanOrEqualTo(RelatedQuestions.MAX);
    assertThat(declined.related())
        .allMatch(related -> Language.of(related) == Language.of(question));
    assertThat(declined.language()).isEqualTo(labels);
    assertThat(declined.index()).isEqualTo(generation.info());
    assertThat(declined.index().reachesToUs()).isNotNull();
    assertThat(declined.index().reachesToPrc()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What did the EU and China agree on electric vehicles in 2031?",
        "Which US tariffs on Brazilian coffee did Beijing protest?"
      })
  void answer_eventThatTheSourcesLack_isDeclined(String question) {
    Answer answer = answerer.answer(Ask.plainly(question));

    assertThat(answer instanceof Answer.Declined).as("declined: %s", question).isTrue();
  }

  @Test
  void answer_noWordMatches_hasNothingNear(@TempDir Path folder) throws IOException {
    RecordSketch record = new RecordSketch("bicycles", Kind.READOUT, Side.US).says("They met.");
    try (Generation small = RecordSketch.index(folder, record)) {
      Answer answer =
          new RetrievalAnswerer(small, ShippedIndex.CLOCK).answer(Ask.plainly("zyzzyva qwrt"));

      assertThat(answer).isInstanceOf(Answer.Declined.class);
      assertThat(((Answer.Declined) answer).nearest()).isEmpty();
      assertThat(((Answer.Declined) answer).related()).isEmpty();
      assertThat(answer.index().reachesToPrc()).as("no Chinese record").isNull();
    }
  }

  @Test
  void answer_filterThatLeavesNothing_isDeclined() {
    Answer answer = answerer.answer(Ask.that("tariffs").until("1990-01-01").question());

    assertThat(answer).isInstanceOf(Answer.Declined.class);
    assertThat(((Answer.Declined) answer).nearest()).isEmpty();
  }
}
