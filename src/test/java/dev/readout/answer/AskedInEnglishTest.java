package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain question in Chinese is put into English where every word of it is known. */
@ExtendWith(ShippedIndex.class)
final class AskedInEnglishTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  private final Generation generation;

  AskedInEnglishTest(Generation generation) {
    this.generation = generation;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "中国稀土出口管制现在还有效吗 | is China rare-earth controls still in force",
        "芬太尼關稅取消了嗎？ | is fentanyl tariff still in force",
        "美国50%穿透规则什么时候恢复 | when will United States 50% Affiliates Rule be restored",
        "请问休战到底延到哪一天？ | when does truce end",
        "美国为什么对中国加征芬太尼关税 | why did United States impose fentanyl tariff on China",
        "为什么最高法院推翻了IEEPA关税 | why did Supreme Court strike down IEEPA tariffs",
        "怎么申请稀土出口许可证 | how to apply for rare earths export licence",
        "英伟达反垄断案怎么样了 | what is the latest on Nvidia antitrust",
        "马德里会谈达成了什么共识 | what did they agree on in Madrid round",
        "中国现在还限制稀土出口吗 | does China still restrict rare earths export",
        "中国还在买美国大豆吗 | is China still buying United States soybeans",
        "习近平哪天访美 | when did Xi Jinping visit the United States",
        "TikTok美国业务现在归谁 | who owns TikTok United States business now",
        "美国关税退了多少钱 | how much of the IEEPA tariffs has been refunded",
        "怎么申请关税退款 | how can I get a refund of the IEEPA tariffs",
        "低于800美元的包裹现在还免税吗 | are parcels under 800 dollars still duty free"
      })
  void of_everyWordKnown_isThatQuestion(String chinese, String english) {
    assertThat(AskedInEnglish.of(generation.plan(chinese), generation))
        .extracting(AskedInEnglish.Asked::text)
        .contains(english + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is the affiliates rule in force?",
        "怎么申请驾照", // a driving licence
        "习近平在釜山说了什么？",
        "上海最好吃的披萨在哪里",
        "安世断供那事，荷兰政府最后收手了没"
      })
  void of_notUnderstoodWhole_isNone(String question) {
    assertThat(AskedInEnglish.of(generation.plan(question), generation)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "安世半导体怎么样了 | 2025年11月1日起暂停；措施：安世半导体",
        "稀土出口管制还有效吗 | 2025年4月4日起生效；措施：公布对部分中重稀土",
        "港口费还有效吗 | 2026年11月10日起的状态未知；措施：针对中国航运业的301条款措施"
      })
  void answer_toIt_isInChinese(String question, String verdict) {
    Answer.Answered answer = ANSWERS.answered(question);

    assertThat(answer.question().text()).isEqualTo(question);
    assertThat(VerdictText.of(Objects.requireNonNull(answer.verdict()), answer.language()))
        .startsWith(verdict);
    assertThat(answer.related()).allMatch(one -> Language.of(one) == Language.ZH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "美国为什么征收芬太尼关税 | Washington's stated reason",
        "怎么申请稀土许可证 | must apply case by case to MOFCOM",
        "休战什么时候到期 | 10 January 2027: new end",
        "谁代表中国跟美国谈判 | He Lifeng has led the Chinese side"
      })
  void answer_toIt_leadsAsInEnglish(String question, String lead) {
    assertThat(ANSWERS.answered(question).lead().statement().text()).contains(lead);
  }
}
