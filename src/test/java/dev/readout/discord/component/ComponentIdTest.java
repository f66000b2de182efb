package dev.readout.discord.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.answer.reading.Language;
import dev.readout.store.Verdict;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.buttons.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ComponentIdTest {

  static Stream<ComponentId> ids() {
    return Stream.of(
        new ComponentId.More("7K3Q9ZTA", 2, 7),
        new ComponentId.MoreRows("2025-09-14-madrid-round", 3, "000012", Language.EN),
        new ComponentId.MoreRows("a".repeat(69), 1_000, "9999999999", Language.ZH_TW),
        new ComponentId.Sources("7K3Q9ZTA"),
        new ComponentId.Related("000001"),
        new ComponentId.Vote("7K3Q9ZTA", Verdict.WRONG_SOURCE),
        new ComponentId.Vote("7K3Q9ZTA7K3Q9ZTA", Verdict.OUT_OF_DATE),
        new ComponentId.Show(),
        new ComponentId.Remove(1L),
        new ComponentId.Remove(-1L));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void parse_encoded_isTheSame(ComponentId id) {
    assertThat(ComponentId.parse(id.encode())).contains(id);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void encode_any_fitsInDiscordsLimit(ComponentId id) {
    assertThat(id.encode()).hasSizeLessThanOrEqualTo(Button.ID_MAX_LENGTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "r1",
        "r1:",
        "r0:show",
        "r2:show",
        "show",
        "r1:show:1",
        "r1:more:7K3Q9ZTA",
        "r1:more:7K3Q9ZTA:2",
        "r1:more:7K3Q9ZTA:1:7",
        "r1:more:7K3Q9ZTA:2:0",
        "r1:more:7K3Q9ZTA:x:7",
        "r1:more:7K3Q9ZTA:99999999999:7",
        "r1:more:../../etc:2:7",
        "r1:vote:7K3Q9ZTA:brilliant",
        "r1:remove:-1",
        "r1:remove:18446744073709551616",
        "r1:rows:UPPER:2:000001:en",
        "r1:rows:madrid:2:000001",
        "r1:rows:madrid:2:000001:fr",
        "r1:sources:💥"
      })
  void parse_anythingElse_isEmpty(String id) {
    assertThat(ComponentId.parse(id)).isEmpty();
  }

  @Test
  void parse_longerThanDiscordAllows_isEmpty() {
    assertThat(ComponentId.parse("r1:related:" + "1".repeat(100))).isEmpty();
  }

  @Test
  void more_firstPage_isRefused() {
    assertThatThrownBy(() -> new ComponentId.More("7K3Q9ZTA", 1, 7))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
