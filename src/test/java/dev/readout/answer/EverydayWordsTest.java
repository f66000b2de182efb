package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked in everyday words: how it began, how long it holds, whose words, whose lists. */
final class EverydayWordsTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "is the truce still on and how long | 10 January 2027: new end",
        "is the truce still holding and until when | 10 January 2027: new end",
        "when did the first trade war tariffs actually start | 6 July 2018: the United States put",
        "when did the 10% on 200 billion go up to 25 | 10 May 2019: the 10 percent rate",
        "what was bessent before treasury | former hedge-fund manager",
        "who had li chenggangs job before him | replaced Wang Shouwen",
        "what was agreed before the Busan summit | had agreed the terms in Kuala Lumpur",
        "who does the talking for china | He Lifeng has led the Chinese side",
        "how many rounds of talks so far | Round 8 of the talks: New York",
        "how many rounds of trade talks have there been since geneva | Round 8 of the talks: New"
            + " York",
        "which round of talks was the latest | Round 8 of the talks: New York",
        "how many people work at ustr? | a little more than 200 staff",
        "why do the chinese keep saying ballast | Ballast is the weight",
        "what were yellens three goals for china policy | First of Yellen's three objectives",
        "so how did the US break geneva, says china | MOFCOM named three U.S. steps",
        "whose idea was the greer he lifeng call in march 2025 | was held at U.S. request",
        "do us soybeans still pay tariff in china | still pay the 10 percent",
        "is china still charging extra on our soybeans | still pay the 10 percent",
        "does china still charge tariffs on us soybeans | still pay the 10 percent",
        "what did china charge american ships at port | 400 yuan per net ton",
        "who got the ok to buy h200s | Alibaba, Tencent, ByteDance",
        "what copper is spared | were left out of the copper tariff",
        "what chinese blacklists are there | Chinese lists: export control list",
        "what blacklists does the US keep | U.S. lists: Entity List",
        "which US measures did Washington pause in November 2025 | Paused by the United States",
        "did China ever deliver on the Boeing order | 200 Boeing aircraft",
        "Whom did Beijing send to the swearing-in of the 47th president? | Han Zheng",
        "how many people did china arrest over fentanyl chems | China arrested 21",
        "how much of the Phase One target did China actually meet by end 2021 | 57 percent",
        "did China really impose its own port fees on US ships the same day | from 14 October 2025",
        "which rare earth elements were on the 4 April 2025 export control list | The seven"
            + " elements",
        "which technologies does the outbound investment rule cover | chip design software",
        "which round was the Stockholm round | The third round of talks took place in Stockholm",
        "how did the rule for the H200 change | BIS released a final rule on H200-class chips",
        "can i ship ethane to china | exports to China of chip-design (EDA) software, ethane",
        "how did gorsuch vote | Justices Sotomayor, Kagan, Gorsuch",
        "who runs the AML exchange | is run by the Treasury and the People's Bank of China",
        "how do you read an ECCN like 3A090, what do the digit and the letter mean | In an ECCN the"
            + " first digit",
        "whats BIS in export control talk (not the bank in basel) | BIS is the part of the U.S.",
        "kuala lumpur round dates | was held in Kuala Lumpur, Malaysia, on 25 and 26 October 2025",
        "eighth round where | was held in New York",
        "When did Janet make her maiden trip to the Chinese capital? | from 6 to 9 July 2023",
        "Are the IEEPA tariffs being refunded? | about 100 billion dollars paid",
        "us port fee per net ton now | ships paid 50 dollars per net ton at first",
        "What punishment did Beijing mete out to Nancy Pelosi? | Nancy Pelosi on 5 August 2022",
        "1260H今年六月加了几家 | added 65 entities",
        "Greer的前任是谁 | predecessor in the Biden years was Katherine Tai",
        "耶伦访华几次 | Janet Yellen visited China in July 2023",
        "中国港口费每吨多少 | 400 yuan per net ton",
        "两用物项清单哪天开始用的 | in force from 1 December 2024",
        "努钦2019年5月怎么说加税 | Mnuchin said the economic team was unified",
        "长存哪年上的黑名单 | Yangtze Memory Technologies (YMTC)",
        "最高院那个关税案几票对几票 | by six to three",
        "刘鹤哪年退休 | to March 2023",
      })
  void answer_inEverydayWords_leadsWithWhatTellsIt(String question, String lead) {
    assertThat(ANSWERS.answered(question).lead().statement().text()).contains(lead);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when did the fentanyl tariff first bite | 2025-02-01-eo-14195-fentanyl-tariff-10",
        "are the fentanyl tariffs going away | 2025-02-01-eo-14195-fentanyl-tariff-10",
        "are the 2018 trump tariffs staying | 2026-10-06-section-301-continuation",
        "since when do temu packages get taxed | 2025-05-02-de-minimis-ended-china",
        "when did shein parcels start paying tariffs | 2025-05-02-de-minimis-ended-china",
        "did china scrap the port charges on american ships | 2025-10-10-prc-special-port-fees",
        "april 2025 china blacklist on drone firms paused til"
            + " | 2025-04-04-uel-export-control-april-listings",
        "did china do anything on fentanyl chems this fall"
            + " | 2026-09-22-mofcom-40-fentanyl-precursors",
        "when did the fentanyl tariff drop from 20% to 10% |"
            + " 2025-02-01-eo-14195-fentanyl-tariff-10",
        "fentanyl tariff in december 2025 | 2025-02-01-eo-14195-fentanyl-tariff-10",
        "is TCOM still an unreliable entity | 2025-03-04-uel-export-control-list-us-firms",
        "is COSCO a pentagon chinese military company today | 2025-01-07-1260h-list-tencent-catl",
        "新凯来被制裁没 | 2024-12-02-bis-hbm-fdpr-entity-list",
        "新凯来上清单了没 | 2024-12-02-bis-hbm-fdpr-entity-list",
        "current Chinese tariff on US origin goods, total rate"
            + " | 2025-04-04-prc-34-percent-tariff",
      })
  void answer_inEverydayWords_opensWithTheVerdictOfTheRule(String question, String rule) {
    Verdict verdict = Objects.requireNonNull(ANSWERS.answered(question).verdict(), question);
    assertThat(verdict.records().getFirst().id()).isEqualTo(rule);
  }

  /** A near answer that is only doubted is not called absent; what is named and absent is. */
  @Test
  void answer_notGiven_isOnlyDoubtedWhereNothingNamedIsMissing() {
    assertThat(declined("how to read a tariff stack of fentanyl by the first letter"))
        .returns(true, Answer.Declined::isNearest)
        .returns(true, Answer.Declined::isUnsure);
    assertThat(declined("what did they agree on semiconductors in Zurich in Madrid"))
        .returns(false, Answer.Declined::isUnsure);
  }

  private static Answer.Declined declined(String question) {
    return (Answer.Declined) ANSWERS.to(question);
  }
}
