package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.readout.corpus.CorpusReader.Defect;
import dev.readout.corpus.Statement.Voice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementCutterTest {
  private static final Path FILE = Path.of("readouts/a.md");

  /** The line of the file that each body here begins on. */
  private static final int FIRST_LINE = 10;

  private static StatementCutter cut(String body) {
    return new StatementCutter(FILE, "a", body).cut(FIRST_LINE);
  }

  private static List<String> texts(String body) {
    return cut(body).statements().stream().map(Statement::text).toList();
  }

  @Test
  void cut_listItems_areOneSummaryEach() {
    assertThat(cut("\n- First.\n- Second. Still second.\n").statements())
        .containsExactly(
            new Statement(
                "a", 3, 9, Voice.SUMMARY, null, "First.", hash("\n- First.", 3), null, null),
            new Statement(
                "a",
                12,
                33,
                Voice.SUMMARY,
                null,
                "Second. Still second.",
                hash("Second. Still second.", 0),
                null,
                null));
  }

  private static String hash(String text, int from) {
    return Statement.cut("a", text, from, text.length(), Voice.SUMMARY, null).hash();
  }

  @Test
  void cut_paragraphs_areOneSummaryEach() {
    assertThat(texts("First.\n\nSecond.")).containsExactly("First.", "Second.");
  }

  @Test
  void cut_itemRightBelowAParagraph_isAStatementOfItsOwn() {
    assertThat(texts("Both said:\n- First.\n")).containsExactly("Both said:", "First.");
  }

  @Test
  void cut_quotation_isVerbatimWithItsSpeaker() {
    assertThat(cut("> a big change\n>\n> — Jane Roe, White House\n").statements())
        .singleElement()
        .satisfies(statement -> assertThat(statement.text()).isEqualTo("a big change"))
        .satisfies(statement -> assertThat(statement.voice()).isEqualTo(Voice.VERBATIM))
        .satisfies(statement -> assertThat(statement.speaker()).isEqualTo("Jane Roe, White House"));
  }

  @Test
  void cut_speakerWithoutBlankLineBetween_isItsSpeaker() {
    assertThat(cut("> a big change\n> — Jane Roe").statements())
        .extracting(Statement::speaker)
        .containsExactly("Jane Roe");
  }

  @Test
  void cut_severalQuotations_eachHasItsOwnSpeaker() {
    assertThat(cut("> one\n>\n> — A\n\n> two\n>\n> — B\n").statements())
        .extracting(Statement::text, Statement::speaker)
        .containsExactly(tuple("one", "A"), tuple("two", "B"));
  }

  @Test
  void cut_chineseAndEmoji_areSlicesByUtf16Places() {
    String body = "- 会谈😀结束。\n- 之后。\n";

    assertThat(cut(body).statements()).allMatch(statement -> statement.isSliceOf(body)).hasSize(2);
  }

  @Test
  void cut_spacesAtTheEndOfALine_areNoPartOfTheStatement() {
    assertThat(texts("- First.  \t\n")).containsExactly("First.");
  }

  @Test
  void cut_carriageReturns_areNoPartOfTheStatement() {
    assertThat(texts("\r\n- First.\r\n- Second.\r\n")).containsExactly("First.", "Second.");
  }

  @Test
  void cut_bodyWithoutFinalLineEnd_keepsItsLastStatement() {
    assertThat(texts("- First.\n- Second.")).containsExactly("First.", "Second.");
  }

  @Test
  void cut_anyGoodBody_hasNoDefects() {
    assertThat(cut("\n- First.\n\nSecond.\n\n> third\n>\n> — A\n").defects()).isEmpty();
  }

  @Test
  void cut_quotationWithoutSpeaker_isADefectOfItsLine() {
    assertThat(cut("\n- First.\n\n> a big change\n").defects())
        .containsExactly(
            new Defect(
                FILE,
                FIRST_LINE + 3,
                "a quotation names its speaker: add a line '> — who said it'"));
  }

  @Test
  void cut_quotationFollowedByAnother_isADefectOfTheFirst() {
    assertThat(cut("> one\n> two\n>\n> — A\n").defects())
        .extracting(Defect::line)
        .containsExactly(FIRST_LINE);
  }

  @Test
  void cut_speakerWithoutQuotation_isADefect() {
    assertThat(cut("- First.\n\n> — A\n").defects())
        .containsExactly(
            new Defect(FILE, FIRST_LINE + 2, "a speaker without a quotation above it"));
  }

  @Test
  void cut_wrappedLine_isADefect() {
    assertThat(cut("- First,\nstill first.\n").defects())
        .containsExactly(
            new Defect(
                FILE,
                FIRST_LINE + 1,
                "a statement stands on one line; join this line to the one above"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Heading",
        "  - nested item",
        "    code",
        "\t- tab",
        "1. numbered",
        "2) numbered",
        "* star",
        "+ plus",
        "---",
        "***",
        "| cell |",
        "```java"
      })
  void cut_otherMarkdown_isADefect(String line) {
    assertThat(cut("- First.\n" + line + "\n").defects())
        .containsExactly(
            new Defect(
                FILE,
                FIRST_LINE + 1,
                "a body holds '- ' items, paragraphs and quotations only; no headings, rules,"
                    + " numbers or indents"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "  \n", "- \n", ">\n"})
  void cut_nothingToQuote_isADefect(String body) {
    assertThat(cut(body).defects())
        .containsExactly(
            new Defect(
                FILE, FIRST_LINE, "the body holds no statement; write at least one list item"));
  }

  @Test
  void cut_chineseUnderAnItem_isItsChineseAndASlice() {
    String body = "\n- First.\n  zh: 第一。\n- Second.\n- Third. \n  zh: 第三。 \n";

    assertThat(cut(body).statements())
        .allMatch(statement -> statement.isSliceOf(body))
        .extracting(Statement::text, Statement::zh)
        .containsExactly(tuple("First.", "第一。"), tuple("Second.", null), tuple("Third.", "第三。"));
    assertThat(cut(body).defects()).isEmpty();
  }

  @Test
  void cut_chineseUnderAParagraph_isItsChinese() {
    assertThat(cut("First.\n  zh: 第一。\n\nSecond.\n").statements())
        .extracting(Statement::zh)
        .containsExactly("第一。", null);
  }

  @Test
  void cut_chineseUnderASpeaker_isThatOfTheQuotation() {
    String body = "- First.\n\n> big\n>\n> — A\n> zh: 巨大\n\n> small\n> — B\n> zh: 微小";

    assertThat(cut(body).statements())
        .allMatch(statement -> statement.isSliceOf(body))
        .extracting(Statement::speaker, Statement::zh)
        .containsExactly(tuple(null, null), tuple("A", "巨大"), tuple("B", "微小"));
    assertThat(cut(body).defects()).isEmpty();
  }

  @Test
  void cut_chinese_leavesPlaceAndHashOfTheEnglishAlone() {
    assertThat(cut("- First.\n  zh: 第一。\n").statements())
        .containsExactly(
            Statement.cut("a", "- First.", 2, 8, Voice.SUMMARY, null).inChinese("第一。"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  zh: 无主\n- First.\n",
        "- First.\n\n  zh: 隔行\n",
        "- First.\n  zh: 一\n  zh: 二\n",
        "- First.\n> zh: 引文的\n",
        "> big\n>\n> — A\n  zh: 列表的\n",
        "> big\n> zh: 先于说话人\n> — A\n",
        "- First.\n  zh: \n",
        "- First.\n  zh:   多空格\n",
        "- First.\n zh: 一个空格\n",
        "- First.\n  zh:无空格\n"
      })
  void cut_chineseOutOfPlace_isADefect(String body) {
    assertThat(cut(body).defects()).isNotEmpty();
  }

  @Test
  void cut_severalDefects_areAllListed() {
    assertThat(cut("# Heading\n\n> quote\n\n- First,\nwrapped\n").defects())
        .extracting(Defect::line)
        .containsExactly(FIRST_LINE, FIRST_LINE + 2, FIRST_LINE + 5);
  }
}
