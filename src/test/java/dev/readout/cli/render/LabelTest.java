package dev.readout.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.reading.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LabelTest {

  @ParameterizedTest
  @EnumSource
  void in_bothLanguages_hasTheSameGaps(Label label) {
    Object[] fillings = {"<1>", "<2>", "<3>", "<4>"};
    for (Object filling : fillings) {
      assertThat(label.in(Language.ZH, fillings).contains(filling.toString()))
          .as("%s in both languages of %s", filling, label)
          .isEqualTo(label.in(Language.EN, fillings).contains(filling.toString()));
    }
  }
}
