package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GenerationInfoTest {
  private static final GenerationInfo INFO =
      new GenerationInfo(
          "000007",
          SampleIndex.BUILT,
          3,
          12,
          LocalDate.of(2026, 9, 28),
          null,
          "settings",
          "corpus");

  @Test
  void ofUserData_itsOwn_isEqual() {
    assertThat(GenerationInfo.ofUserData(INFO.toUserData())).isEqualTo(INFO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "built",
        "records",
        "statements",
        "reachesToUs",
        "reachesToPrc",
        "settings",
        "corpus"
      })
  void ofUserData_fieldMissing_isRefusedByName(String field) {
    Map<String, String> data = new HashMap<>(INFO.toUserData());
    data.remove(field);

    assertThatThrownBy(() -> GenerationInfo.ofUserData(data))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(field);
  }
}
