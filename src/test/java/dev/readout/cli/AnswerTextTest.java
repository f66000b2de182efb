package dev.readout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Answer;
import dev.readout.answer.Answer.Missing;
import dev.readout.answer.Answer.Problem;
import dev.readout.answer.Answer.SearchedBy;
import dev.readout.answer.Question;
import dev.readout.answer.Samples;
import dev.readout.answer.Slot;
import dev.readout.answer.Verdict;
import dev.readout.cli.Terminal.Layout;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Standing.LegalState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AnswerTextTest {
  private static final CorpusRecord US = Samples.record("us-account", Kind.READOUT, Side.US);
  private static final CorpusRecord PRC = Samples.record("prc-account", Kind.READOUT, Side.PRC);
  private static final CorpusRecord JOINT = Samples.record("joint", Kind.READOUT, Side.JOINT);
  private static final CorpusRecord EXPLAINER =
      Samples.record("explainer", Kind.EXPLAINER, Side.JOINT);
  private static final CorpusRecord PROOF = Samples.record("proof", Kind.RESTRICTION, Side.US);
  private static final CorpusRecord RULE =
      Samples.record(
          "rule",
          Kind.RESTRICTION,
          Side.US,
          Samples.period("2025-11-10", "2026-11-09", LegalState.SUSPENDED));
  private static final Question QUESTION = Question.of("what?", 1_000);
  private static final Missing PIZZA = new Missing(Missing.Kind.NOWHERE, "pizza");

  private static String text(Answer answer) {
    return new AnswerText(AnswerTextTest::find, Layout.PLAIN, false).of(answer);
  }

  /** With what is shown on demand. */
  private static String whole(Answer answer) {
    return new AnswerText(AnswerTextTest::find, Layout.PLAIN, true).of(answer);
  }

  private static Optional<CorpusRecord> find(String id) {
    return id.equals("proof") ? Optional.of(PROOF) : Optional.empty();
  }

  private static Question limited(@Nullable Side side, @Nullable LocalDate since) {
    return new Question("what?", null, side, null, since, null, null, 1_000);
  }

  @Test
  void of_answered_leadsWithTheStatementAndItsSource() {
    Answer answer =
        Samples.answered(
            QUESTION,
            Language.EN,
            Samples.summary(US),
            Samples.block(Side.US),
            Samples.block(Side.PRC, Samples.summary(PRC)));
    assertThat(text(answer))
        .startsWith(
            """
            A summary of us-account.
              Issuer · published 8 October 2024 · Example [news] https://example.org/1 · unconfirmed

            Washington
            None shown.

            Beijing
            • A summary of prc-account.
              Issuer · published 8 October 2024 · Example [news] https://example.org/1 · unconfirmed
            """)
        .contains("\nRelated questions\n• Another question?\n")
        .endsWith(
            """
            Statements are Readout's summaries of the sources unless in quotation marks.
            The sources reach to 6 October 2026 for Washington and to no day for Beijing.
            Index of 24 November 2026, generation 000002: 458 records, 2,331 statements.
            """);
  }

  @Test
  void of_verbatim_standsInQuotationMarksWithItsSpeaker() {
    Answer answer =
        Samples.answered(
            QUESTION,
            Language.EN,
            Samples.verbatim(US),
            Samples.block(Side.US, Samples.summary(US)),
            Samples.block(Side.PRC));
    assertThat(text(answer))
        .startsWith("“words of a source” — Jane Roe\n")
        .contains("\n• A summary of us-account.\n")
        .doesNotContain("“A summary");
  }

  @Test
  void of_emptySide_speaksOfOurSources() {
    Answer answer =
        Samples.answered(
            QUESTION,
            Language.EN,
            Samples.summary(US),
            Samples.block(Side.US, Samples.verbatim(US)),
            Samples.soughtInVain(Side.PRC));
    assertThat(text(answer)).contains("\nBeijing\nNo statement by Beijing in the sources.\n");
  }

  @Test
  void of_emptySideThatWasNotSearched_deniesNothing() {
    Answer answer =
        Samples.answered(
            QUESTION,
            Language.EN,
            Samples.summary(US),
            Samples.block(Side.US, Samples.verbatim(US)),
            Samples.block(Side.PRC));
    assertThat(text(answer)).contains("\nBeijing\nNone shown.\n").doesNotContain("No statement");
  }

  @Test
  void of_oneSideOnly_hasNoHeading() {
    Answer answer =
        Samples.answered(
            QUESTION,
            Language.EN,
            Samples.summary(US),
            Samples.block(Side.US, Samples.verbatim(US)));
    assertThat(text(answer)).contains("Jane Roe").doesNotContain("Washington\n", "Beijing\n");
  }

  @Test
  void of_emptySideInChinese_saysTheSame() {
    Answer answer =
        Samples.answered(
            QUESTION,
            Language.ZH,
            Samples.summary(PRC),
            Samples.soughtInVain(Side.US),
            Samples.block(Side.PRC, Samples.verbatim(PRC)));
    assertThat(text(answer)).contains("\n华盛顿\n资料中没有华盛顿方面的表述。\n").contains("2024年10月8日发布");
  }

  @Test
  void of_emptySideOfTheLead_doesNotDenyTheLead() {
    Answer answer =
        Samples.answered(
            QUESTION,
            Language.EN,
            Samples.summary(US),
            Samples.soughtInVain(Side.US),
            Samples.soughtInVain(Side.PRC));
    assertThat(text(answer))
        .contains(
            "\nWashington\nNo statement by Washington in the sources beside the one above.\n");
  }

  @Test
  void of_sideThatWasNotAskedFor_isNotCalledEmpty() {
    Answer answer =
        Samples.answered(
            limited(Side.US, null),
            Language.EN,
            Samples.summary(US),
            Samples.soughtInVain(Side.US),
            Samples.soughtInVain(Side.PRC));
    assertThat(text(answer)).contains("\nBeijing\nLeft out: only the other side was asked for.\n");
  }

  @Test
  void of_emptySideUnderLimits_namesTheLimits() {
    Answer answer =
        Samples.answered(
            limited(null, LocalDate.of(2025, 1, 1)),
            Language.EN,
            Samples.summary(US),
            Samples.soughtInVain(Side.US),
            Samples.soughtInVain(Side.PRC));
    assertThat(text(answer))
        .contains("in the sources within the limits asked for (since 1 January 2025).");
  }

  @Test
  void of_emptySideBesideAJointDocument_makesTheException() {
    Answer answer =
        Samples.answered(
            QUESTION,
            Language.EN,
            Samples.summary(JOINT),
            Samples.soughtInVain(Side.US),
            Samples.soughtInVain(Side.PRC),
            Samples.block(Side.JOINT, Samples.verbatim(JOINT)));
    assertThat(text(answer))
        .contains("in the sources beside those of both sides together.")
        .contains("\nJoint\n");
  }

  @Test
  void of_compiledRecordOfBothSides_isNoJointStatement() {
    Answer answer =
        Samples.answered(
            QUESTION,
            Language.EN,
            Samples.summary(US),
            Samples.block(Side.US),
            Samples.block(Side.PRC),
            Samples.block(Side.JOINT, Samples.summary(EXPLAINER)));
    assertThat(text(answer)).contains("\nJoint and compiled\n");
  }

  @Test
  void of_neighboursFromOneRecord_nameTheSourceOnce() {
    Answer answer =
        Samples.answered(
            QUESTION,
            Language.EN,
            Samples.summary(US),
            Samples.block(Side.PRC, Samples.summary(PRC), Samples.verbatim(PRC)));
    assertThat(text(answer))
        .contains(
            """

            • A summary of prc-account.
            • “words of a source” — Jane Roe
              Issuer · published 8 October 2024 · Example [news] https://example.org/1 · unconfirmed
            """);
  }

  @Test
  void of_leadOfAMeasure_showsHowItStands() {
    Answer answer = Samples.answered(QUESTION, Language.EN, Samples.summary(RULE));
    assertThat(text(answer))
        .startsWith(
            """
            A summary of rule.
              Issuer · published 8 October 2024 · Example [news] https://example.org/1 · unconfirmed
              Standing of “Title of rule”: not stated for 24 November 2026; last recorded: suspended from 10 November 2025 to 9 November 2026. A note
            """)
        .doesNotContain("Proof");
  }

  @Test
  void of_measureAsAWhole_showsStandingProofAndNote() {
    Answer answer = Samples.answered(QUESTION, Language.EN, Samples.summary(RULE));
    assertThat(whole(answer))
        .contains(
            """

            Standing on 24 November 2026
            Title of rule
              not stated for 24 November 2026; last recorded: suspended from 10 November 2025 to 9 November 2026, by proof; nothing later in the sources
              Proof: Title of proof
                Issuer · published 8 October 2024 · in effect from 9 October 2024
                Example [news] https://example.org/1 · citation: 90 FR 1 · unconfirmed
              Note: A note.
            """);
  }

  @Test
  void of_verdict_opensWithItAndItsProof() {
    Answer answer = withVerdict(List.of(), List.of());
    assertThat(text(answer))
        .startsWith(
            """
            Not known since 10 November 2026: recorded as suspended from 10 November 2025 to 9 November 2026 — Title of rule. A note.
              Issuer · published 8 October 2024 · Example [news] https://example.org/1 · unconfirmed
              Issuer · published 8 October 2024 · Example [news] https://example.org/1 · unconfirmed
            • A summary of us-account.
            """)
        .doesNotContain("“Not known");
  }

  @Test
  void of_more_isCountedAndShownWhenAskedFor() {
    Answer answer = withVerdict(List.of(Samples.summary(PRC), Samples.verbatim(PRC)), List.of());
    assertThat(text(answer))
        .contains("\nMore statements: 2; --all shows them.\n")
        .doesNotContain("prc-account");
    assertThat(whole(answer))
        .contains("\nMore · Beijing\n• A summary of prc-account.\n")
        .doesNotContain("--all");
  }

  @Test
  void of_missingPart_isNamed() {
    Answer answer =
        withVerdict(List.of(), List.of(new Missing(Missing.Kind.NOT_TOGETHER, "soybeans")));
    assertThat(text(answer))
        .contains(
            "\nMissing: no record that tells of this with the rest of the question: soybeans.\n");
  }

  private static Answer withVerdict(List<Snippet> more, List<Missing> missing) {
    return new Answer.Answered(
        QUESTION,
        Language.EN,
        Samples.TODAY,
        Samples.INDEX,
        Map.of(),
        new Verdict(Slot.STANDING, List.of(RULE, PROOF), Samples.TODAY),
        Samples.summary(US),
        List.of(),
        more,
        missing,
        List.of(),
        List.of(),
        SearchedBy.WORDS);
  }

  @Test
  void of_declined_showsWhatIsMissingTheNearestAndHowFarTheSourcesReach() {
    assertThat(text(declined(PIZZA, List.of())))
        .isEqualTo(
            """
            Searched for 'huawei' instead of 'hwawei'.

            Missing: no record of: pizza.
            Not in the sources.

            Nearest records
            • Title of us-account
              Issuer · published 8 October 2024 · in effect from 9 October 2024
              Example [news] https://example.org/1 · citation: 90 FR 1 · unconfirmed

            The sources reach to 6 October 2026 for Washington and to no day for Beijing.
            Index of 24 November 2026, generation 000002: 458 records, 2,331 statements.
            """);
  }

  @Test
  void of_declinedWithStatementsNear_showsThemAsNoAnswer() {
    assertThat(text(declined(PIZZA, List.of(Samples.summary(US)))))
        .contains(
            """
            Missing: no record of: pizza.
            The sources do not say this; the nearest they have:
            • A summary of us-account.
              Issuer · published 8 October 2024 · Example [news] https://example.org/1 · unconfirmed

            The sources reach to
            """
                .stripTrailing())
        .doesNotContain("Not in the sources", "Nearest records");
    assertThat(text(declined(new Missing(Missing.Kind.DETAIL, ""), List.of(Samples.summary(US)))))
        .contains(
            "The sources may not say this; the nearest they have:\n• A summary of us-account.");
  }

  private static Answer declined(Missing missing, List<Snippet> near) {
    return new Answer.Declined(
        QUESTION,
        Language.EN,
        Samples.TODAY,
        Samples.INDEX,
        Map.of("hwawei", "huawei"),
        List.of(missing),
        near,
        List.of(US),
        List.of(),
        SearchedBy.WORDS);
  }

  @Test
  void of_invalid_isOneLineWithTheRemedy() {
    Answer answer =
        new Answer.Invalid(
            QUESTION,
            Language.EN,
            Samples.TODAY,
            Samples.INDEX,
            new Problem.ImpossibleDate("30 February 2025"));
    assertThat(text(answer))
        .isEqualTo("there is no such day as '30 February 2025'; write a day of the calendar\n");
  }

  @Test
  void of_narrowColouredTerminal_keepsStatementsWhole() {
    Answer answer =
        Samples.answered(
            QUESTION,
            Language.ZH,
            Samples.summary(US),
            Samples.block(Side.US),
            Samples.block(Side.PRC, Samples.summary(PRC)));
    String text = new AnswerText(_ -> Optional.empty(), new Layout(40, true), false).of(answer);
    String words = text.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("\\s+", " ");
    assertThat(words).contains("• A summary of prc-account.〔概括〕 ");
    assertThat(text).contains("\u001b[1mA summary of us-account.〔概括〕\u001b[0m");
  }
}
