package dev.readout.answer.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.reading.Language;
import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LabelTest {

  @ParameterizedTest
  @EnumSource
  void in_everyLanguage_hasTheSameGaps(Label label) {
    Object[] fillings = {"<1>", "<2>", "<3>", "<4>"};
    for (Object filling : fillings) {
      assertThat(Language.values())
          .as("%s in every language of %s", filling, label)
          .extracting(language -> label.in(language, fillings).contains(filling.toString()))
          .containsOnly(label.in(Language.EN, fillings).contains(filling.toString()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void in_chinese_isInItsScript(Label label) {
    assertThat(label.in(Language.ZH)).matches(Charset.forName("GB2312").newEncoder()::canEncode);
    assertThat(label.in(Language.ZH_TW)).matches(Charset.forName("Big5").newEncoder()::canEncode);
  }
}
