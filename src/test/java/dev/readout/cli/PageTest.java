package dev.readout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.cli.Page.Ink;
import dev.readout.cli.Terminal.Layout;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PageTest {
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

  @Test
  void line_longerThanThePage_isIndentedUnderItsOpening() {
    Page page = new Page(new Layout(40, false));
    page.line(Ink.PLAIN, "• ", "Washington called the talks candid, useful and very long.");
    assertThat(page)
        .hasToString("• Washington called the talks candid,\n  useful and very long.\n");
  }

  @Test
  void line_noColour_writesNoEscapeSequence() {
    assertThat(new Page(Layout.PLAIN).line(Ink.RED, "red")).hasToString("red\n");
  }

  @Test
  void line_colour_isSwitchedOffAgain() {
    assertThat(new Page(new Layout(40, true)).line(Ink.RED, "red"))
        .hasToString("\u001b[31mred\u001b[0m\n");
  }

  @Test
  void gap_atTheTopOrTwice_writesNoSecondEmptyLine() {
    Page page = new Page(Layout.PLAIN).gap();
    page.line(Ink.PLAIN, "a").gap().gap().line(Ink.PLAIN, "b");
    assertThat(page).hasToString("a\n\nb\n");
  }

  @Test
  void columns_chineseAndColour_keepTheGutterStraight() {
    Page page = new Page(new Layout(103, true));
    Page left = new Page(page.columnLayout()).line(Ink.RED, "关税").line(Ink.PLAIN, "tariff");
    Page right = new Page(page.columnLayout()).line(Ink.PLAIN, "one").line(Ink.PLAIN, "two");
    String[] lines = page.columns(left, right).toString().split("\n", -1);
    assertThat(lines[0]).isEqualTo("\u001b[31m关税\u001b[0m" + " ".repeat(46) + " │ one");
    assertThat(lines[1]).isEqualTo("tariff" + " ".repeat(44) + " │ two");
  }
}
