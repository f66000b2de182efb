package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Sentences.Range;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentencesTest {
  /** Makes a paragraph too long to be quoted whole; ends where a sentence ends. */
  private static final String BEFORE =
      ("The delegations of the two fictitious ministries met for the third time this year and spoke"
          + " about the supply of example widgets to makers on both shores of the ocean, about"
          + " licences that were applied for in spring, and about the hours at which the two"
          + " hotlines are staffed by people rather than by machines. ");

  private static final String BEFORE_ZH =
      "双方就样品零件的供应、许可申请的办理时间以及热线电话的值守安排进行了坦诚、深入的交流，并同意在下一季度继续举行工作层会议。".repeat(5);

  private static List<String> parts(String text, String language) {
    return Sentences.of(text, 0, text.length(), language).stream()
        .map(range -> text.substring(range.start(), range.end()))
        .toList();
  }

  @Test
  void of_shortParagraph_isOneWhole() {
    String text = "  We met. We talked. We left.\u00a0";

    assertThat(parts(text, "en")).containsExactly("We met. We talked. We left.");
  }

  @Test
  void of_blankParagraph_hasNone() {
    assertThat(parts(" \u3000\u00a0\n", "zh")).isEmpty();
  }

  @Test
  void of_partOfText_countsFromTheWholeText() {
    String text = "Heading\n\nA short paragraph.\n\nAnother.";

    assertThat(Sentences.of(text, 9, 27, "en")).containsExactly(new Range(9, 27));
  }

  @Test
  void of_longParagraph_isCutIntoSentences() {
    String second = "The Secretary said that the licences would be looked at by the end of May.";
    String third = "\u201cWhat comes then?\u201d asked a member of the delegation from the coast.";

    assertThat(parts(BEFORE + second + " " + third, "en"))
        .containsExactly(BEFORE.strip(), second, third);
  }

  @Test
  void of_shortSentence_joinsTheOneBefore() {
    assertThat(parts(BEFORE.strip() + " He agreed.", "en")).hasSize(2);
    String second = "The Secretary said that the licences would be looked at by the end of May.";

    assertThat(parts(BEFORE + second + " He agreed.", "en"))
        .containsExactly(BEFORE.strip(), second + " He agreed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The rule of the U.S. Department of Examples takes hold of every widget made abroad.",
        "Under 50 U.S.C. 4801 and 15 C.F.R. Part 744 nobody may send such a widget abroad.",
        "Widgets are named in No. 3 of the list and in Nos. 7 to 9 of the annex to the list.",
        "The notice stands in 89 Fed. Reg. 12345 and was mended once by a later notice there.",
        "Mr. Example met Ms. Muster, and Dr. Sample took the minutes of what was said to all.",
        "Example Widgets Inc. Chairman Muster and Sample Co., Ltd. Director Wang signed it.",
        "They agreed on Jan. 5 that the talks would go on until Sept. 30 of the same year.",
        "Some widgets (e.g. Those with a thread, i.e. Screws) may be sent without a licence.",
        "The paper by J. Q. Muster cites Example Widgets v. Sample Tools at length and twice.",
        "Section 744.11 of the rules sets 2.5 percent as the limit, as Sec. 3 had done before.",
        "At 9 a.m. Eastern time the doors of the hall in Sampletown, D.C. Metro area, open.",
      })
  void of_abbreviation_endsNoSentence(String sentence) {
    String last = "It was the last of the papers that the two sides had brought to the meeting.";

    assertThat(parts(BEFORE + sentence + " " + last, "en"))
        .containsExactly(BEFORE.strip(), sentence, last);
  }

  @Test
  void of_abbreviationBeforeAnOpener_endsASentence() {
    String second = "It covers all goods and services that are made outside the U.S.";
    String third = "The other side did not say anything about this in its own paper.";

    assertThat(parts(BEFORE + second + " " + third, "en"))
        .containsExactly(BEFORE.strip(), second, third);
  }

  @Test
  void of_markOfNote_belongsToTheSentenceNoted() {
    String second = "It covers all goods and services that are made abroad by anybody.[12]";
    String third = "The other side did not say anything about this in its own paper.[13]";

    assertThat(parts(BEFORE + second + " " + third, "en"))
        .containsExactly(BEFORE.strip(), second, third);
  }

  @Test
  void of_numberOfItem_belongsToTheItem() {
    String item = "1. The Commission meets twice a year, in turn in each of the two capitals.";

    assertThat(parts(item + " " + BEFORE, "en")).containsExactly(item, BEFORE.strip());
  }

  @Test
  void of_chineseQuotation_keepsItsMarks() {
    String second = "发言人表示：“我们注意到有关样品零件的报道；双方将继续就此保持沟通，妥善处理分歧。”";
    String third = "“下一步，双方将按照共识推进样品零件许可的办理工作，有关安排将适时公布。”";
    String fourth = "发言人说：“我们希望双方相向而行，为企业提供稳定的预期。”";
    List<String> parts = parts(BEFORE_ZH + second + third + fourth, "zh");

    assertThat(parts.subList(5, parts.size())).containsExactly(second, third, fourth);
  }

  @Test
  void of_sentenceTooLongForAMessage_isCutBetweenClauses() {
    String clause = "the ministry counts widgets of the kind named in annex 3,000 of the list; ";
    List<String> parts = parts("It says that " + clause.repeat(40) + "and no others.", "en");

    assertThat(parts).hasSizeGreaterThan(2);
    assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(1200));
    assertThat(parts.subList(0, parts.size() - 1)).allSatisfy(p -> assertThat(p).endsWith(";"));
  }

  @Property(tries = 500)
  void of_anyText_isOrderedTrimmedAndWhole(@ForAll("paragraphs") String text) {
    int from = text.length() / 7;
    StringBuilder covered = new StringBuilder();
    int last = from;
    for (Range range : Sentences.of(text, from, text.length(), "en")) {
      String part = text.substring(range.start(), range.end());
      assertThat(range.start()).isGreaterThanOrEqualTo(last);
      assertThat(part).isEqualTo(trimmed(part)).isNotEmpty().hasSizeLessThanOrEqualTo(1200);
      covered.append(part);
      last = range.end();
    }
    assertThat(withoutSpaces(covered.toString())).isEqualTo(withoutSpaces(text.substring(from)));
  }

  @Provide
  Arbitrary<String> paragraphs() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "U.S. ",
                "Mr. ",
                "The rule. ",
                "[1] ",
                "。",
                "”",
                "“",
                "我们注意到",
                "；",
                "? ",
                "No. 3 ",
                ";",
                "x".repeat(1300),
                "word ",
                "1. ",
                "\n",
                "\u3000",
                "😀",
                "e.g. ",
                "...",
                "(a) ",
                "!"),
            Arbitraries.strings().ofMaxLength(20));
    return piece.list().ofMaxSize(120).map(pieces -> String.join("", pieces));
  }

  private static String trimmed(String text) {
    return text.replaceAll("^[\\s\\p{Z}\\x{85}\\x1c-\\x1f]+|[\\s\\p{Z}\\x{85}\\x1c-\\x1f]+$", "");
  }

  private static String withoutSpaces(String text) {
    return text.replaceAll("[\\s\\p{Z}\\x{85}\\x1c-\\x1f]", "");
  }
}
