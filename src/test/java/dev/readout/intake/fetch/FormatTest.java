package dev.readout.intake.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.intake.fetch.Original.Content;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormatTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><p>x",
        "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html>",
        "\ufeff \r\n\t<HTML lang=zh>",
        "<!-- a > b --><!-- %PDF-1.7 --><html>",
        "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\" \"y\"><html xmlns=\"z\">",
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">",
        "<head><title>x</title>",
        "<meta charset=gb2312><title>x</title>",
        "<div>x</div>",
        "<p>x"
      })
  void detect_markup_isHtml(String text) {
    assertThat(Format.detect(Content.of(text.getBytes(UTF_8)), null, null)).contains(Format.HTML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\"?><rss version=\"2.0\"/>",
        "<rss version=\"2.0\"/>",
        "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"u\" [<!ENTITY a \"b\">]><rss/>",
        "\ufeff<?xml version=\"1.0\"?><?xml-stylesheet href=\"a\"?><!-- b --><feed xmlns=\"c\"/>",
        "<atom:feed xmlns:atom=\"http://www.w3.org/2005/Atom\"/>",
        "<?xml version=\"1.0\"?><rdf:RDF xmlns=\"http://purl.org/rss/1.0/\"/>"
      })
  void detect_feed_isFeed(String text) {
    assertThat(Format.detect(Content.of(text.getBytes(UTF_8)), "text/html", null))
        .contains(Format.FEED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\"?><urlset/>",
        "<?xml version=\"1.0\"?>",
        "<?xml version=\"1.0\"?><rdf:RDF xmlns:foaf=\"x\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "{\\rtf1\\ansi hello}",
        "%!PS-Adobe-3.0"
      })
  void detect_otherMarkup_isNone(String text) {
    assertThat(Format.detect(Content.of(text.getBytes(UTF_8)), "text/html", "a.html")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "89504e470d0a1a0a0000000d49484452", // PNG
        "ffd8ffe000104a464946", // JPEG
        "504b030414000600080000002100", // ZIP and so DOCX
        "4d5a90000300000004000000ffff0000", // Windows program
        "7f454c460201010000000000", // Linux program
        "1f8b0800000000000003", // gzip
        "d0cf11e0a1b11ae1", // Word before 2007
        "fffe00003c000000", // UTF-32
        "fffe4e00d8" // half a character of UTF-16
      })
  void detect_binary_isNoneWhateverIsSaid(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(Format.detect(Content.of(bytes), "text/html; charset=utf-8", "page.html")).isEmpty();
    assertThat(Format.detect(Content.of(bytes), "application/pdf", "page.pdf")).isEmpty();
  }

  @Test
  void detect_pdfWithinTheFirstKilobyte_isPdf() {
    byte[] late = ("\0".repeat(1019) + "%PDF-1.7").getBytes(ISO_8859_1);
    byte[] tooLate = ("\0".repeat(1020) + "%PDF-1.7").getBytes(ISO_8859_1);
    assertThat(
            Format.detect(
                Content.of("%PDF-2.0\n%\u00e2".getBytes(ISO_8859_1)), "text/html", "a.md"))
        .contains(Format.PDF);
    assertThat(Format.detect(Content.of(late), null, null)).contains(Format.PDF);
    assertThat(Format.detect(Content.of(tooLate), null, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", " \n[1, {\"a\": null}]", "\ufeff{\"a\": \"%PDF-\"}"})
  void detect_json_isJson(String text) {
    assertThat(Format.detect(Content.of(text.getBytes(UTF_8)), "text/html", null))
        .contains(Format.JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a](b)", "{", "{}{}", "{\"a\":1} and so on", "[1,", "{a}"})
  void detect_notJsonToItsEnd_isText(String text) {
    assertThat(Format.detect(Content.of(text.getBytes(UTF_8)), null, null))
        .contains(Format.PLAIN_TEXT);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "The talks ended., -, -, PLAIN_TEXT",
        "<3 the talks, -, -, PLAIN_TEXT",
        "<https://a.example>, -, -, PLAIN_TEXT",
        "# Talks, -, talks.txt, PLAIN_TEXT",
        "# Talks, -, talks.MD, MARKDOWN",
        "# Talks, -, talks.markdown, MARKDOWN",
        "# Talks, text/markdown; charset=utf-8, -, MARKDOWN",
        "<p>Talks, -, talks.md, MARKDOWN",
        "<!doctype html>, -, talks.md, HTML",
        "Talks<p>, text/html, -, HTML",
        "Talks<p>, -, talks.html, HTML",
        "Talks, application/pdf, talks.pdf, PLAIN_TEXT",
        "Talks, image/png, -, PLAIN_TEXT",
        "Talks, no type at all, -, PLAIN_TEXT",
      })
  void detect_text_bySayingSo(
      String text, @Nullable String type, @Nullable String name, Format expected) {
    assertThat(Format.detect(Content.of(text.getBytes(UTF_8)), type, name)).contains(expected);
  }

  static Stream<byte[]> wideHtml() {
    return Stream.of(
        " <!-- x --><html>".getBytes(UTF_16),
        "\ufeff<html>".getBytes(UTF_16LE),
        "<html>".getBytes(UTF_16LE),
        "<html>".getBytes(UTF_16BE));
  }

  @ParameterizedTest
  @MethodSource("wideHtml")
  void detect_utf16_isHtml(byte[] bytes) {
    assertThat(Format.detect(Content.of(bytes), null, null)).contains(Format.HTML);
  }

  @Test
  void detect_utf16Text_neededSaying() {
    assertThat(Format.detect(Content.of("\ufeff会谈".getBytes(UTF_16LE)), null, null))
        .contains(Format.PLAIN_TEXT);
    byte[] unmarked = "talks".getBytes(UTF_16LE);
    assertThat(Format.detect(Content.of(unmarked), "text/plain; charset=utf-16le", null))
        .contains(Format.PLAIN_TEXT);
    assertThat(Format.detect(Content.of(unmarked), null, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "Big5", "ISO-2022-JP", "windows-1252"})
  void detect_olderEncodings_areText(String charset) {
    byte[] bytes = "会谈 talks".getBytes(Charset.forName(charset));
    assertThat(Format.detect(Content.of(bytes), null, null)).contains(Format.PLAIN_TEXT);
  }

  @Test
  void detect_deepJson_isNoJson() {
    byte[] bytes = ("[".repeat(100_000) + "]".repeat(100_000)).getBytes(UTF_8);
    assertThat(Format.detect(Content.of(bytes), null, null)).contains(Format.PLAIN_TEXT);
  }

  @Property(tries = 200)
  void detect_anything_neverThrows(
      @ForAll @Size(max = 64) byte[] bytes, @ForAll String type, @ForAll String name) {
    assertThat(Format.detect(Content.of(bytes), type, name)).isNotNull();
    assertThat(Format.declaredCharset(type)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "text/html; charset=GB2312, GB2312",
        "text/html;charset=\"utf-8\", UTF-8",
        "text/html; charset='utf-8'; a=b, UTF-8",
        "text/html; charset=none, -",
        "text/html; charset=../../x, -",
        "text/html; charset=, -",
        "text/html, -",
        "charset=utf-8, -",
        "'', -",
        "-, -",
      })
  void declaredCharset_onlyKnownOnes(@Nullable String type, @Nullable String expected) {
    assertThat(Format.declaredCharset(type).map(Charset::name).orElse(null)).isEqualTo(expected);
  }
}
