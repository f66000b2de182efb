package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question in Chinese that no form knows is put into English word for word. */
@ExtendWith(ShippedIndex.class)
final class WordForWordTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  private final Generation generation;

  WordForWordTest(Generation generation) {
    this.generation = generation;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "休战是不是又延了，延到啥时候 | is truce extended, when extended until?",
        "休戰是不是又延了，延到啥時候 | is truce extended, when extended until?",
        "英伟达去年10月卖了多少芯片 | how much Nvidia in October last year sold chips?",
        "王文涛去华盛顿提了哪些不满 | which complaints Wang Wentao visit Washington mentioned?",
        "日内瓦会谈之后，谁先反悔了 | after Geneva round, who first backed out?",
        "三百亿美元降税延到九月十日了吗 | has 30 billion dollars cut extended until September 10?",
        "“有人说过”是谁说的 | who some say said?",
        "钛的出口要不要许可证 | is licence needed titanium export?",
      })
  void of_questionOfKnownWords_isThemInTheirOrderWithWhatIsAskedFirst(
      String question, String english) {
    assertThat(WordForWord.of(generation.plan(question), generation)).contains(english);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is the truce", // not in Chinese
        "中国稀土出口管制现在还有效吗", // of a form
        "鼹鼠蹭饕餮", // not known
      })
  void of_anyOther_isNone(String question) {
    assertThat(WordForWord.of(generation.plan(question), generation)).isEmpty();
  }

  @Test
  void asTyped_nameInLatinLetters_isNotWrittenOut() {
    QueryPlan plan = generation.plan("IEEPA退了多少");
    assertThat(WordForWord.asTyped(plan, generation)).contains("how much IEEPA refund?");
    assertThat(WordForWord.asTyped(generation.plan("休战延到啥时候"), generation)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "上了实体清单的公司还能买美国东西不 | does not ban imports from it",
        "日内瓦那次到底谈成了啥 | The result of the Geneva talks was a Joint Statement",
        "钢铝做的小五金要交232吗 按整个货值还是只算里面的铁 | pay 50 percent and most derivative articles",
        "格里尔跟何立峰头一回视频，中方抱怨了哪几件事 | lists three grievances",
        "2023年加州那次见面，拜登说美国卡中国尖端技术会卡到什么程度？ | without needlessly limiting trade",
        "H200卖中国要给美国政府抽成多少 | 25 percent of the sales value", // English alone finds nothing
        "巴厘岛是几几年 | met in Bali, Indonesia, on 14 November 2022",
        "MEU清单一共多少家 | 58 Chinese and 45 Russian names",
        "镓和锗出口要去哪儿申请许可 | exporters apply to MOFCOM through provincial commerce departments",
        "经济工作组第七次怎么跑到南非开 | in Johannesburg on 12 December 2024, beside the G20",
        "小院高墙这个词最早是从谁那里来的？ | is traced to former Defense Secretary Robert Gates", // who
        "刘鹤2019年5月说的三点分歧是什么 | First of Liu He's differences", // in their order
        "IEEPA退了多少亿了 | about 100 billion dollars paid", // by its long name nothing is found
        "深圳APEC特朗普去吗 | Trump was expected at the APEC summit in Shenzhen",
      })
  void answer_inNoKnownForm_leadsWithWhatTellsIt(String question, String lead) {
    Answer.Answered answer = ANSWERS.answered(question);
    assertThat(answer.language()).isEqualTo(Language.ZH);
    assertThat(answer.question().text()).isEqualTo(question);
    assertThat(answer.repairs()).isEmpty();
    assertThat(answer.lead().statement().text()).contains(lead);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "仿製藥要不要課232 | Generic medicines and biosimilars are outside the medicine tariff",
        "網聯車規則管不管卡車 | heavier trucks and buses are outside the rule",
        "网联车规则的硬件部分现在生效了吗 | from model year 2030",
        "消费级无人机临时管制取消没 | an update lifted the temporary consumer controls",
      })
  void answer_ofAPartOfAMeasure_leadsWithThatPart(String question, String lead) {
    Answer.Answered answer = ANSWERS.answered(question);
    assertThat(answer.verdict()).isNull();
    assertThat(answer.lead().statement().text()).contains(lead);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "釜山会晤午餐吃的什么",
        "稀土概念股哪只最值得买",
        "何立峰的博士论文写的是什么题目",
        "双汇买下史密斯菲尔德花了多少钱",
        "中国从哪天起对钛的出口要许可证？",
        "中国签了CPTPP吗", // which no record names
      })
  void answer_ofWhichNothingIsFoundInEnglish_isDeclined(String question) {
    assertThat(ANSWERS.to(question)).isInstanceOf(Answer.Declined.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "休战是不是又延了 延到啥时候 | 2026-09-24-truce-extended-to-10-january-2027",
        "芬太尼那个关税现在还收多少 | 2025-02-01-eo-14195-fentanyl-tariff-10",
        "中國對美國農產品加徵的百分之十五關稅停了沒有 | 2025-03-04-prc-farm-tariffs", // no part of it
        "BIS的50%规则恢复了没有 | 2025-09-29-bis-affiliates-rule",
        "2月那轮美国煤和液化气的15%还收吗 | 2025-02-04-prc-tariffs-round-1", // its first statement tells of all
      })
  void answer_inNoKnownForm_opensWithTheVerdict(String question, String rule) {
    Verdict verdict = Objects.requireNonNull(ANSWERS.answered(question).verdict(), question);
    assertThat(verdict.records().getFirst().id()).isEqualTo(rule);
  }
}
