package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Statement;
import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Slice;
import dev.readout.intake.extract.TextFragments.FragmentMatcher;
import dev.readout.intake.extract.TextWriter.PageText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextFragmentsTest {
  private static final String REST =
      "<p>The delegations of the two made-up ministries met for the third time this year and spoke"
          + " about the supply of example widgets to makers on both shores of the ocean, and they"
          + " agreed that the talks were going to be held again in the spring of the next"
          + " year.</p>";

  private static Extracted page(String body) {
    return Pages.extracted("<body><main>" + REST + body + "</main></body>");
  }

  private static List<String> fragments(String body) {
    List<String> fragments = new ArrayList<>();
    page(body).statements().forEach(slice -> fragments.add(String.valueOf(slice.fragment())));
    return fragments.subList(1, fragments.size());
  }

  @Test
  void of_repeatedBeginning_takesWordsUntilItDiffers() {
    assertThat(
            fragments(
                "<p>The Sample Bureau adds nine makers of widgets today.</p>"
                    + "<p>The Sample Bureau removes two makers of widgets today.</p>"))
        .containsExactly(
            ":~:text=The%20Sample%20Bureau%20adds,today.",
            ":~:text=The%20Sample%20Bureau%20removes,today.");
  }

  @Test
  void of_sameStatementTwice_isNull() {
    assertThat(fragments("<p>They agreed on three steps.</p><p>They agreed on three steps.</p>"))
        .containsExactly("null", "null");
  }

  @Test
  void of_sameWordsInMenuOrHiddenText_isNull() {
    assertThat(
            fragments(
                "<p>They agreed on three steps.</p><nav>THEY AGREED ON THREE STEPS.</nav>"
                    + "<p>They will meet again.</p><p hidden>They will meet again.</p>"))
        .containsExactly("null", "null");
  }

  @Test
  void of_charactersRefusedInLinks_choosesOtherWords() {
    assertThat(fragments("<p>(a) It's the widget of the maker that counts here (so far).</p>"))
        .containsExactly(":~:text=the%20widget%20of,counts%20here");
  }

  @Test
  void of_inlineElementsAndCommas_areCrossedAndEncoded() {
    assertThat(fragments("<p>A <b>well</b>-<i>made</i> widget, of brass &amp; tin</p>"))
        .containsExactly(":~:text=A%20well%2Dmade%20widget%2C,brass%20%26%20tin");
  }

  @Test
  void of_row_reachesFromCellToCell() {
    assertThat(
            fragments(
                "<table><tr><td>Widgets made of brass<td>2.5 percent"
                    + "<tr><td>Tin, and any alloy of it!<td>7</table>"))
        .containsExactly(":~:text=Widgets%20made,percent", ":~:text=Tin%2C%20and%20any,alloy%20of");
  }

  @Test
  void only_fragmentOfSeveralPlaces_isNull() {
    PageText page = PageText.of("one two three four\fone two three", 32, new BitSet());
    FragmentMatcher matcher = new FragmentMatcher(page);

    assertThat(matcher.only(":~:text=one%20two")).isNull();
    assertThat(matcher.only(":~:text=three%20fo")).isNull();
    assertThat(matcher.only(":~:text=five")).isNull();
    assertThat(matcher.only(":~:text=FOUR,three")).isEqualTo(new FragmentMatcher.Place(14, 32));
  }

  @ParameterizedTest
  @ValueSource(strings = {"commerce-press-release", "mofcom-announcement-utf8", "law-firm-alert"})
  void of_officialPage_mostStatementsHaveOne(String name) {
    Extracted page = (Extracted) Pages.extract(Pages.bytes(name + ".html"));

    assertThat(page.statements().stream().filter(slice -> slice.fragment() != null).count())
        .isGreaterThanOrEqualTo(page.statements().size() - 1L);
  }

  /** Reads the page again, in another way than the extractor, and looks each fragment up. */
  @Property(tries = 200)
  void of_generatedPage_selectsTheStatementAlone(@ForAll("sentences") List<String> sentences) {
    Extracted page = page("<p>" + String.join("</p><p>", sentences) + "</p>");
    List<String> blocks = page.body().lines().filter(line -> !line.isEmpty()).toList();
    String text = String.join("\n", blocks).toLowerCase(Locale.ROOT);

    for (Slice slice : page.statements()) {
      String fragment = slice.fragment();
      if (fragment == null) {
        continue;
      }
      assertThat(fragment).hasSizeLessThanOrEqualTo(Statement.MAX_FRAGMENT_CHARS);
      String[] parts = fragment.substring(":~:text=".length()).split(",", -1);
      String start = decoded(parts[0]);
      String statement = page.body().substring(slice.start(), slice.end());
      assertThat(Pattern.compile(Pattern.quote(start)).matcher(text).results().count()).isOne();
      assertThat(statement.toLowerCase(Locale.ROOT)).startsWith(start);
      if (parts.length == 2) {
        int from = text.indexOf(start);
        int end = text.indexOf(decoded(parts[1]), from + start.length());
        String selected = text.substring(from, end + decoded(parts[1]).length());
        assertThat(selected).isEqualTo(statement.toLowerCase(Locale.ROOT));
      }
    }
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
  }

  @Provide
  Arbitrary<List<String>> sentences() {
    Arbitrary<String> word =
        Arbitraries.of(
            "widget", "the", "Bureau", "of", "brass", "2.5", "adds", "tin-plated", "U.S.");
    Arbitrary<String> english =
        word.list().ofMinSize(2).ofMaxSize(12).map(words -> String.join(" ", words) + ".");
    Arbitrary<String> chinese =
        Arbitraries.of("双方", "样品", "零件", "同意", "，", "部长", "会议", "的")
            .list()
            .ofMinSize(4)
            .ofMaxSize(20)
            .map(words -> "问" + String.join("", words) + "。");
    return Arbitraries.oneOf(english, chinese).list().ofMinSize(1).ofMaxSize(12);
  }
}
