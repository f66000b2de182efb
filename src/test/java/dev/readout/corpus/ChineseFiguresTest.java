package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.ChineseWording.ChineseFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChineseFiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on 30 October 2025 | 2025年10月30日",
        "on 6 and 7 April 2017 | 2017年4月6日至7日",
        "from April to June 2025 | 2025年4至6月",
        "by 24 percentage points | 24个百分点",
        "from 34 to 84 percent | 由34%提高至84%",
        "12 million tons | 1200万吨",
        "$34 billion | 340亿美元",
        "$1.5 trillion | 1.5万亿美元",
        "more than 300 billion dollars | 3000多亿美元",
        "40 to 50 billion dollars | 400亿至500亿美元",
        "about 100 of some 170 billion dollars | 约1700亿美元中的约1000亿美元",
        "2,331 lines | 2331项",
        "28 entities | 二十八家实体",
        "the 100-day plan | 百日计划",
        "105 days | 一百零五天",
        "2 sides | 两方",
        "from 12:01 a.m. on 9 May | 5月9日0时01分起",
        "until 11:59 p.m. | 至23时59分",
        "since the 1980s | 自20世纪80年代",
        "document of 2025 | 二〇二五年的文件",
        "density above 1.73 g/cm3 | 密度大于1.73克/立方厘米",
        "views on COVID-19 | 就新冠疫情交换看法",
        "see 2026-10-08-explainer-what-expires-when | 见另一说明",
        "the Affiliates Rule | 50%穿透性规则（关联方规则）"
      })
  void differences_sameFigures_areNone(String english, String chinese) {
    assertThat(ChineseFigures.differences(english, chinese)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on 30 October 2025 | 2025年10月31日 | 30",
        "on 30 October 2025 | 2025年11月30日 | the month October",
        "in May 2025 | 2025年15月 | the month May",
        "12 million tons | 120万吨 | 12 million",
        "$34 billion | 34亿美元 | 34 billion",
        "3.5 percent | 35% | 3.5",
        "from 12:01 a.m. | 12时01分起 | 12:01 a.m.",
        "since the 1980s | 自20世纪90年代 | 1980"
      })
  void differences_figureThatTheChineseLacks_isNamed(
      String english, String chinese, String missing) {
    assertThat(ChineseFigures.differences(english, chinese)).contains(missing);
  }

  @Test
  void differences_percentageThatTheEnglishLacks_isNamed() {
    assertThat(ChineseFigures.differences("The rate was raised.", "税率提高至25%。"))
        .containsExactly("25%, which only the Chinese has");
  }
}
