package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlExtractorTest {
  /** Enough of a text that the page counts as a document. */
  private static final String TEXT =
      "<p>The delegations of the two made-up ministries met for the third time this year and spoke"
          + " about the supply of example widgets to makers on both shores of the ocean, and they"
          + " agreed that the talks were going to be held again in the spring of the next"
          + " year.</p>";

  private static final String CHINESE = "双方就样品零件的供应进行了坦诚的交流，并同意在下一季度继续举行工作层会议。".repeat(4);

  private static Extracted page(String body) {
    return Pages.extracted("<html><body><article>" + TEXT + body + "</article></body></html>");
  }

  private static List<String> lines(Extracted page) {
    return page.body().lines().filter(line -> !line.isEmpty()).skip(1).toList();
  }

  /** Of a paragraph with more than this each sentence is quoted by itself. */
  private static final String LONG =
      "The first made-up ministry said that it was going to look at all widgets of the year before"
          + " it came back to what had been asked for by the second one in the spring.";

  private static List<String> quoted(String body) {
    Extracted page = page(body);
    return page.statements().stream()
        .map(slice -> page.body().substring(slice.start(), slice.end()))
        .skip(1)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<del>not</del>",
        "<s>not</s>",
        "<strike><b>not</b></strike>",
        "<span style='text-decoration: red line-through'>not</span>",
        "<math><msup><mn>10</mn><mn>2</mn></msup></math>"
      })
  void extract_partLeftOut_noSentenceIsQuotedWithoutIt(String part) {
    assertThat(
            quoted(
                "<p>"
                    + LONG
                    + " The tariff on widgets of this made-up kind is "
                    + part
                    + " in force this year. "
                    + LONG
                    + "</p><p>"
                    + part
                    + " every widget is charged the tariff of this year.</p>"
                    + "<p>The last made-up sentence stands as well.</p>"))
        .containsExactly(LONG, LONG, "The last made-up sentence stands as well.");
  }

  /** What is marked as the text may hold all that the site would have read next. */
  @Test
  void extract_otherStoriesWithinTheMarkedText_areLeftOut() {
    String story = ("<p>" + LONG + " " + LONG + "</p>").repeat(6);
    String player =
        "<div class=player>" + "<div><span>Caption of size 12</span></div>".repeat(300) + "</div>";
    Extracted page =
        Pages.extracted(
            "<html><body><article><div class=clip>"
                + player
                + "</div><div class=body>"
                + story
                + "</div></article></body></html>");
    assertThat(page.body()).contains(LONG).doesNotContain("Caption");
  }

  /** A part without prose is read where the page marks it as its text. */
  @Test
  void extract_textInSeveralParts_hasAllOfThem() {
    String part = "<div class='part'>" + TEXT + "<p>" + LONG + "</p></div>";
    String beside = "<div><div class='box'><p>" + LONG + "</p></div></div>";
    Extracted page =
        Pages.extracted("<body><div class='all'>" + part.repeat(5) + "</div>" + beside + "</body>");

    assertThat(page.body().split("The first made-up ministry", -1)).hasSize(6);
  }

  @Test
  void extract_linesInADivision_areProseToo() {
    String lines = (LONG + "<br><br>").repeat(6);
    Extracted page =
        Pages.extracted(
            "<body><div class='post'>"
                + lines
                + "<div></div></div><div class='box'><p>Other news of the week.</p></div></body>");

    assertThat(page.body()).contains("The first made-up ministry").doesNotContain("Other news");
  }

  @Test
  void extract_sectionNamedByItsHeading_isText() {
    String section = "<section id='sharing-of-widgets-with-others'>%s<p>" + LONG + "</p></section>";

    assertThat(lines(page(section.formatted("<h2>Sharing of widgets with others ¶</h2>"))))
        .contains(LONG);
    assertThat(lines(page(section.formatted("<h2>Tell your friends</h2>")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', true", "<script>let a</script>, false", "<noscript>No</noscript>, false"})
  void extract_shortPage_isADocumentOnlyIfNoScriptMayAddToIt(String script, boolean isDocument) {
    String text =
        "The made-up ministry has no comment on the talks about the widgets. They are going on.";

    assertThat(Pages.extract("<body><p>" + text + "</p>" + script + "</body>"))
        .isInstanceOf(isDocument ? Extracted.class : Failed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "<main>%s</main>, true",
    "<article><p>%s</article>, true",
    "<p>%s, false",
    "<main>%s</main><iframe src=a></iframe>, false",
    "<main>%s</main><script>let a</script>, false",
    "<main>Page title</main>, false",
  })
  void extract_oneSentence_isADocumentWhereMarkedAsText(String page, boolean isDocument) {
    for (String text : List.of("No comment on the made-up talks was made.", "该虚构部门未就会谈发表评论。")) {
      assertThat(Pages.extract(page.formatted(text)))
          .isInstanceOf(isDocument ? Extracted.class : Failed.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"12, false", "1, true"})
  void extract_galleryInText_isLeftOutWhereItTellsMoreThanTheText(int pictures, boolean isText) {
    String picture = "<li><p>A made-up widget is shown at another fair. " + LONG + "</li>";
    Extracted page =
        Pages.extracted(
            "<article>%s<div class=full-gallery><ul>%s</ul></div></article>"
                .formatted(("<p>" + LONG + LONG).repeat(5), picture.repeat(pictures)));

    assertThat(page.body()).contains(LONG);
    assertThat(page.body().contains("another fair")).isEqualTo(isText);
  }

  /** A question may lead to its own page, and a digest has text of its own. */
  @ParameterizedTest
  @CsvSource({
    "1,/other,h2,false",
    "10,/other,h2,true",
    "1,/elsewhere,h2,true",
    "1,#part,h2,true",
    "1,/other,h1,true"
  })
  void extract_teaserOfAnotherPage_isLeftOut(
      int sentences, String picture, String heading, boolean isText) {
    String link = picture.startsWith("#") ? picture : "/other";
    Extracted page =
        page(
            ("<section><a href='%s'><img src='a.png'></a><div><%s><a href='%s'>Another made-up"
                    + " ministry meets</a></%2$s><p>%s</p></div></section>")
                .formatted(
                    picture, heading, link, "Widgets of a kind are dear. ".repeat(sentences)));
    assertThat(page.body().contains("Widgets of a kind")).isEqualTo(isText);
    assertThat(page.body()).contains("The delegations");
  }

  @Test
  void extract_smallPartOfTheMarkedText_isKept() {
    String story = ("<p>" + LONG + " " + LONG + "</p>").repeat(6);
    Extracted page =
        Pages.extracted(
            "<html><body><article><div class=body>"
                + story
                + "</div><div><span>An annex of this made-up ministry names the"
                + " widgets.</span></div></article></body></html>");
    assertThat(page.body()).contains(LONG, "An annex of this made-up ministry");
  }

  @Test
  void extract_wholeSentenceStruck_othersAreQuoted() {
    assertThat(quoted("<p>" + LONG + " <s>This one was taken back.</s> " + LONG + "</p>"))
        .containsExactly(LONG, LONG);
  }

  @Test
  void extract_simpleFormula_cutsNoSentence() {
    assertThat(
            quoted(
                "<p>The made-up rate is <math><mi>r</mi><mo>=</mo><mn>25</mn><annotation>\\r=25"
                    + "</annotation></math> percent for all example widgets.</p>"))
        .containsExactly("The made-up rate is r=25 percent for all example widgets.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opacity:0",
        "color:red; opacity: 0.0",
        "font-size: 0px",
        "position:absolute;left:-9999px",
        "text-indent:-1000em",
        "clip:rect(0,0,0,0)",
        "clip-path: inset(50%)",
        "transform: scale(0)",
        "color: transparent"
      })
  void extract_styledAway_isNotQuoted(String style) {
    String hidden = "<p style='" + style + "'>This made-up sentence is shown to nobody at all.</p>";
    assertThat(quoted(hidden + "<p>This made-up sentence is shown to everybody.</p>"))
        .containsExactly("This made-up sentence is shown to everybody.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"opacity:0.5", "font-size:0.9em", "left:-10px", "border-color: transparent"})
  void extract_styledOnly_isQuoted(String style) {
    String shown = "<p style='" + style + "'>This made-up sentence is shown to everybody.</p>";
    assertThat(quoted(shown)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030, gb2312",
    "GBK, GBK",
    "UTF-8, gb2312",
    "GB18030, utf-8",
    "GB18030, iso-8859-1"
  })
  void extract_anyDeclaration_readsTheRealEncoding(String real, String declared) {
    String html = "<meta charset=" + declared + "><article><p>" + CHINESE + "</p></article>";

    Extracted page = (Extracted) Pages.extract(html.getBytes(Charset.forName(real)));

    assertThat(page.body()).isEqualTo(CHINESE);
    assertThat(page.language()).isEqualTo("zh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-8", "GB18030"})
  void extract_nothingDeclared_readsTheRealEncoding(String real) {
    byte[] bytes = ("<article><p>" + CHINESE + "</p></article>").getBytes(Charset.forName(real));

    assertThat(((Extracted) Pages.extract(bytes)).body()).isEqualTo(CHINESE);
  }

  @Test
  void extract_encodingOfTheSender_isUsed() {
    byte[] bytes = TEXT.replace("talks", "café").getBytes(StandardCharsets.ISO_8859_1);
    Original original = Original.of(bytes, Format.HTML, StandardCharsets.ISO_8859_1);

    assertThat(((Extracted) new HtmlExtractor(Pages.CLOCK).extract(original)).body())
        .contains("café");
  }

  @Test
  void extract_brokenByte_losesOneCharacter() {
    byte[] bytes = ("<meta charset=utf-8>" + TEXT + "<p>é").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = 'x';

    assertThat(((Extracted) Pages.extract(bytes)).body()).contains("spring of the next year.");
  }

  @Test
  void extract_linesOfBr_becomeParagraphs() {
    assertThat(lines(page("<div>First part<br><br>Second part.<br>Third part</div>")))
        .containsExactly("First part", "Second part.", "Third part");
  }

  @Test
  void extract_table_isALineARow() {
    assertThat(lines(page("<table><tr><th>Kind<th>Limit<tr><td>Brass <b>rods</b><td>2.5</table>")))
        .containsExactly("Kind | Limit", "Brass rods | 2.5");
  }

  @Test
  void extract_tableForLayout_isReadAsParagraphs() {
    String cell = "<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>";

    assertThat(lines(page("<table><tr><td>" + cell + "<td><p>Five.</p></table>")))
        .containsExactly("One.", "Two.", "Three.", "Four.", "Five.");
  }

  @Test
  void extract_raisedNumber_doesNotJoinTheNumberBefore() {
    assertThat(
            lines(page("<p>In 2024<sup><a href='#fn3'>3</a></sup> some 10<sup>6</sup> were made.")))
        .containsExactly("In 2024[3] some 10^6 were made.");
  }

  @Test
  void extract_hiddenElements_areLeftOut() {
    assertThat(
            lines(
                page(
                    "<p>Seen.</p><p hidden>A</p><p style='color:red; Display : none'>B</p>"
                        + "<p aria-hidden=true>C</p><script>D</script><noscript>E</noscript>")))
        .containsExactly("Seen.");
  }

  @Test
  void extract_headings_areNoStatements() {
    Extracted page = page("<h2>A heading</h2><p>A paragraph after it.</p>");

    assertThat(lines(page)).containsExactly("A heading", "A paragraph after it.");
    assertThat(page.statements())
        .extracting(slice -> page.body().substring(slice.start(), slice.end()))
        .doesNotContain("A heading")
        .contains("A paragraph after it.");
  }

  @Test
  void extract_charactersThatAreNotShown_areLeftOutOfTextAndFragment() {
    Extracted page = page("<p>A wid&shy;get of brass\u200b is a sample of all the widgets.</p>");

    assertThat(lines(page)).containsExactly("A widget of brass is a sample of all the widgets.");
    assertThat(page.statements().getLast().fragment())
        .isNotNull()
        .doesNotContain("widget%20")
        .doesNotContain("brass");
  }
}
