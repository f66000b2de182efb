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
        "低于800美元的包裹现在还免税吗 | are parcels under 800 dollars still duty free",
        "4月那批稀土管制取消了没有? | is April rare-earth controls still in force",
        "2025年4月的稀土管制还有效吗 | is April 2025 rare-earth controls still in force",
        "去年10月9号那批稀土管制还有效吗 | is October 9 last year rare-earth controls still in force",
        "中国船靠美国港口还要交钱吗? | are the US port fees still charged",
        "中国对美国船也收港口费吗? | does China charge port fees on US ships",
        "日内瓦和伦敦两次谈的有什么区别? | compare Geneva talks and London talks",
        "吉隆坡谈完之后釜山见面双方各让了什么?" + " | what did the US and China each agree to in Busan",
        "釜山见面特朗普答应了什么 | what did Donald Trump agree to in Busan",
        "习近平什么时候去美国? | when did Xi Jinping visit United States",
        "芬太尼那个税降到多少了,现在还收吗? | what is the fentanyl tariff now",
        "安世半导体，芯片恢复供货了吗 | has Nexperia chips supply resumed",
        "法院判完之后他又用什么新关税顶上的,收多久? | what replaced the IEEPA tariffs after the ruling",
        "何立峰跟贝森特今年见了几次? | how many times did He Lifeng and Scott Bessent meet this year",
        "习近平访美谈成了啥? | what came out of Xi Jinping's visit to the United States",
        "美国现在对中国船收多少钱? | are the US port fees still charged",
        "斯德哥尔摩会谈是第几轮啊 | which round was the Stockholm round",
        "釜山会晤之后中方暂停了哪些措施 | which measures did China suspend after Busan meeting",
        "第一阶段说好多买的2000亿最后完成了多少"
            + " | what share of its Phase One purchase commitment did China fulfil",
        "第一阶段中国承诺买多少美国货 | how much did China promise to buy in the Phase One deal",
        "IEEPA判完以后美国拿什么条款顶上的 | what replaced the IEEPA tariffs after the ruling",
        "芬太尼关税从20%降到10%是哪天生效 | when was the fentanyl tariff cut to 10%",
        "从中国买的小包裹进美国现在要交多少税? | what is the US tariff on parcels from China"
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
        "安世断供那事，荷兰政府最后收手了没",
        "10月9日，到什么时候", // a day alone is no thing
        "10，9，管制，到什么时候",
        "贝森特什么时候去的北京?",
        "英伟达H20政府抽多少?" // told of the H200 alone
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
        "芬太尼那个税降到多少了,现在还收吗? | 2026年2月20日起已撤销；措施：第14195号行政令",
        "中国对美国船也收港口费吗? | 2026年11月11日起的状态未知；措施：中国对美国船舶",
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
        "谁代表中国跟美国谈判 | He Lifeng has led the Chinese side",
        "习近平今年还去美国吗 | from 23 to 25 September 2026",
        "中国答应买多少大豆? | would buy 12 million tons",
        "釜山见面双方各让了什么? | The main results of the Busan meeting"
      })
  void answer_toIt_leadsAsInEnglish(String question, String lead) {
    assertThat(ANSWERS.answered(question).lead().statement().text()).contains(lead);
  }
}
