package dev.readout.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "**bold**              | \\*\\*bold\\*\\*",
        "__x__ ~~y~~ `z`       | \\_\\_x\\_\\_ \\~\\~y\\~\\~ \\`z\\`",
        "[click](http://evil)  | \\[click\\](http\\://evil)",
        "https://evil.example  | https\\://evil.example",
        "<@123> <@&4> <#5>     | \\<\\@123\\> \\<\\@&4\\> \\<\\#5\\>",
        "@everyone @here       | \\@everyone \\@here",
        "<t:1:R> <:e:1>        | \\<t:1:R\\> \\<:e:1\\>",
        "# heading             | \\# heading",
        "- item                | \\- item",
        "-# small              | \\-\\# small",
        "1. first              | 1\\. first",
        "> quote               | \\> quote",
        "back\\slash           | back\\\\slash"
      })
  void escape_whatDiscordGivesAMeaning_isText(String text, String escaped) {
    assertThat(Markdown.escape(text)).isEqualTo(escaped);
  }

  @Test
  void escape_spoiler_isText() {
    assertThat(Markdown.escape("||secret||")).isEqualTo("\\|\\|secret\\|\\|");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain words, figures such as 25% and $30 billion; dates of 10-11 May.",
        "2025年10月30日，双方就关税达成一致。",
        "MOFCOM and GACC Announcement No. 61 of 2025 (0.1 percent)"
      })
  void escape_ordinaryText_isUnchanged(String text) {
    assertThat(Markdown.escape(text)).isEqualTo(text);
  }

  @Test
  void escape_charactersThatTurnTheDirection_areGone() {
    assertThat(Markdown.escape("a\u202Eb\u2066c\u200Fd\u0000e")).isEqualTo("abcde");
  }

  @Test
  void escapeLine_severalLines_isOne() {
    assertThat(Markdown.escapeLine(" one\r\n  two\n\nthree ")).isEqualTo("one two three");
  }

  @Test
  void link_addressWithBracketsAndSpace_staysOneAddress() {
    assertThat(Markdown.link("a [title]", "https://x.example/a_(b) c>d"))
        .isEqualTo("[a \\[title\\]](<https://x.example/a_(b)%20c%3Ed>)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u3164b",
        "a\u2800b",
        "a\u00ADb",
        "a\u034Fb",
        "a\uFFA0b",
        "a\uDB40\uDC41b",
        "a\uDB40\uDD00b"
      })
  void escape_invisibleCharacters_areGone(String text) {
    assertThat(Markdown.escape(text)).isEqualTo("ab");
  }

  @ParameterizedTest
  @CsvSource({
    "discord.gg/abc, discord\\.gg/abc",
    "Discord.GG/abc, Discord\\.GG/abc",
    "discordapp.com/invite/a, discordapp\\.com/invite/a",
    "discord.com/invite/a, discord\\.com/invite/a",
    "a discord.gg a, a discord.gg a"
  })
  void escape_invitation_isText(String text, String escaped) {
    assertThat(Markdown.escape(text)).isEqualTo(escaped);
  }
}
