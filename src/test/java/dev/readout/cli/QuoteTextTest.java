package dev.readout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Samples;
import dev.readout.answer.quote.QuoteChecker.QuoteReport;
import dev.readout.answer.quote.QuoteFinding;
import dev.readout.answer.quote.QuoteFinding.Change;
import dev.readout.answer.quote.QuoteFinding.Passage;
import dev.readout.answer.quote.QuoteFinding.Piece;
import dev.readout.cli.Terminal.Layout;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class QuoteTextTest {
  private static final CorpusRecord RECORD = Samples.record("a", Kind.READOUT, Side.US);
  private static final Passage WORDS = passage(Samples.verbatim(RECORD));
  private static final Passage SUMMARY = passage(Samples.summary(RECORD));

  private static Passage passage(Snippet snippet) {
    return new Passage(List.of(snippet));
  }

  private static String text(Language language, QuoteFinding finding) {
    QuoteReport report = new QuoteReport(List.of(finding), false);
    return new QuoteText(language, Layout.PLAIN).of(report, Samples.INDEX);
  }

  private static QuoteFinding verbatim(Passage passage) {
    String words = passage.text();
    Piece same = new Piece(Piece.Kind.SAME, words, words);
    return new QuoteFinding.Verbatim(words, passage, List.of(same), List.of());
  }

  private static QuoteFinding near(Passage passage, Change... changes) {
    List<Piece> pieces =
        List.of(
            new Piece(Piece.Kind.SAME, "words", "words"),
            new Piece(Piece.Kind.ONLY_IN_QUOTE, " for 5", ""),
            new Piece(Piece.Kind.ONLY_IN_SOURCE, "", " of not 6"),
            new Piece(Piece.Kind.SAME, " sources", " sources"));
    return new QuoteFinding.Near("words for 5 sources", passage, pieces, Set.of(changes));
  }

  @Test
  void of_verbatim_showsWhoseWordsAndWhere() {
    assertThat(text(Language.EN, verbatim(WORDS)))
        .startsWith(
            """
            Verbatim in the sources
              Checked: words of a source
              “words of a source” — Jane Roe
                Title of a
                Issuer · published 8 October 2024 · in effect from 9 October 2024
            """)
        .contains("458 records");
  }

  @Test
  void of_summary_isNeverCalledVerbatimNorPutBetweenMarks() {
    List<QuoteFinding> findings = List.of(verbatim(SUMMARY), near(SUMMARY, Change.WORDING));
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(text(Language.EN, finding))
                  .containsIgnoringCase("not a quotation from the source")
                  .contains("\n  A summary of a.\n")
                  .doesNotContain("Verbatim", "“");
              assertThat(text(Language.ZH, finding))
                  .contains("不是来源的原话")
                  .doesNotContain("资料中有这段原话", "“");
            });
  }

  @Test
  void of_near_marksAndNamesWhatDiffers() {
    assertThat(text(Language.EN, near(WORDS, Change.WORDING, Change.NEGATION, Change.FIGURE)))
        .startsWith(
            """
            Close to the sources, but not the same
              Checked: words [-for 5-] {+of not 6+} sources
              [-…-] only in what was checked, {+…+} only in the source, <…> left out
              Different: a figure or a date, a negation, words
            """);
    assertThat(text(Language.ZH, near(WORDS, Change.SCRIPT, Change.PUNCTUATION)))
        .startsWith("资料中有相同的字句，写法略异\n")
        .contains("不同之处：标点、繁简字体\n");
  }

  @Test
  void of_omittedNegation_warns() {
    List<Piece> pieces =
        List.of(
            new Piece(Piece.Kind.SAME, "words", "words"),
            new Piece(Piece.Kind.OMITTED, " …", " not"),
            new Piece(Piece.Kind.SAME, " of a source", " of a source"));
    QuoteFinding finding =
        new QuoteFinding.Verbatim("words … of a source", WORDS, pieces, List.of(WORDS));

    assertThat(text(Language.EN, finding))
        .contains(
            "Checked: words <not> of a source\n",
            "A negation is among the words left out",
            "The same words also in:\n");
  }

  @Test
  void of_part_marksTheRest() {
    List<Piece> pieces =
        List.of(
            new Piece(Piece.Kind.SAME, "words of a source", "words of a source"),
            new Piece(Piece.Kind.ONLY_IN_QUOTE, " and more", ""));

    assertThat(
            text(Language.EN, new QuoteFinding.Part("words of a source and more", WORDS, pieces)))
        .startsWith(
            "Only a part of it is in the sources\n  Checked: words of a source [-and more-]\n");
  }

  @Test
  void of_notFound_doesNotSayThatNobodySaidIt() {
    assertThat(text(Language.EN, new QuoteFinding.NotFound("stop \u001b[31m it", List.of(RECORD))))
        .startsWith("Not found in the sources\n  Checked: stop \uFFFD[31m it\n")
        .contains("this does not show that nobody said it", "Nearest records\n• Title of a\n");
  }

  @Test
  void of_tooShort_saysHowMuchIsNeeded() {
    assertThat(text(Language.ZH, new QuoteFinding.TooShort("短"))).contains("12 个字母或 6 个汉字");
  }

  @Test
  void of_truncated_saysHowMuchWasChecked() {
    QuoteReport report = new QuoteReport(List.of(new QuoteFinding.TooShort("x")), true);

    assertThat(new QuoteText(Language.EN, Layout.PLAIN).of(report, Samples.INDEX))
        .contains("Only the first 8 quotations and 4,000 characters were checked.");
  }
}
