package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number answers only where it counts what is asked for. */
final class ChineseMeasureTest {
  private static boolean answers(String question, String statement) {
    return ChineseMeasure.of(statement).answers(ChineseMeasure.of(question));
  }

  @ParameterizedTest
  @CsvSource({
    "要买多少万吨玉米, 2027年前采购900万吨。",
    "买了几架飞机, 采购60余架飞机。",
    "列了多少家, 名单有23家企业。",
    "占多少股份, 持股25%或以上。",
    "判决是几比几, 以5比4裁定。",
    "谈了多久, 会谈历时约一个半小时。",
    "多少天内报告, 应在30日内报告。",
    "谈了几天, 9月14日至15日在马德里举行。",
    "距马德里会谈几天, 马德里会谈四天后通话。",
    "断供多少年, 禁令为期七年。",
    "答应买多少玉米, 采购900万吨。",
    "关税现在征多少, 税率为百分之十五。",
    "关税是多少, 税率为10%。",
    "要买多少块芯片, 不超过5万枚。",
    "有多少家, It lists 23 firms."
  })
  void answers_sameMeasure_does(String question, String statement) {
    assertThat(answers(question, statement)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "要买多少万吨玉米, 加征10%关税。",
    "断供多少年, 2018年宣布。",
    "谈了几轮, 第3轮磋商开始。",
    "关税现在征多少, 2026年4月6日起实施。",
    "答应买多少玉米, 加征10%关税。",
    "列了多少家, 税率为25%。"
  })
  void answers_otherMeasure_doesNot(String question, String statement) {
    assertThat(answers(question, statement)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"管的是哪七种元素, 7", "传给哪6个国家, 6", "那两项条件是什么, 2", "五种金属是哪几种, 5", "管哪些元素, 0", "第三条是什么, 0"})
  void things_numberOfAList_isRead(String question, int things) {
    assertThat(ChineseMeasure.of(question).things()).isEqualTo(things);
  }
}
