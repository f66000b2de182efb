package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Statement.Voice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which statements are shown, on corpora small enough to see why. */
final class ComposerTest extends ComposerFixture {
  private static final RecordSketch US_ACCOUNT =
      new RecordSketch("us-account", Kind.READOUT, Side.US)
          .title("American account of the Lisbon bicycle talks")
          .meeting("lisbon-talks")
          .says("Washington called the Lisbon bicycle talks useful.")
          .quotes("Jane Roe", "candid and useful bicycle talks");

  private static final RecordSketch PRC_ACCOUNT =
      new RecordSketch("prc-account", Kind.READOUT, Side.PRC)
          .title("Chinese account")
          .meeting("lisbon-talks")
          .says("Beijing hoped for further exchanges.");

  private static List<Snippet> block(Answer.Answered answer, Side side) {
    return answer.blocks().stream()
        .filter(block -> block.side() == side)
        .flatMap(block -> block.snippets().stream())
        .toList();
  }

  @Test
  void answer_meeting_bringsTheOtherSidesAccountThoughItMatchesNothing(@TempDir Path folder)
      throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.plainly("What did both sides say about the Lisbon bicycle talks?"),
            MEETING,
            US_ACCOUNT,
            PRC_ACCOUNT,
            UMBRELLAS);

    assertThat(block(answer, Side.PRC))
        .extracting(snippet -> snippet.record().id())
        .contains("prc-account");
    assertThat(answer.snippets())
        .extracting(snippet -> snippet.record().id())
        .doesNotContain("umbrella-rule");
  }

  @Test
  void answer_agreement_isNotItsMeetingsAccounts(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.plainly("Which tandem quota does the saddle protocol set?"),
            new RecordSketch("saddle-protocol", Kind.AGREEMENT, Side.JOINT)
                .title("The saddle protocol")
                .meeting("lisbon-talks")
                .says("The saddle protocol sets a tandem quota of nine."),
            US_ACCOUNT,
            PRC_ACCOUNT,
            UMBRELLAS);

    assertThat(answer.lead().record().id()).isEqualTo("saddle-protocol");
    assertThat(answer.all())
        .extracting(snippet -> snippet.record().id())
        .doesNotContain("us-account", "prc-account");
    assertThat(answer.blocks()).isEmpty();
  }

  @Test
  void answer_meetingForOneSide_leavesTheOtherOut(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.that("What was said about the Lisbon bicycle talks?").side(Side.US).question(),
            MEETING,
            US_ACCOUNT,
            PRC_ACCOUNT,
            UMBRELLAS);

    assertThat(answer.snippets()).allMatch(snippet -> snippet.record().side() == Side.US);
    assertThat(block(answer, Side.PRC)).isEmpty();
  }

  @Test
  void answer_oneSideIsEnough_hasNoEmptyBlock(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.plainly("Do umbrellas need a permit in the rain?"),
            UMBRELLAS,
            PRC_ACCOUNT,
            MEETING);

    assertThat(answer.lead().record().id()).isEqualTo("umbrella-rule");
    assertThat(answer.blocks()).noneMatch(block -> block.snippets().isEmpty());
  }

  @Test
  void answer_bothAskedForAndOneSearchedInVain_saysSo(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            List.of(RecordSketch.term("umbrella", "commodity", "umbrella", "umbrellas")),
            Ask.plainly("What did both sides say about umbrellas?"),
            UMBRELLAS,
            PRC_ACCOUNT,
            MEETING);

    assertThat(answer.lead().record().id()).isEqualTo("umbrella-rule");
    assertThat(answer.blocks()).contains(new Answer.Block(Side.PRC, List.of(), true));
  }

  @Test
  void answer_bothAskedForAndTheOtherHasItUnshown_claimsNothing(@TempDir Path folder)
      throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            List.of(RecordSketch.term("umbrella", "commodity", "umbrella", "umbrellas")),
            Ask.that("What did both sides say about umbrellas?")
                .budget(Question.MIN_BUDGET_CHARS)
                .question(),
            UMBRELLAS,
            new RecordSketch("umbrella-reply", Kind.READOUT, Side.PRC)
                .topics("umbrellas")
                .says(
                    "Beijing objected to the permit, and added at some length that it had never"
                        + " been asked about umbrellas at all, nor about anything else that"
                        + " keeps the rain off, such as hats, hoods, coats, tents, awnings,"
                        + " arcades and the broad leaves of certain trees in the south."),
            MEETING);

    assertThat(answer.blocks())
        .filteredOn(block -> block.side() == Side.PRC)
        .noneMatch(Answer.Block::soughtInVain);
  }

  @Test
  void answer_oneSideAskedFor_hasNoBlockForTheOther(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.that("What did both sides say about umbrellas?").side(Side.US).question(),
            UMBRELLAS,
            PRC_ACCOUNT,
            MEETING);

    assertThat(answer.blocks()).noneMatch(block -> block.side() == Side.PRC);
  }

  @Test
  void answer_whatAnOfficialNumberIs_leadsWithTheOpening(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.plainly("What is Announcement No. 5 of 2025?"),
            new RecordSketch("kettles", Kind.COUNTERMEASURE, Side.PRC)
                .title("A rule for kettles")
                .says(
                    "The Ministry issued Announcement No. 5 of 2025 to license kettles abroad and"
                        + " at home, in every size that is made.",
                    "Announcement No. 5 of 2025 is called Announcement No. 5 of 2025."),
            UMBRELLAS);

    assertThat(answer.lead().statement().text()).startsWith("The Ministry issued");
  }

  @Test
  void answer_whatAnAccountLeavesOut_doesNotLead(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.plainly("bicycle purchases shortfall"),
            new RecordSketch("silent", Kind.READOUT, Side.PRC)
                .title("The bicycle call")
                .says("The Chinese text did not mention bicycle purchases."),
            new RecordSketch("count", Kind.READOUT, Side.US)
                .title("The bicycle count")
                .says("By one count bicycle purchases fell short by half."),
            UMBRELLAS);

    assertThat(answer.lead().record().id()).isEqualTo("count");
  }

  @Test
  void answer_sameStatementInTwoRecords_isShownOnce(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.plainly("Do umbrellas need a permit in the rain?"),
            UMBRELLAS,
            new RecordSketch("umbrella-notice", Kind.RESTRICTION, Side.US)
                .topics("umbrellas")
                .says("Umbrellas need a permit in the rain!")
                .asks("Is a permit for umbrellas needed in the rain?"),
            MEETING,
            US_ACCOUNT);

    assertThat(answer.snippets())
        .filteredOn(s -> s.statement().text().startsWith("Umbrellas need a permit in the rain"))
        .hasSize(1);
  }

  @Test
  void answer_statusOfAMeasure_showsTheRecordThatProvesIt(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.plainly("Is the bicycle export rule still in force?"),
            bicycleRule(),
            bicyclePause(),
            UMBRELLAS,
            MEETING);

    assertThat(answer.snippets())
        .extracting(snippet -> snippet.record().id())
        .contains("bicycle-pause");
    assertThat(answer.statuses())
        .filteredOn(status -> status.measure().id().equals("bicycle-rule"))
        .singleElement()
        .matches(s -> s.current() != null && s.current().state() == LegalState.SUSPENDED);
  }

  @Test
  void answer_proofOutsideTheDaysAskedFor_isNotShown(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.that("Is the bicycle export rule still in force?").until("2025-10-31").question(),
            bicycleRule(),
            bicyclePause(),
            UMBRELLAS,
            MEETING);

    assertThat(answer.snippets())
        .extracting(snippet -> snippet.record().id())
        .doesNotContain("bicycle-pause");
  }

  private static RecordSketch bicycleRule() {
    return new RecordSketch("bicycle-rule", Kind.RESTRICTION, Side.US)
        .title("The bicycle export rule")
        .published("2025-09-29")
        .says("The bicycle export rule asks for a licence for every bicycle.")
        .asks("Is the bicycle export rule in force?")
        .stands("2025-09-29", "2025-11-09", LegalState.IN_FORCE, "bicycle-rule")
        .stands("2025-11-10", null, LegalState.SUSPENDED, "bicycle-pause");
  }

  private static RecordSketch bicyclePause() {
    return new RecordSketch("bicycle-pause", Kind.AGREEMENT, Side.US)
        .title("A pause")
        .published("2025-11-10")
        .relates("bicycle-rule")
        .says("The Bureau suspended it on 10 November 2025.");
  }

  @Test
  void answer_quotation_keepsVoiceAndSpeaker(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.plainly("What were the exact words on the candid and useful bicycle talks?"),
            MEETING,
            US_ACCOUNT,
            UMBRELLAS);

    assertThat(answer.snippets())
        .filteredOn(snippet -> snippet.statement().voice() == Voice.VERBATIM)
        .singleElement()
        .matches(snippet -> "Jane Roe".equals(snippet.statement().speaker()));
  }

  @Test
  void answer_smallestBudget_keepsWholeStatementsWithinIt(@TempDir Path folder) throws IOException {
    RecordSketch talkative =
        new RecordSketch("bicycle-facts", Kind.EXPLAINER, Side.OTHER).title("Bicycle facts");
    for (String part : List.of("saddle", "chain", "pedal", "brake", "lamp", "bell")) {
      talkative.says("Every bicycle has a " + part + ", and a " + part + " may be replaced alone.");
    }
    Answer.Answered answer =
        answer(
            folder,
            Ask.that("bicycle facts").budget(200).question(),
            talkative,
            UMBRELLAS,
            MEETING);
    List<String> texts = answer.snippets().stream().map(s -> s.statement().text()).toList();

    assertThat(String.join("", texts).length()).isBetween(1, 200);
    assertThat(texts).allMatch(text -> text.endsWith(".")).doesNotHaveDuplicates();
  }
}
