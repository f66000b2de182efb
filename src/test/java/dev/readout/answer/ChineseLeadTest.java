package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leads in Chinese, where reading rules decide. */
@ExtendWith(ShippedIndex.class)
final class ChineseLeadTest {
  private final RetrievalAnswerer answerer;

  ChineseLeadTest(Generation generation) {
    this.answerer =
        new RetrievalAnswerer(
            generation, InstantSource.fixed(Instant.parse("2026-10-09T00:00:00Z")));
  }

  private Answer.Answered answer(String question) {
    Answer answer = answerer.answer(Question.of(question, 2000));
    assertThat(answer).isInstanceOf(Answer.Answered.class);
    return (Answer.Answered) answer;
  }

  @ParameterizedTest
  @CsvSource({
    "现在美国对华关税总共多少？, 2026-10-08-explainer-us-tariff-stack",
    "中国答应买多少大豆？, 2026-09-21-explainer-soybean-purchases",
    "稀土出口还要许可证吗？, 2023-12-21-china-rare-earth-technology-ban",
    "釜山川習會談了多久？, 2025-10-30-busan-summit-meeting"
  })
  void answer_statement_isWhatHoldsToday(String question, String record) {
    Answer.Answered answer = answer(question);

    assertThat(answer.verdict()).isNull();
    assertThat(answer.lead().record().id()).isEqualTo(record);
  }

  @ParameterizedTest
  @CsvSource({
    "马德里谈了几天, 9月14日和15日",
    "2025年6月5日中美元首通话持续了多久, 约一个半小时",
    "马德里那一轮谈判是在哪座大楼里谈的, 圣克鲁斯宫",
    "美光为什么被中国禁止采购, 未通过网络安全审查",
    "稀土里哪七种从2025年4月起要许可证, 钐、钆、铽、镝、镥、钪、钇",
    "哪几种稀土要许可, 钐、钆、铽、镝、镥、钪、钇",
    "禁止把美国人的大批敏感数据传给哪六个国家, 古巴",
    "希音的包裹从哪天开始在美国要交税, 自2025年5月2日起",
    "对美镓锗锑禁令暂停以后还用不用办许可, 仍须申领普通许可证",
    "去风险跟脱钩到底啥区别, 脱钩是指",
    "大疆还能在美国卖吗, 已获授权的型号仍可销售",
    "王文涛哪里人, 生于江苏南通",
    "李成鋼之前做過什麼職務, 世界贸易组织大使",
    "TikTok最后卖给谁了, 甲骨文",
    "第八轮磋商在哪个城市开的, 纽约",
    "大豆買到多少了？最新進度, 一半以上",
    "中国制裁20家美国军工企业是因为什么, 对台军售",
    "川習會在釜山到底談出什麼結果, 主要成果",
    "中美人工智能对话是在哪次磋商上开的头, 纽约",
    "劉鶴2019年5月說的三點分歧是什麼, 分歧之一",
    "商务部对2023年10月美国芯片管制最终规则怎么表态, 强烈不满",
    "何立峰和耶伦头一回见面是什么时候, 首次",
    "长江存储哪天上的实体清单, 长江存储",
    "英伟达H200能卖给中国吗, 逐案审查",
    "斯德哥爾摩那場談了什麼, 回顾日内瓦共识和伦敦框架",
    "伦敦那次聊了些什么, 以中国发放稀土许可",
    "生物安全法案点名了哪几家, 未点名任何企业",
    "Shein包裹现在还能免税吗, 终止对来自中国内地和香港",
    "中国第一阶段协议到底买了多少，完成了几成, 57%",
    "耶伦2023年7月在北京一共谈了多少小时, 合计约十小时",
    "中方的特别港务费一吨收多少钱, 每净吨400元",
    "塑膠POM反傾銷，台灣廠商被課多少, 3.8%至32.6%",
    "小包裹免稅取消，2024年有幾個包裹走這條路, 13.6亿件",
    "稀土一共多少种啊, 稀土是17种金属",
    "八轮谈判都在哪些城市, 第1轮磋商：日内瓦",
    "61号公告里那个0.1%是啥意思, 0.1%或以上",
    "韩华那几家子公司犯了什么事, 协助美国对中国航运业开展301调查",
    "首爾那輪商務部怎麼評價, 坦诚、富有建设性",
    "2023年11月耶伦和何立峰在旧金山，中方提了哪些不满, 双向投资限制",
    "川普說的再加100%關稅後來有實施嗎, 均未生效",
    "貿易委員會跟投資委員會是幹嘛的, 政府间机构",
    "川普現在課多少, 约为36.5%",
    "成熟制程芯片的关税几时从零往上涨, 并将于2027年6月23日上调",
    "phase one那2000亿，最后农产品完成了几成, 83%",
    "第一轮中美经贸磋商在哪里举行, 日内瓦",
    "第12轮磋商在哪里, 上海",
    "荷兰政府暂停对安世的命令了吗, 荷兰暂停其对安世半导体的命令",
    "伦敦谈完，卢特尼克大谈稀土，商务部6月27号那份里有没有“稀土”两个字, 没有使用“稀土”",
    "30对30清单中美方列了多少类商品, 77组",
    "Red Flag 29是啥东西, 第29项警示信号",
    "實體清單跟1260H差在哪裡, 并不等于被列入另一份",
    "包裹免税的法律条文要到哪天才正式废掉, 2027年7月1日",
    "關稅由145%跌到30%，係邊度傾返嚟㗎？, 日内瓦会谈前",
    "TikTok美国新公司CEO是谁, 首席执行官",
    "推翻IEEPA关税那个判决，投反对票的是哪几位大法官？, 托马斯",
    "19年10月15日那次2500亿美元要涨到30%的关税，最后涨了没？, 取消",
    "伦敦框架的原文哪里能看到？公布过吗, 所查资料",
    "何立峰跟贝森特在首尔谈完，美国那边出过通稿吗？, 所查资料",
    "香港出口去美國嘅貨，使唔使畀強迫勞動嗰12.5%關稅？, 香港",
    "2025年美國在晶片管制上依序做了哪些動作, 2025年1月"
  })
  void answer_lead_tellsWhatIsAsked(String question, String told) {
    assertThat(answer(question).lead().statement().zh()).contains(told);
  }

  @Test
  void answer_yesOrNo_isTheStanding() {
    Verdict verdict = answer("船舶特別港務費現在收不收？").verdict();

    assertThat(verdict).isNotNull();
    assertThat(VerdictText.of(verdict, Language.EN)).contains("Suspended");
  }

  @ParameterizedTest
  @CsvSource({
    "小额包裹哪天取消, In effect from 2 May 2025",
    "三星和SK海力士在华工厂的VEU资格什么时候取消, In effect from 31 December 2025",
    "H20现在能卖吗, In force from 15 April 2025",
    "301关税还在收吗, In force from 24 July 2026",
    "301條款強迫勞動關稅是多少, 12.5%",
    "232钢铝关税是多少, 50% on steel",
    "美國港口費什麼時候開始收, In effect from 14 October 2025",
    "无人机出口到美国要交多少关税, 100% on drones over 25 kilograms",
    "创新药出口到美国现在关税多少, 100% on patented medicines",
    "安世半导体放开了吗, Suspended from 1 November 2025",
    "去年十月特朗普威胁的100%关税最后加了吗, Rescinded from 30 October 2025",
    "現在休兵了嗎, to 10 January 2027",
    "镓锗锑不准卖美国的那个禁令，听说昨天暂停就到头了，是真的吗？, Suspended from 9 November 2025",
    "都11月底了，美国对中国船那个港口费是不是又开始收了？, Suspended from 10 November 2025",
    "美国LNG运到中国，25年2月加的那15%还在收吗？, In force from 10 February 2025",
    "要不要交强迫劳动那12.5%关税, In force from 24 July 2026",
    "英伟达反垄断那案子结了没, no Chinese notice closing this case",
    "倫敦那輪談判美方派了哪些人, Lutnick"
  })
  void answer_fieldOfAMeasure_isTheVerdict(String question, String told) {
    Verdict verdict = answer(question).verdict();

    assertThat(verdict).isNotNull();
    assertThat(VerdictText.of(verdict, Language.EN)).contains(told);
  }

  /** What a third government does, a word that no record has, or a round that none announces. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "欧盟对中国电动车加征多少关税",
        "何立峰老婆是谁",
        "贝森特的年薪是多少",
        "川普跟習近平在釜山那頓飯吃了什麼",
        "下一輪磋商什麼時候",
        "下一轮中美经贸磋商在哪里举行",
        "2026年第九轮中美经贸磋商在哪里举行？",
        "第十轮磋商在哪个城市"
      })
  void answer_ofWhatNoRecordTells_isNone(String question) {
    assertThat(answerer.answer(Question.of(question, 2000))).isInstanceOf(Answer.Declined.class);
  }

  @ParameterizedTest
  @CsvSource({"“30对30”里中方列了多少个税目，美方列了多少类商品, 77组", "北京峰会买波音，白宫报多少架，中方自己认不认这个数, 商务部确认"})
  void answer_laterPart_isRightBehindTheLead(String question, String told) {
    assertThat(answer(question).snippets().get(1).statement().zh()).contains(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"荷兰政府最后对安世收手了没有", "did the Dutch government lift its order on Nexperia?"})
  void answer_ofAThirdGovernment_isNoStandingOfAMeasure(String question) {
    assertThat(answer(question).verdict()).isNull();
  }

  @Test
  void answer_wordsOfAPerson_areNoStanding() {
    assertThat(answer("何立峰怎么说休战还有没有效").verdict()).isNull();
  }
}
