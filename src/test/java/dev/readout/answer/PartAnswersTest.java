package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions of several parts, of two sides and of two rounds of talks. */
final class PartAnswersTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  /** The verdict, where there is one, and the statements shown, in their order. */
  private static List<String> lines(Answer.Answered answer) {
    return Stream.concat(
            Stream.ofNullable(answer.verdict()).map(one -> VerdictText.of(one, Language.EN)),
            answer.snippets().stream().map(Snippet::statement).map(one -> one.text()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what is the 50 percent rule that punished daughter companies and is it still in force?"
            + " | Not known since 10 November 2026 | owned 50 percent or more",
        "what happened with Nexperia chips, are they shipping again"
            + " | Suspended from 1 November 2025 | civilian shipments restarted",
        "Did we ever get the IEEPA tariffs refunded, and how do I claim mine?"
            + " | claims of 128.68 billion dollars | opened a first phase of claims",
        "How high is the 301 duty on Chinese semiconductors and when does it go up?"
            + " | 50% on Chinese semiconductors | rising on 23 June 2027",
        "can Nvidia sell the H200 to China now, and what cut does the government take?"
            + " | reviewed case by case | 25 percent of the sales value",
        "which law did Trump use for the fentanyl tariffs and did the Supreme Court let it stand?"
            + " | ended the legal basis | rests on the International Emergency Economic Powers",
        "how many soybeans did china promise and did they buy em"
            + " | had bought more than half | would buy 12 million tons",
        "did China also charge american ships at its ports and is that still on"
            + " | China's special port fees on US ships | were suspended for one year",
        "who owns TikTok in the US now and when did the deal close"
            + " | completed deal on 22 January 2026 | ByteDance 19.9 percent",
        "what happened to Nexperia and what did Beijing say about it?"
            + " | Suspended from 1 November 2025 | set out China's position on Nexperia",
        "港口费刚开征那天，美国收中国船多少一吨，中国收美国船多少一吨 | 50 dollars per net ton" + " | 400 yuan per net ton",
        "中国答应每年买多少大豆？做到了吗？ | would buy 12 million tons | had bought more than half",
        "H200放开了没,政府要抽多少? | reviewed case by case | 25 percent of the sales value",
        "4月那批稀土管制取消了吗,磁铁出口还要申请许可证吗?"
            + " | In force from 4 April 2025 | Announcement No. 18 of 2025",
        "已经交的IEEPA关税可以退吗？怎么申请？ | opened a first phase | Only the importer of record"
      })
  void answer_twoParts_tellsBothFirst(String question, String first, String second) {
    List<String> lines = lines(ANSWERS.answered(question));

    assertThat(lines.getFirst()).contains(first);
    assertThat(lines.get(1)).contains(second);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what did each side agree to in Geneva in May 2025? | In Geneva the United States agreed"
            + " | In Geneva China agreed",
        "what did each side promise in Busan | the US removes the 10 percent"
            + " | China adjusts its counter-tariffs",
        "compare what each side gave up in Busan | the US removes the 10 percent"
            + " | China adjusts its counter-tariffs",
        "how did the US and Chinese accounts of Madrid differ on TikTok?"
            + " | American remarks in Madrid | Li Chenggang said",
        "compare what came out of Geneva and Busan | a Joint Statement published on 12 May 2025"
            + " | The main results of the Busan meeting",
        "what changed between the London and Stockholm rounds? | both sides announced a framework"
            + " | another 90-day pause",
        "what changed between Geneva and London? | a Joint Statement published on 12 May 2025"
            + " | both sides announced a framework"
      })
  void answer_twoSidesOrRounds_tellsEach(String question, String first, String second) {
    Answer.Answered answer = ANSWERS.answered(question);

    assertThat(answer.verdict()).isNull();
    assertThat(lines(answer).getFirst()).contains(first);
    assertThat(lines(answer).get(1)).contains(second);
  }

  @Test
  void answer_firstPartLacksThePlaceNamedAtTheEnd_staysWhole() {
    assertThat(
            lines(
                    ANSWERS.answered(
                        "Who negotiated for China and who for the United States at the Geneva"
                            + " meeting?"))
                .getFirst())
        .contains("Scott Bessent, Jamieson Greer", "He Lifeng, Li Chenggang", "Geneva");
  }

  @Test
  void answer_noRecordTellsALaterPart_namesItAsMissing() {
    Answer.Answered answer =
        ANSWERS.answered("What are rare earths and why did China limit selling them?");

    assertThat(answer.lead().statement().text()).startsWith("Rare earths are 17 metals");
    assertThat(answer.missing())
        .extracting(Answer.Missing::what)
        .containsExactly("why did China limit selling them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what did each side promise on chips in Geneva? | In Geneva the United States agreed",
        "what has changed between Busan and Beijing for soybeans? | had bought more than half",
        "list what USTR decided in April 2025 | USTR issued its Section 301 action",
        "how much did Chinese ships pay in Chinese ports? | 400 yuan per net ton",
        "what's new since 8 October 2026? | By 8 October 2026"
      })
  void answer_nearVariant_isAnsweredAsAWhole(String question, String first) {
    assertThat(ANSWERS.answered(question).lead().statement().text()).contains(first);
  }

  @Test
  void answer_partOfAnotherPerson_isNotToldByTheFirst() {
    assertThat(
            ANSWERS
                .answered(
                    "what did Bessent say about soybeans and what did He Lifeng say about it?")
                .lead()
                .statement()
                .text())
        .contains("Bessent", "He Lifeng");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is China buying LNG again?",
        "how much did Chinese ships pay in 2027 in US ports?",
        "TikTok谁买了？多少钱？字节跳动还有股份吗？什么时候完成？",
        "2018年，美国对中国船收多少钱一吨"
      })
  void answer_noRecordTellsIt_isNearestAtMost(String question) {
    assertThat(ANSWERS.to(question)).isInstanceOf(Answer.Declined.class);
  }

  @Test
  void answer_ofParts_showsNothingTwiceAndNoMoreThanThereIsRoomFor() {
    Answer.Answered answer =
        ANSWERS.answered("what was Phase One and did China buy what it promised?");

    assertThat(answer.snippets()).doesNotHaveDuplicates().hasSizeLessThan(5);
    assertThat(answer.all()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what has happened since July 2026? | USTR imposed Section 301 tariffs on 60 economies",
        "what has happened since August 2026? | MOFCOM Order No. 2 of 2026",
        "what's new since 1 September 2026 | The eighth round"
      })
  void answer_sinceADay_tellsInOrderUntilTheSourcesEnd(String question, String first) {
    List<Snippet> shown = ANSWERS.answered(question).snippets();

    assertThat(shown).hasSizeGreaterThan(3);
    assertThat(shown.getFirst().statement().text()).contains(first);
    assertThat(shown).extracting(one -> one.record().anchorDay()).isSorted();
  }
}
