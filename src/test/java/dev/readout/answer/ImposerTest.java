package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImposerTest {
  @ParameterizedTest
  @CsvSource({
    "Is the US 24 percent tariff suspended?, US",
    "Is the U.S. 34 percent tariff on China in force?, US",
    "Are US port fees on Chinese ships suspended?, US",
    "How high are tariffs on Chinese goods now?, US",
    "Is the duty on Chinese polysilicon in force?, US",
    "美国对华24%关税暂停了吗？, US",
    "美國對中國商品的關稅現在還有效嗎？, US",
    "对华关税还有效吗, US",
    "can I sell H20 chips to China, US",
    "can I still export germanium to the US, PRC",
    "Are China's port fees on US ships suspended?, PRC",
    "Is Beijing's 10 percent duty on US goods in force?, PRC",
    "Is the Chinese retaliatory tariff suspended?, PRC",
    "Does China still charge tariffs in response to the fentanyl tariff?, PRC",
    "Is the additional duty on US farm goods in force?, PRC",
    "中国对美国大豆的关税现在还有效吗？, PRC",
    "中方對美加徵的關稅暫停了嗎, PRC",
  })
  void of_dutyOfOneGovernment_isIt(String question, Side side) {
    assertThat(Imposer.of(question)).contains(side);
  }

  @ParameterizedTest
  @CsvSource({
    "Is the fentanyl tariff still in force?",
    "Is the Chinese EV tariff in force?",
    "US-China tariffs",
    "Is China's rare earth licensing suspended?",
    "Did US and Chinese tariffs fall?",
    "关税降了吗"
  })
  void of_noDutyOrNoGovernment_isEmpty(String question) {
    assertThat(Imposer.of(question)).isEmpty();
  }
}
