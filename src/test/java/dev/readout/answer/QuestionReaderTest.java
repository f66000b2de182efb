package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Also run under the Turkish locale, by {@link QuestionReaderTurkishTest}. */
class QuestionReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static Reading read(String text) {
    return QuestionReader.read(text, TODAY);
  }

  @ParameterizedTest
  @CsvSource({
    "What is the Entity List?, DEFINITION",
    "WHAT IS THE ENTITY LIST, DEFINITION",
    "what's small yard high fence, DEFINITION",
    "explain de minimis, DEFINITION",
    "实体清单是什么?, DEFINITION",
    "什么是实体清单, DEFINITION",
    "實體清單是什麼, DEFINITION",
    "who is Li Chenggang, PERSON",
    "WHO IS LI CHENGGANG, PERSON",
    "李成钢是谁, PERSON",
    "誰是李成鋼, PERSON",
    "When did the rule take effect?, WHEN",
    "until what day is the ban suspended, WHEN",
    "停火什么时候到期, WHEN",
    "停火什麼時候到期, WHEN",
    "税率是什么时候降的, WHEN",
    "what did each side say about chips, COMPARISON",
    "compare the two sides on TikTok, COMPARISON",
    "US and Chinese read-outs of Madrid, COMPARISON",
    "Treasury's words on Zurich against Xinhua's, COMPARISON",
    "what did Greer say and what did MOFCOM say, COMPARISON",
    "compare the two sides on TikTok, BOTH_SIDES",
    "Treasury's words on Zurich against Xinhua's, BOTH_SIDES",
    "中美说法有何不同, BOTH_SIDES",
    "双方怎么说, COMPARISON",
    "雙方怎麼說, COMPARISON",
    "美方和中方的通稿有什么不一样, COMPARISON",
    "斯德哥尔摩会谈两边怎么说, COMPARISON",
    "日内瓦各降多少关税, COMPARISON",
    "is the affiliates rule in force?, STATUS",
    "is the ban still suspended, STATUS",
    "IS IT STILL ACTIVE, STATUS",
    "镓禁令还在生效吗, STATUS",
    "鎵禁令現在有效嗎, STATUS",
    "how much soy did China buy, AMOUNT",
    "how many firms were listed, AMOUNT",
    "关税是多少, AMOUNT",
    "中国答应买几架飞机, AMOUNT",
    "关税现在是几趴, AMOUNT",
    "每年采购多少万吨, AMOUNT",
    "通话谈了多久, AMOUNT",
    "timeline of the rounds of talks, TIMELINE",
    "会谈历程, TIMELINE",
    "关税有哪些变化, TIMELINE",
    "管制是怎么一步步收紧的, TIMELINE",
    "稀土管制的来龙去脉, TIMELINE",
    "税率怎么变的, TIMELINE",
    "what is the latest on TikTok, LATEST",
    "最新进展, LATEST"
  })
  void read_wordsOfAShape_asksForIt(String text, Shape shape) {
    assertThat(read(text).asks(shape)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "税率是什么时候降的, DEFINITION",
    "那条规则是什么时候生效的, DEFINITION",
    "中方反对的理由是什么, DEFINITION",
    "两国元首通话谈了什么, COMPARISON",
    "how does a 301 duty differ from a 232 one, BOTH_SIDES",
    "实体清单和不可靠实体清单有什么区别, BOTH_SIDES",
    "管制哪几种稀土, AMOUNT",
    "what is the latest known: does the pause still run, LATEST"
  })
  void read_wordsThatOnlyLookLikeAShape_doesNotAskForIt(String text, Shape shape) {
    assertThat(read(text).asks(shape)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"affiliates rule", "Madrid", "稀土", "data security whatever", "lasting"})
  void read_namesOnly_asksForNoShape(String text) {
    assertThat(read(text).shapes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "what did Beijing say about chips, PRC",
        "China's position on TikTok, PRC",
        "according to MOFCOM what was agreed, PRC",
        "what did Li Chenggang say in Madrid, PRC",
        "中方怎么说, PRC",
        "商务部怎么说, PRC",
        "what did Washington say about chips, US",
        "WHAT DID WASHINGTON SAY ABOUT CHIPS, US",
        "what did Bessent announce, US",
        "the White House statement on Busan, US",
        "美方怎么说, US",
        "美国商务部怎么说, US",
        "何立峰怎么评价会谈, PRC",
        "王文涛怎么看出口管制, PRC",
        "贝森特说休战到哪天, US",
        "商务部长卢特尼克怎么说, US",
        "葛里尔怎么说, US",
        "北京怎么回应芯片规则, PRC",
        "耶伦批评产能过剩，中方怎么回应, PRC",
        "中国怎么反制美国把关税提高到84%, PRC",
        "2026年北京峰会有什么成果, none",
        "王文涛5月去华盛顿会谈, PRC",
        "俄罗斯石油, none",
        "what did each side say, none",
        "what did Washington say and what did Beijing say, none",
        "中方和美方怎么说, none",
        "tariffs on goods from China, none",
        "talks in Beijing in 2018, none",
        "rare earths, none"
      })
  void read_whoseWords_isTheSideAskedFor(String text, @Nullable Side side) {
    assertThat(read(text).side()).isEqualTo(side);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "what happened in October 2024, 2024-10-01, 2024-10-31",
        "WHAT HAPPENED IN APRIL 2025, 2025-04-01, 2025-04-30",
        "2024年10月中方说了什么, 2024-10-01, 2024-10-31",
        "the call of 8 October 2024, 2024-10-08, 2024-10-08",
        "2024年10月8日的通话, 2024-10-08, 2024-10-08",
        "2024-10-08 call, 2024-10-08, 2024-10-08",
        "tariffs in 2018, 2018-01-01, 2018-12-31",
        "what changed since 10 November 2025, 2025-11-10, none",
        "SINCE MAY 2025, 2025-05-01, none",
        "2025年5月以来有什么变化, 2025-05-01, none",
        "自2025年5月有什么变化, 2025-05-01, none",
        "what was in force until 9 November 2025, none, 2025-11-09",
        "截至2025年5月的关税, none, 2025-05-31",
        "talks between May 2025 and October 2025, 2025-05-01, 2025-10-31",
        "from 2018 to 2020, 2018-01-01, 2020-12-31",
        "what happened last summer, 2026-06-01, 2026-09-10",
        "all rounds since spring 2025, 2025-03-01, none",
        "is the duty from spring 2025 in force, 2025-03-01, 2025-06-10",
        "in the last week of his term, none, none",
        "in the last month of the talks, none, none",
        "in the last days before the deadline, none, none",
        "over the past years, none, none",
        "LAST WINTER, 2025-12-01, 2026-03-10",
        "talks last year, 2025-01-01, 2025-12-31",
        "去年的会谈, 2025-01-01, 2025-12-31",
        "今年的会谈, 2026-01-01, 2026-12-31",
        "last month, 2026-10-01, 2026-10-31",
        "上个月, 2026-10-01, 2026-10-31",
        "上個月, 2026-10-01, 2026-10-31",
        "本月, 2026-11-01, 2026-11-30",
        "is the rule in force, none, none",
        "90 FR 47201, none, none"
      })
  void read_time_isTheSpanAskedAbout(
      String text, @Nullable LocalDate first, @Nullable LocalDate last) {
    Reading reading = read(text);

    assertThat(reading.first()).isEqualTo(first);
    assertThat(reading.last()).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    "what was said in summer 2025, 2025-06-01, 2025-09-10",
    "sanctions in autumn and winter 2024, 2024-09-01, 2025-03-10",
    "between January 2025 and summer 2026, 2025-01-01, 2026-09-10",
    "the winter of 2024, 2023-12-01, 2024-03-10"
  })
  void read_seasonOfAYear_isTheSeasonNotTheYear(String text, LocalDate first, LocalDate last) {
    Reading reading = read(text);

    assertThat(reading.first()).isEqualTo(first);
    assertThat(reading.last()).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "what happened from May to September 2025, 2025-05-01, 2025-09-30",
        "between 10 May and 15 June 2025, 2025-05-10, 2025-06-15",
        "between mid May and early July 2025, 2025-05-11, 2025-07-10",
        "from late May to mid July 2025, 2025-05-21, 2025-07-20",
        "2025年5月至9月发生了什么, 2025-05-01, 2025-09-30",
        "10 May 2025 – 15 June 2025, 2025-05-10, 2025-06-15",
        "what changed since May 2025, 2025-05-01, none",
        "how did it run from the 2024 law to the closing, 2024-01-01, none",
        "how did the controls build up from the first one in summer 2023, 2023-06-01, none",
        "2025年5月以来的变化, 2025-05-01, none",
        "prior to 1 May 2025, none, 2025-04-30",
        "2025年5月之前的关税, none, 2025-04-30",
        "a call at the start of 2024, 2024-01-01, 2024-04-30",
        "the calls of late 2024, 2024-09-01, 2024-12-31",
        "throughout 2025, 2025-01-01, 2025-12-31"
      })
  void read_endsOfATime_areARange(
      String text, @Nullable LocalDate first, @Nullable LocalDate last) {
    Reading reading = read(text);

    assertThat(reading.first()).isEqualTo(first);
    assertThat(reading.last()).isEqualTo(last);
    assertThat(reading.isRange()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the call of 8 October 2024",
        "what happened in May 2025",
        "compare October 2025 with May 2025",
        "the talks of May 2025 and September 2025",
        "2025年5月和9月的会谈",
        "the talks in May and September 2025",
        "rare earths"
      })
  void read_daysAskedAboutThemselves_areNoRange(String text) {
    assertThat(read(text).isRange()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "how did China retaliate against the tariffs, PRC",
        "which firms did Beijing add to its list, PRC",
        "tariffs imposed by China on soybeans, PRC",
        "who represented China in Madrid, PRC",
        "the Chinese delegation in London, PRC",
        "中国代表团有谁, PRC",
        "which Chinese firms did the US sanction, US",
        "did Washington lift the ban, US",
        "fees imposed by the US on Chinese ships, US",
        "who led the American team, US",
        "代表美国出席的有谁, US",
        "美国对中国商品加征多少关税, US",
        "中国对美国农产品加征的关税, PRC",
        "中国为什么制裁美国企业, PRC",
        "美国公布芯片新规后，北京限制了哪些出口, PRC",
        "中美商务部长通话谈了什么, none",
        "中美关税, none",
        "tariffs on China, none",
        "tariffs between the US and China, none",
        "who met in Madrid, none"
      })
  void read_whoseDeed_isTheSideThatDidIt(String text, @Nullable Side side) {
    assertThat(read(text).side()).isEqualTo(side);
  }

  @Test
  void between_days_isARangeOfTheSameQuestion() {
    Reading reading = read("what did Beijing say and who said it");
    Reading since = reading.between(LocalDate.of(2025, 5, 12), null);

    assertThat(since.isRange()).isTrue();
    assertThat(since.first()).isEqualTo(LocalDate.of(2025, 5, 12));
    assertThat(since.last()).isNull();
    assertThat(since.slots()).isEqualTo(reading.slots()).contains(Slot.PERSON);
    assertThat(since.side()).isEqualTo(Side.PRC);
  }

  @Test
  void read_beforeAMonth_endsBeforeItBegins() {
    assertThat(read("talks before May 2025").last()).isEqualTo(LocalDate.of(2025, 4, 30));
  }

  @Test
  void read_laterDateFirst_spansBothWhole() {
    Reading reading = read("compare October 2025 with May 2025");

    assertThat(reading.first()).isEqualTo(LocalDate.of(2025, 5, 1));
    assertThat(reading.last()).isEqualTo(LocalDate.of(2025, 10, 31));
  }

  @ParameterizedTest
  @CsvSource({
    "last summer, 2026-07-15, 2025-06-01",
    "last summer, 2026-09-01, 2026-06-01",
    "last winter, 2026-01-15, 2024-12-01",
    "last month, 2026-01-15, 2025-12-01",
    "last year, 2026-01-01, 2025-01-01",
    "去年, 2026-01-01, 2025-01-01"
  })
  void read_relativeTime_isCountedFromToday(String text, LocalDate today, LocalDate first) {
    assertThat(QuestionReader.read(text, today).first()).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "what happened on 30 February 2025?, 30 February 2025",
    "WHAT HAPPENED ON APRIL 31 2025, APRIL 31 2025",
    "calls on 2025-02-29, 2025-02-29",
    "2025-13-01 talks, 2025-13-01",
    "2025年2月30日发生了什么, 2025年2月30日",
    "2025年13月, 2025年13月",
    "8 October 2024 or 32 May 2024, 32 May 2024"
  })
  void impossibleDate_dayThatTheCalendarLacks_isAsWritten(String text, String written) {
    assertThat(QuestionReader.impossibleDate(text)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"29 February 2024", "2024年2月29日", "31 May 2025", "no date", "", "2024"})
  void impossibleDate_realOrNoDate_isNull(String text) {
    assertThat(QuestionReader.impossibleDate(text)).isNull();
  }

  @Test
  void spans_firstAndLastDay_areWithin() {
    Reading reading = read("October 2024");

    assertThat(reading.spans(LocalDate.of(2024, 9, 30))).isFalse();
    assertThat(reading.spans(LocalDate.of(2024, 10, 1))).isTrue();
    assertThat(reading.spans(LocalDate.of(2024, 10, 31))).isTrue();
    assertThat(reading.spans(LocalDate.of(2024, 11, 1))).isFalse();
  }

  @Test
  void read_question_hasItsLanguage() {
    assertThat(read("实体清单是什么").language()).isEqualTo(Language.ZH);
    assertThat(read("what is the Entity List").language()).isEqualTo(Language.EN);
  }

  @ParameterizedTest
  @CsvSource({
    "What did Bessent say yesterday?, 2026-11-23, 2026-11-23",
    "What did MOFCOM announce on Friday?, 2026-11-20, 2026-11-20",
    "What happened in the talks last week?, 2026-11-16, 2026-11-22",
    "What changed in the past two weeks?, 2026-11-10, 2026-11-24",
    "What changed within the last 20 days?, 2026-11-04, 2026-11-24",
    "过去三个月有什么变化？, 2026-08-24, 2026-11-24",
    "最近三个月内有什么变化？, 2026-08-24, 2026-11-24",
    "Are there talks this week?, 2026-11-23, 2026-11-29",
    "Will they meet next week?, 2026-11-30, 2026-12-06",
    "What did Trump say today?, 2026-11-24, 2026-11-24",
    "Who meets whom tomorrow?, 2026-11-25, 2026-11-25",
    "昨天贝森特说了什么？, 2026-11-23, 2026-11-23",
    "上周五商务部宣布了什么？, 2026-11-20, 2026-11-20",
    "上周谈了什么？, 2026-11-16, 2026-11-22",
    "商务部今天怎么说？, 2026-11-24, 2026-11-24",
  })
  void read_dayCountedFromToday_isThatDay(String text, LocalDate first, LocalDate last) {
    Reading reading = QuestionReader.read(text, LocalDate.of(2026, 11, 24));

    assertThat(reading.asks(Shape.COUNTED)).isTrue();
    assertThat(reading.first()).isEqualTo(first);
    assertThat(reading.last()).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is the rule in force today?",
        "what did they say on Friday 30 May 2025?",
        "今天还有效吗？"
      })
  void read_noDayCounted_isNone(String text) {
    assertThat(QuestionReader.read(text, LocalDate.of(2026, 11, 24)).asks(Shape.COUNTED)).isFalse();
  }
}
