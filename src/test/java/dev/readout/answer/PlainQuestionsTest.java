package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a student, an importer, a journalist and a lawyer asked first, each mended by its cause. */
final class PlainQuestionsTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  private static Answer.Answered answer(String question) {
    return ANSWERS.answered(question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What did Trump say about Chinese students coming to American universities? | including"
            + " Chinese students",
        "how much did Chinese ships pay per ton in US ports | 50 dollars per net ton",
        "how much did American ships have to pay in Chinese ports | 400 yuan per net ton",
        "how much was a Chinese ship supposed to pay per ton to dock in LA | 50 dollars per net"
            + " ton",
        "list what Trump and Xi announced at the Beijing summit in May 2026 | a Board of Trade",
        "is Boeing getting Chinese orders again? | 200 Boeing aircraft",
        "Is it still allowed to import Chinese drones into the US? | new models cannot get the FCC",
        "从淘宝、Temu寄到美国的小包裹还免税吗？ | it ended for China on 2 May 2025",
        "中国车厂可以在美国卖联网汽车吗？ | may not sell connected vehicles",
        "川普現在對中國商品加的關稅總共是多少? | estimated the average U.S. tariff on China",
        "compare the tariffs china has on us stuff now vs the ones us has on chinese stuff | and"
            + " China's on U.S. goods at about 31 percent",
        "who has higher tariffs now, US or China? | and China's on U.S. goods at about 31 percent",
        "How do US tariffs on China compare with China's tariffs on US goods today? | and China's"
            + " on U.S. goods at about 31 percent",
        "中美双方现在互相加征的关税各是多少? | and China's on U.S. goods at about 31 percent",
        "What tariff does US charge on Chinese goods now in total? | estimated the average U.S."
            + " tariff on China",
        "现在我的货发美国一共要交多少关税? | estimated the average U.S. tariff on China",
        "301关税现在还有哪些税率,最高多少? | is 25 percent on Lists 1 to 3, 7.5 percent on List 4A",
        "what are the section 301 rates now and what is the highest | is 25 percent on Lists 1 to"
            + " 3, 7.5 percent on List 4A",
        "美国大豆进中国现在还加税吗,加多少? | still pay the 10 percent",
        "what is the current tariff rate on Chinese goods | estimated the average U.S. tariff on"
            + " China",
        "Which companies were removed from the Entity List in 2025? | Arrow China Electronics",
        "Which US companies are on China's unreliable entity list? | The 14 entities include",
        "how many soybeans did China agree to buy | would buy 12 million tons of soybeans",
        "What did China promise to buy under the Phase One deal? | at least 200 billion dollars",
        "is China still buying US soybeans | had bought more than half",
        "is China buying US beef again? | reopen its market for beef",
        "has china met the 12 million ton soybean target for 2025? | the 12 million had been"
            + " reached",
        "is China meeting its Phase One targets? | none of the extra 200 billion",
        "why did China ban Nexperia exports? | the Dutch government used its Goods Availability"
            + " Act",
        "will Xi visit the US this year? | Xi made a state visit",
        "when were the Geneva talks held? | on 10 and 11 May 2025",
        "日内瓦会谈是什么时候开的？ | on 10 and 11 May 2025",
        "do I need a license to export HBM to China? | the US controls HBM",
        "向中国出口HBM需要许可证吗？ | the US controls HBM",
        "what did China say about rare earth export controls? | On 12 October 2025 MOFCOM said",
        "中美元首釜山会晤中方怎么说? | should be partners and friends",
        "when do the rare earth controls resume? | suspending six announcements",
        "贸易委员会是什么时候成立的？ | agreed in Beijing in May 2026",
        "TikTok谁持有多数股权？ | ByteDance keeps 19.9 percent",
        "when did the trade war start | 6 July 2018",
        "最高法院怎么判的IEEPA关税案？ | the Supreme Court held in Learning Resources",
        "Are IEEPA tariffs in force? | Collection of the IEEPA tariffs stopped",
        "最高法院判决后关税怎么退? | importer of record",
        "Who is China's chief trade negotiator? | He Lifeng has led",
        "What did Greer last say about China? | 7 October 2026",
        "what does china say about the section 301 tariffs | promises not to suppress China",
        "ok so who actually started the trade war, us or china | 6 July 2018",
        "did the wto ever rule on the trump tariffs | the WTO had already ruled",
        "Which rare earths did China put under control in April 2025? | samarium, gadolinium",
        "How many soybeans did China promise to buy? | would buy 12 million tons",
        "how long is the tariff truce valid | 10 January 2027",
        "did the US trade deficit with China go down | fell to 202 billion",
        "Can Shein and Temu still ship small parcels duty free? | there is no duty-free entry",
        "What changed between the Geneva deal and the Busan deal on tariffs? | the United States"
            + " agreed to suspend 24 percentage points",
        "What does the Affiliates Rule say about subsidiaries? | owned 50 percent or more",
        "Are EDA software exports to China restricted? | 12 August 2022",
        "习近平在釜山说了什么？ | Xi said ",
        "when did China start export controls on rare earths | 4 April 2025",
        "中国从哪天起对稀土实施出口管制 | 4 April 2025",
        "特朗普和习近平在釜山谈了什么 | The main results of the Busan meeting",
        "现在美国对中国商品的关税是多少 | estimated the average U.S. tariff on China",
        "稀土出口管制暂停到什么时候 | until 10 November 2026",
        "how many companies are on the 1260H list | had 134 companies",
        "why did the president halve the opioid levy after Korea? | after China promised to stop",
        "why did China retaliate in March 2025 | answered the rise of the US 'fentanyl'",
        "Which section 301 investigations of China are open? | was open on 8 October 2026",
        "What replaced the IEEPA tariffs? | Section 122",
        "IEEPA关税被什么取代了? | Section 122",
        "How did China respond to the Supreme Court ruling on IEEPA tariffs? | making a full"
            + " assessment of the ruling",
        "What did Xi say to Trump in Beijing about Taiwan? | Chinese account of the Beijing summit",
        "what did Trump and Xi say in Beijing | Trump was in Beijing from 13 to 15 May 2026",
        "what is the 25 percent cut on h200 sales | 25 percent of the sales value",
        "Did Beijing confirm the soybean purchases that Trump spoke of in winter 2026? | does not"
            + " repeat",
        "which chip designer was blacklisted in Biden's last week | Sophgo",
        "Did China meet its Phase One purchase commitments | none of the extra 200 billion",
        "How did China retaliate in 2018 | 2 April 2018: China put 15 or 25 percent",
        "When does the tariff truce run out? | 10 January 2027: new end",
        "What did Greer say about Section 301 tariffs on China? | presented the cases of March"
            + " 2026",
        "How much tariff does China charge on US soybeans? | still pay the 10 percent",
        "when was the Trump-Xi summit? | Xi made a state visit to the United States",
        "did china order any Boeing planes after the Beijing summit? | MOFCOM confirmed the"
            + " purchase of 200 Boeing",
        "did china ever hit the phase one target | none of the extra 200 billion",
        "what happens when the truce ends on 10 November 2026, was it extended? | 10 January 2027:"
            + " new end",
        "list everything in the KL deal | U.S. side of the truce, tariffs",
        "compare what was agreed in Geneva and London | The result of the Geneva talks",
        "what's the difference between what London and Stockholm achieved? | After about 20 hours",
        "伦敦会谈和斯德哥尔摩会谈有什么不同? | After about 20 hours",
        "US tariff on Chinese ships | 50 dollars per net ton",
        "what's the total tariff on a bluetooth speaker made in Shenzhen right now? | For a Chinese"
            + " product entering",
        "did the US suspend port fees? | USTR suspended its Section 301 measures",
        "who won the court case about the tariffs? | the Supreme Court held in Learning Resources",
        "Can H200 be sold to China? | are reviewed case by case",
        "生物安全法通過了沒有，藥明康德在不在名單上？ | President Trump signed the BIOSECURE Act",
        "第一阶段协议当年中国买够2000亿了吗? | none of the extra 200 billion",
        "之前多交的IEEPA关税能退吗,怎么申请? | importer of record",
        "how many firms are on the UFLPA list | reached 144 entities",
        "Did Trump go to Beijing? | Trump was in Beijing from 13 to 15 May 2026",
        "Did the two sides meet in London? | Lancaster House in London on 9 and 10 June 2025",
        "Who leads the trade talks for China? | He Lifeng has led the Chinese side",
        "Who is leading the talks for China? | He Lifeng has led the Chinese side",
        "Blue UAS drones are exempt at the FCC until when? | at first until 1 January 2027",
        "Why was ZTE cut off from US technology in 2018? | had broken the terms of its March 2017",
        "Has China bought any Boeing planes? | confirmed the purchase of 200 Boeing aircraft",
        "What did Bessent say about the last round of talks? | American remarks after New"
            + " York, 20 September 2026",
        "what was agreed in the last round of talks | New York round, September 2026",
        "Did China keep its promise to buy soybeans? | had bought more than half",
        "What tariff rate does the US charge on Chinese goods right now? | estimated the average"
            + " U.S. tariff on China",
        "What did China do to US companies on 22 June 2026? | added 10 US companies",
        "does anyone know when they meet next | expected at the APEC summit in Shenzhen",
        "who is Jay Shambaugh? | Under Secretary Jay Shambaugh",
        "trump said 15% global tariff in feb, was that ever actually charged and is it still on |"
            + " no proclamation did so",
        "How did China respond to the fentanyl tariffs? | took the second US 'fentanyl' increase",
        "what do chinese officials mean when they say ballast | keeps a ship steady",
        "How did China hit back at the April 2025 tariffs? | raised its rate on US goods to 125",
        "What did Biden do on AI chips in January 2025? | The AI Diffusion Rule",
        "What export controls did Trump put on Huawei in his first term? | On 17 August 2020 BIS",
        "Can a European company buy rare earth magnets from China without a licence? | licence"
            + " requirement for every destination",
        "Is there a new Section 301 investigation into China? | USTR decided on 6 October 2026",
        "until when are China's rare earth export controls suspended | until 10 November 2026",
        "What is China's 0.1% rule? | rare earths make up 0.1 percent or more",
        "What is the legal basis for the fentanyl tariffs? | rests on the International Emergency",
        "what did Treasury Secretary Scott Bessent say in Madrid | Bessent said the commercial"
            + " terms",
        "when did President Xi Jinping visit the United States? | Xi made a state visit",
        "美国财政部长贝森特怎么看稀土 | Bessent said rare-earth supply was going as",
        "What will replace the Section 122 tariff after it expires? | The forced-labour duties"
            + " replaced",
        "what did china say about the liberation day tariffs | the tariff commission called",
        "How do I file for an IEEPA refund? | Only the importer of record",
        "does the Chinese 0.1% rule affect European company? | requiring foreign companies to get",
        "What happens on November 10, 2026? | 10 November 2026: original end of the tariff truce",
        "can Nvidia H200 be sold to China | Since 15 January 2026 licence applications",
        "商务部对美国301调查怎么说 | MOFCOM criticised",
        "美国贸易代表是谁 | Jamieson Greer is the 20th",
        "can I get a refund on the IEEPA tariffs I paid last year | Only the importer of record",
        "What is the legal basis for the Section 301 tariffs on China? | of the Trade Act of 1974",
        "did the Supreme Court strike down Trump's tariffs | Supreme Court ruling of 20 February",
        "when did Xi and Trump last meet and what did they agree | Xi made a state visit",
        "Did the US suspend port fees on Chinese ships? | USTR suspended its Section 301 measures",
        "Did Trump and Xi discuss Taiwan at their summit? | Xi called Taiwan the most important",
        "Is TikTok still owned by ByteDance? | ByteDance keeps 19.9 percent",
        "Where did Bessent and He Lifeng meet in September 2025? | Palacio de Santa Cruz",
        "where did greer meet he lifeng in october 2025 | held in Kuala Lumpur",
        "斯德哥尔摩会谈后关税休战延长了多久? | with the truce extended by 90 days",
        "何立峰和贝森特一共谈了几轮? | Round 8 of the talks",
        "How high are US tariffs on Chinese goods now | estimated the average U.S. tariff on China",
        "what is a CIIO | a critical information infrastructure operator"
      })
  void answer_askedPlainly_leadsWithWhatTellsIt(String question, String lead) {
    assertThat(answer(question).lead().statement().text()).contains(lead);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "is gallium still banned for export to the US | Suspended from 9 November 2025 to 27"
            + " November 2026 — China bans gallium",
        "Is China's ban on gallium exports to the US lifted? | Suspended from 9 November 2025",
        "is the ban on Nexperia exports still in force | Suspended from 1 November 2025 — Nexperia",
        "is there a trade deal between the US and China now | Not known since 11"
            + " November 2026",
        "do the US and China have a trade deal | Not known since 11 November 2026",
        "Who represented the US and China at the Geneva talks? | Recorded as taking part for the"
            + " United States: Scott Bessent, Jamieson Greer; for China: He Lifeng, Li Chenggang —"
            + " Geneva",
        "Who led the US delegation at the last round of trade talks? | Recorded as taking part for"
            + " the United States: Scott Bessent, Jamieson Greer — New York round",
        "who issued the port fees on Chinese ships | Issued by Office of the U.S. Trade"
            + " Representative (USTR) on 17 April 2025 — Section 301 on Chinese shipping",
        "What is the Section 301 tariff on Chinese legacy semiconductors? | 0% on Chinese",
        "What is the Federal Register citation of the 50% rule suspension? | Citation: 90 FR 50857",
        "is CATL on the 1260H list | Section 1260H list: CATL, since 7 January 2025; superseded",
        "is dji on the entitty list n since when | Entity List: DJI, since 18 December 2020; in"
            + " force on",
        "Is Arrow Electronics' China arm still on the Entity List? | Entity List: Arrow China"
            + " Electronics Trading, since 8 October 2025; no longer since 12 November 2025.",
        "Is Huawei still blacklisted by the Commerce Department? | Entity List: Huawei"
            + " Technologies, since 16 May 2019; in force on",
        "when did DJI land on the entity list | Entity List: DJI, since 18 December 2020;",
        "is Tencent still on the entity list | No record says that Tencent is on the Entity List,"
            + " which is not a no. Section 1260H list: Tencent, since 7 January 2025",
        "what tariff do syringes and medical gloves from China pay | 100% on Chinese syringes and"
            + " needles since 27 September 2024; 100% on Chinese medical gloves since 1 January",
        "what countermeasures has China taken | In force as of 24 November 2026",
        "which lists is Huawei on | Covered List: Huawei, since 12 March 2021; in force on",
        "what is the tariff on chinese ship to shore cranes | 25% on Chinese ship-to-shore cranes"
            + " since 27 September 2024",
        "who decided to suspend the section 301 port fees | Issued by Office of the U.S. Trade"
            + " Representative (USTR) on 13 November 2025",
        "谁决定暂停港口费 | 发布机构：美国贸易代表办公室（2025年11月13日）",
        "what is the status of China's rare earth export controls | In force as of 24 November",
        "when did trump and xi speak by phone | 17 January 2025: Xi-Trump telephone call",
        "How did China respond to the Liberation Day tariffs? | In force from 10 April 2025 —"
            + " China's answer to the reciprocal tariffs: 34 percent on all US goods",
        "Does Beijing still charge an additional duty on US coal and LNG? | In force from 10"
            + " February 2025 — China's February 2025 tariffs: 15 percent on US coal and LNG",
        "section 122 tariff how much and when does it end | Expired from 24 July 2026 — Section 122"
            + " surcharge: 10%",
        "中国对美国加征了多少关税？ | In force from 10 April 2025",
        "When will the US 50% rule be restored | Not known since 10 November 2026 — The Affiliates",
        "When did the 10% fentanyl tariff take effect? | In effect from 4 February 2025; rescinded"
            + " from 20 February 2026",
        "Are US export restrictions on EDA software for China still in place? | In force from 15"
            + " August 2022",
        "does China still restrict rare earth exports | In force from 4 April 2025",
        "Are gallium and germanium exports to the US allowed again? | Suspended from 9 November"
            + " 2025 to 27 November 2026 — China bans gallium",
        "What's happening with Nexperia? | Suspended from 1 November 2025",
        "Is Huawei's Ascend chip banned? | In force from 13 May 2025",
        "Has Trump lifted any chip export controls? | Rescinded as of 24 November 2026:"
            + " Chip-design",
        "Since when has the fentanyl tariff been 10 percent? | All Chinese goods: 10% from 4"
            + " February 2025; 20% from 4 March 2025; 10% from 10 November 2025",
        "When did the Section 301 tariff on Chinese semiconductors go up? | 50% on Chinese"
            + " semiconductors since 1 January 2025",
        "tariff on solar cells from china | 50% on Chinese solar cells since 27 September 2024",
        "tariff on steel derivatives from China | 50% on steel, aluminium and copper articles since"
            + " 6 April 2026; 25% on most derivative articles since 6 April 2026",
        "从中国进口的锂电池现在要交多少关税？ | 25% on Chinese EV lithium-ion batteries",
        "what new tariffs did the US impose in the last 3 months | Recorded measures published",
        "what tariff does china charge on US pork now | In force from 10 April 2025; all US goods:"
            + " 10% until 10 November 2026, not known since — China's answer to the reciprocal"
            + " tariffs. 10 of the 34",
        "what does China charge on US goods now | In force from 10 April 2025; all US goods: 10%",
        "What is China's current extra duty on American goods? | In force from 10 April 2025; all"
            + " US goods: 10%",
        "What is the Section 232 rate on semiconductors? | 25% on certain advanced AI chips",
        "is the trade war over | Not known since 11 November 2026 — The Kuala Lumpur and Busan"
            + " truce",
        "is there still a truce? | Not known since 11 November 2026 — The Kuala Lumpur and Busan"
            + " truce",
        "is the truce extension in legal force? | Proposed or pending from 23 September 2026 — The"
            + " truce of",
        "how high is the tariff on Chinese electric cars? | 100% on Chinese electric vehicles since"
            + " 27 September 2024 — Four-year review: higher Section 301 tariffs on Chinese EVs,"
            + " chips, solar, batteries and medical goods. Other duties may come on top: 25% on"
            + " passenger cars and light trucks since 3 April 2025 (Section 232 tariff on cars",
        "tariff on Chinese cranes | 25% on Chinese ship-to-shore cranes",
        "what about gallium and germanium, did China lift the ban? | Suspended from 9 November"
            + " 2025",
        "who met in KL and what came out of it? | Recorded as taking part for the United States:"
            + " Scott Bessent, Jamieson Greer; for China: He Lifeng, Li Chenggang — Kuala Lumpur"
            + " round",
        "Which American companies are on China's unreliable entity list and is it suspended? |"
            + " Unreliable Entity List, in force on 28 September 2026: Dedrone by Axon",
        "芬太尼那个加税现在还收吗? | Rescinded from 20 February 2026",
        "中国船去美国靠港还要不要交那个费? | Not known since 10 November 2026 — Section 301 on Chinese",
        "马德里那次是谁去谈的? | Recorded as taking part for the United States",
        "whats the deal with the 50% rule for blacklisted companies, is it still on | Not known"
            + " since 10 November 2026 — The Affiliates Rule",
        "which american companys did china put on its bad list | Unreliable Entity List, in force"
            + " on",
        "Can Nvidia sell H20 to China? | In force from 15 April 2025 — Nvidia H20",
        "who is on the 1260H list | Section 1260H list, in force on 7 October 2026: Alibaba,"
            + " Baidu, BYD. Section 1260H list, superseded"
      })
  void answer_askedOfRecordedFields_opensWithTheRightVerdict(String question, String verdict) {
    assertThat(VerdictText.of(Objects.requireNonNull(answer(question).verdict()), Language.EN))
        .startsWith(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Are Chinese-made drones banned in the US? | new models cannot get the FCC equipment",
        "is DJI banned in the US? | new models cannot get the FCC equipment",
        "is the truce still in force? | the arrangement of Busan would be extended",
        "who met in Geneva in May 2025 and what did they agree? | The result of the Geneva talks"
      })
  void answer_verdictSaysLittleAlone_nextIsWhatItMeans(String question, String next) {
    Answer.Answered answer = answer(question);

    assertThat(answer.verdict()).isNotNull();
    assertThat(answer.lead().statement().text()).contains(next);
  }

  @Test
  void answer_endIsOnlyAnnounced_saysNextThatNoNoticeWasSeen() {
    List<Snippet> shown = answer("when does the truce end?").snippets();

    assertThat(shown.getFirst().statement().text()).contains("as announced by");
    assertThat(shown.get(1).statement().text()).contains("neither side had published the legal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is the Entity List still in force", // how one notice stands says nothing of all
        "is there a new Section 301 investigation into China",
        "Did China meet its Phase One purchase commitments?",
        "can China buy US beef now?" // a plan that ran out says nothing of it
      })
  void answer_noMeasuresStanding_tellsIt(String question) {
    assertThat(answer(question).verdict()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "can I claim drawback on Section 301 duties",
        "How long does a MOFCOM export licence take?", // how long one is good for is told
        "How many firms are on the Entity List", // what single notices added is told
        "anti-dumping duty on chinese solar panels", // what tariffs are charged is told
        "what changed in the past two weeks", // it is after the sources end
        "What happened in the last month?",
        "did the US sanction Shein", // it is named for its parcels
        "did China schedule nitazenes",
        "why did China suspend rare earth controls", // why Trump threatened a tariff is told
        "why did the US impose port fees",
        "why did biden keep trumps tariffs", // what Trump ordered later is told
        "why did china stop buying soybeans",
        "who is Xi Jinping", // whom he spoke to is told
        "What did Trump say about Boeing planes for China?", // what his visit brought is told
        "Did the US and China agree on Taiwan arms sales?", // what China did about them is told
        "what is the GAIN AI Act?", // other laws are told
        "was the gain ai act passed?",
        "Who led the US team at the Kyoto round in June 2025?", // who telephoned then is told
        "Who is exempt from the semiconductor equipment FDP rule?", // what it covers is told
        "稀土出口许可证要多长时间审批" // until when other controls are suspended is told
      })
  void answer_askedWhatNoRecordSays_isNearestAtMost(String question) {
    assertThat(ANSWERS.to(question)).isInstanceOf(Answer.Declined.class);
  }

  @Test
  void answer_whatEachSideChargesTheOther_isToldOfEachToo() {
    assertThat(answer("compare US and Chinese tariffs").snippets())
        .extracting(one -> one.statement().text())
        .anyMatch(text -> text.contains("the other 10 points stayed in force"))
        .anyMatch(text -> text.startsWith("For a Chinese product entering the United States"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"美国货进中国现在还加税吗,加多少?", "从美国进口的东西到中国要多交多少税"})
  void answer_whatAmericanGoodsPayInChina_isWhatChinaCharges(String question) {
    assertThat(VerdictText.of(Objects.requireNonNull(answer(question).verdict()), Language.ZH))
        .contains("所有美国商品：10%");
  }

  @Test
  void answer_ifATariffStacks_isToldNext() {
    Answer.Answered answer =
        answer(
            "How does the steel and aluminum tariff apply to Chinese goods, does it stack on the"
                + " others?");

    assertThat(answer.snippets().get(1).statement().text())
        .contains("do not pay the Section 301 forced-labour duty");
  }
}
