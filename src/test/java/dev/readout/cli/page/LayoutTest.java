package dev.readout.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class LayoutTest {

  @Test
  void of_pipe_isPlainAndUnbroken() {
    assertThat(Layout.of(false, Map.of())).isEqualTo(Layout.PLAIN);
  }

  @Test
  void of_terminal_isColouredAndAsWideAsColumnsSays() {
    assertThat(Layout.of(true, Map.of("COLUMNS", "80"))).isEqualTo(new Layout(80, true));
  }

  @Test
  void of_terminalOfUnknownWidth_isAHundredColumnsWide() {
    assertThat(Layout.of(true, Map.of("COLUMNS", "wide"))).isEqualTo(new Layout(100, true));
  }

  @Test
  void of_noColor_isObeyed() {
    assertThat(Layout.of(true, Map.of("NO_COLOR", "1")).colour()).isFalse();
  }

  @Test
  void of_columnsBeyondReason_areClamped() {
    assertThat(Layout.of(true, Map.of("COLUMNS", "3")).columns()).isEqualTo(40);
    assertThat(Layout.of(true, Map.of("COLUMNS", "9999")).columns()).isEqualTo(160);
  }
}
