package dev.readout.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One form for one page. */
final class SourceAddressTest {
  @ParameterizedTest
  @CsvSource({
    "HTTPS://WWW.Example.org, https://www.example.org/",
    "https://example.org:443/a#b, https://example.org/a",
    "http://example.org:80/a?b=C, http://example.org/a?b=C",
    "http://127.0.0.1:8080/a, http://127.0.0.1:8080/a",
    "<https://example.org/A>, https://example.org/A",
    "example.org/a, https://example.org/a",
    "https://example.org/商务, https://example.org/%E5%95%86%E5%8A%A1",
    "ftp://example.org/a, ftp://example.org/a",
    "example.org/a?from=http://example.com, https://example.org/a?from=http://example.com",
  })
  void parse_address_isNormalised(String typed, String normalised) {
    assertThat(SourceAddress.parse(typed)).contains(URI.create(normalised));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "two words",
        "https://",
        "mailto:a@example.org",
        "https:///a",
        "a.org/\uD800"
      })
  void parse_noAddress_isEmpty(String typed) {
    assertThat(SourceAddress.parse(typed)).isEmpty();
  }

  /** The catalogue counts what an address is written out as. */
  @Test
  void parse_tooLongOnceWrittenOut_isEmpty() {
    assertThat(SourceAddress.parse("https://example.org/" + "商".repeat(219))).isPresent();
    assertThat(SourceAddress.parse("https://example.org/" + "商".repeat(221))).isEmpty();
  }

  @Test
  void parse_halfOfACharacter_isEmpty() {
    assertThat(SourceAddress.parse("https://example.org/" + (char) 0xD800)).isEmpty();
  }

  @Test
  void parse_hostInChinese_isTheOneLookedUp_shownInBothForms() {
    assertThat(SourceAddress.parse("商务部.中国/新闻"))
        .contains(URI.create("https://xn--zfr74dt79f.xn--fiqs8s/%E6%96%B0%E9%97%BB"));
    assertThat(SourceAddress.parse("https://例え.jp:443/?q=例"))
        .contains(URI.create("https://xn--r8jz45g.jp/?q=%E4%BE%8B"));
    assertThat(SourceAddress.parse("https://a@商务部.中国@b/")).isEmpty();
    assertThat(SourceAddress.shownHost("xn--r8jz45g.jp")).isEqualTo("例え.jp (xn--r8jz45g.jp)");
    assertThat(SourceAddress.shownHost("www.commerce.gov")).isEqualTo("www.commerce.gov");
  }
}
