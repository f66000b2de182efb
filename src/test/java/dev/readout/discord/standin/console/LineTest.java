package dev.readout.discord.standin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

final class LineTest {
  @Test
  void parse_slash_hasVerbWordsAndNamed() {
    Line line = Line.parse("/source add url:https://example.com/a?b=c title:\"a: b\"");

    assertThat(line.verb()).isEqualTo("/source");
    assertThat(line.words()).containsExactly("add");
    assertThat(line.named())
        .containsExactly(entry("url", "https://example.com/a?b=c"), entry("title", "a: b"));
  }

  @Test
  void parse_quotedName_isOneName() {
    assertThat(Line.parse("submit \"What is it?\"=\"no = yes\" b=").named())
        .containsExactly(entry("What is it?", "no = yes"), entry("b", ""));
  }

  @Test
  void parse_plainWords_areAPhrase() {
    assertThat(Line.parse("press Show more").phrase()).isEqualTo("Show more");
    assertThat(Line.parse("menu “Check this” https://a.b").words())
        .containsExactly("Check this", "https://a.b");
  }

  @Test
  void parse_empty_hasNoVerb() {
    assertThat(Line.parse("  ").verb()).isEmpty();
  }
}
