package dev.readout.answer.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.readout.answer.RecordSketch;
import dev.readout.answer.quote.QuoteChecker.QuoteReport;
import dev.readout.answer.quote.QuoteFinding.Change;
import dev.readout.answer.quote.QuoteFinding.Near;
import dev.readout.answer.quote.QuoteFinding.NotFound;
import dev.readout.answer.quote.QuoteFinding.Part;
import dev.readout.answer.quote.QuoteFinding.Piece;
import dev.readout.answer.quote.QuoteFinding.TooShort;
import dev.readout.answer.quote.QuoteFinding.Verbatim;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.Source.SourceType;
import dev.readout.corpus.Statement.Voice;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the checker says of quotations, over a corpus of a few made-up records. */
final class QuoteCheckerTest {
  private static Generation generation;
  private static QuoteChecker checker;

  @BeforeAll
  static void build(@TempDir Path folder) throws IOException {
    generation =
        RecordSketch.index(
            folder,
            readout("a-speech", Side.US)
                .quotes("Jane Roe", "we will not sell 20 bicycles to anybody before the spring")
                .says(
                    "Jane Roe called the talks about umbrellas long, wet and useful to both sides.")
                .says("She said that the harbour stays open until the last bicycle is sold."),
            readout("b-statement", Side.PRC)
                .quotes("Ministry", "中方不同意在2027年3月1日之前出售任何自行车")
                .quotes("Ministry", "双方就雨伞贸易进行了坦诚深入的交流")
                .quotes("Spokesman", "雨伞不是武器"),
            readout("c-twice", Side.US)
                .published("2025-03-01")
                .says("The harbour of friendship is open to every umbrella.")
                .says("A bicycle for every minister, said the harbour master."),
            readout("d-twice", Side.PRC)
                .published("2025-04-01")
                .quotes("Harbour master", "the harbour of friendship is open to every umbrella")
                .quotes("Harbour master", "a bicycle for every minister"),
            readout("e-official", Side.PRC)
                .published("2025-05-01")
                .sources(new Source("https://example.org/e", null, "E", SourceType.OFFICIAL, "en"))
                .quotes("Harbour master", "a bicycle for every minister"),
            readout("f-early", Side.PRC)
                .published("2025-02-01")
                .quotes("Harbour master", "a bicycle for every minister"),
            readout("g-comma", Side.US)
                .says("They called the ride slow, careful and pleasant in the rain.")
                .quotes("John Doe", "slow, careful, and pleasant in the rain"));
    checker = new QuoteChecker(generation);
  }

  private static RecordSketch readout(String id, Side side) {
    return new RecordSketch(id, Kind.READOUT, side);
  }

  @AfterAll
  static void close() {
    generation.close();
  }

  private static QuoteFinding only(String message) {
    QuoteReport report = checker.check(message);
    assertThat(report.findings()).hasSize(1);
    assertThat(report.truncated()).isFalse();
    return report.findings().getFirst();
  }

  private static Verbatim verbatim(String message) {
    return assertThat(only(message)).asInstanceOf(type(Verbatim.class)).actual();
  }

  private static Near near(String message) {
    return assertThat(only(message)).asInstanceOf(type(Near.class)).actual();
  }

  private static List<String> texts(List<Piece> pieces, Piece.Kind kind) {
    return pieces.stream()
        .filter(piece -> piece.kind() == kind)
        .map(piece -> (piece.quote() + piece.source()).strip())
        .toList();
  }

  @Test
  void check_exactWords_areVerbatimWithTheirSource() {
    Verbatim finding = verbatim("“we will not sell 20 bicycles to anybody before the spring”");

    assertThat(finding.quote())
        .isEqualTo("we will not sell 20 bicycles to anybody before the spring");
    assertThat(finding.found().record().id()).isEqualTo("a-speech");
    assertThat(finding.found().isQuotation()).isTrue();
    assertThat(finding.found().snippets().getFirst().statement().speaker()).isEqualTo("Jane Roe");
    assertThat(finding.elsewhere()).isEmpty();
    assertThat(finding.hasOmission()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Roe: \"We will not sell 20 bicycles to anybody before the spring\", as she put it.",
        "“sell 20 bicycles to anybody before the spring.”",
        "> we will **not** sell 20 bicycles to anybody",
        "we  will\u00a0not sell ２０ bicycles to anybody before the spring!",
        "[W]e will not sell 20 bicycles to anybody before the spring"
      })
  void check_otherTypographyOrAPart_isVerbatim(String message) {
    assertThat(verbatim(message).found().record().id()).isEqualTo("a-speech");
  }

  @Test
  void check_oneWordChanged_isNearWithTheWordMarked() {
    Near finding = near("“we will not sell 20 unicycles to anybody before the spring”");

    assertThat(finding.changes()).containsExactly(Change.WORDING);
    assertThat(finding.changesMeaning()).isFalse();
    assertThat(texts(finding.pieces(), Piece.Kind.ONLY_IN_QUOTE)).containsExactly("unicycles");
    assertThat(texts(finding.pieces(), Piece.Kind.ONLY_IN_SOURCE)).containsExactly("bicycles");
  }

  @ParameterizedTest
  @CsvSource({
    "we will not sell 200 bicycles to anybody before the spring, FIGURE, 200, 20",
    "we will sell 20 bicycles to anybody before the spring, NEGATION, , not",
    "中方不同意在2027年4月1日之前出售任何自行车, FIGURE, 4, 3",
    "中方同意在2027年3月1日之前出售任何自行车, NEGATION, , 不",
    "双方就雨伞贸易进行了坦率深入的交流, WORDING, 率, 诚"
  })
  void check_figureNegationOrCharacterChanged_isMarkedAndFlagged(
      String quote, Change change, String ofQuote, String ofSource) {
    Near finding = near("“" + quote + "”");

    assertThat(finding.changes()).containsExactly(change);
    assertThat(finding.changesMeaning()).isEqualTo(change != Change.WORDING);
    assertThat(String.join("", texts(finding.pieces(), Piece.Kind.ONLY_IN_QUOTE)))
        .isEqualTo(ofQuote == null ? "" : ofQuote);
    assertThat(texts(finding.pieces(), Piece.Kind.ONLY_IN_SOURCE)).containsExactly(ofSource);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“中方不同意在2027年3月1日之前出售任何自行车”",
        "「双方就雨伞贸易进行了坦诚深入的交流」",
        "双方就雨伞贸易进行了坦诚深入的交流。",
        "部长说：“在２０２７年３月１日之前出售任何自行车”"
      })
  void check_chinese_isVerbatim(String message) {
    assertThat(verbatim(message).found().record().id()).isEqualTo("b-statement");
  }

  @Test
  void check_traditionalCharacters_areTheSameWordsInAnotherScript() {
    Near finding = near("「雙方就雨傘貿易進行了坦誠深入的交流」");

    assertThat(finding.changes()).containsExactly(Change.SCRIPT);
    assertThat(finding.isSlight()).isTrue();
    assertThat(texts(finding.pieces(), Piece.Kind.ONLY_IN_SOURCE)).isEmpty();
  }

  @Test
  void check_commaLeftOut_isNearWithTheSameWords() {
    Near finding = near("“slow careful, and pleasant in the rain”");

    assertThat(finding.changes()).containsExactly(Change.PUNCTUATION);
    assertThat(finding.isSlight()).isTrue();
  }

  @Test
  void check_invented_isNotFoundWithTheNearest() {
    assertThat(only("“every umbrella shall be taxed at the harbour by nine ministers”"))
        .asInstanceOf(type(NotFound.class))
        .satisfies(
            finding ->
                assertThat(finding.nearest())
                    .hasSizeBetween(1, 3)
                    .extracting(CorpusRecord::id)
                    .contains("c-twice"));
  }

  @Test
  void check_twoQuotations_areTwoFindingsInOrder() {
    QuoteReport report =
        checker.check("First “雨伞不是武器”. Then \"a bicycle for every ministry\", they said.");

    assertThat(report.findings())
        .extracting(QuoteFinding::quote)
        .containsExactly("雨伞不是武器", "a bicycle for every ministry");
    assertThat(report.findings().getFirst()).isInstanceOf(Verbatim.class);
    assertThat(report.findings().getLast()).isInstanceOf(Near.class);
  }

  @Test
  void check_dots_areVerbatimWithWhatTheyLeaveOut() {
    Verbatim finding = verbatim("“a bicycle … every minister”");
    assertThat(finding.hasOmission()).isTrue();
    assertThat(finding.omitsNegation()).isFalse();
    assertThat(texts(finding.pieces(), Piece.Kind.OMITTED)).containsExactly("… for");

    assertThat(verbatim("“we will [...] sell 20 bicycles to anybody”").omitsNegation()).isTrue();
  }

  @Test
  void check_dotsOverNeighbours_areVerbatim() {
    Verbatim finding = verbatim("“在2027年3月1日之前……进行了坦诚深入的交流”");

    assertThat(finding.found().snippets()).hasSize(2);
  }

  @Test
  void check_partsInOtherOrder_areNotVerbatim() {
    assertThat(only("“to anybody before the spring … we will not sell 20 bicycles”"))
        .isNotInstanceOf(Verbatim.class);
  }

  @Test
  void check_beginningAfterANegation_showsIt() {
    assertThat(verbatim("“sell 20 bicycles to anybody before the spring”").omitsNegation())
        .isTrue();
    assertThat(verbatim("“同意在2027年3月1日之前出售任何自行车”").omitsNegation()).isTrue();
    assertThat(verbatim("“to anybody before the spring”").omitsNegation()).isFalse();
  }

  @Test
  void check_summary_isNobodysQuotation() {
    Verbatim exact =
        verbatim("Jane Roe called the talks about umbrellas long, wet and useful to both sides.");
    Near similar =
        near("Jane Roe called the talks about bicycles long, wet and useful to both sides.");

    assertThat(exact.found().isQuotation()).isFalse();
    assertThat(exact.found().voice()).isEqualTo(Voice.SUMMARY);
    assertThat(similar.found().isQuotation()).isFalse();
  }

  @Test
  void check_wordsOfASummaryAndOfSomebody_areSomebodys() {
    Verbatim finding = verbatim("“The harbour of friendship is open to every umbrella.”");

    assertThat(finding.found().record().id()).isEqualTo("d-twice");
    assertThat(finding.elsewhere()).isEmpty();
  }

  @Test
  void check_summaryWithoutTheComma_isNotPreferred() {
    Near finding = near("“slow, careful and pleasant in the rain”");

    assertThat(finding.found().isQuotation()).isTrue();
  }

  @Test
  void check_sameWordsOften_areInOrderOfSourceAndDay() {
    Verbatim finding = verbatim("“a bicycle for every minister”");

    assertThat(finding.found().record().id()).isEqualTo("e-official");
    assertThat(finding.elsewhere())
        .extracting(passage -> passage.record().id())
        .containsExactly("f-early", "d-twice");
  }

  @Test
  void check_overTwoStatementsOfOneSpeaker_isVerbatim() {
    Verbatim finding = verbatim("“出售任何自行车 双方就雨伞贸易进行了坦诚深入的交流”");

    assertThat(finding.found().snippets()).hasSize(2);
    assertThat(finding.found().text()).isEqualTo("中方不同意在2027年3月1日之前出售任何自行车\n双方就雨伞贸易进行了坦诚深入的交流");
  }

  @Test
  void check_overTwoSpeakers_isNotVerbatim() {
    assertThat(only("“进行了坦诚深入的交流 雨伞不是武器”")).isNotInstanceOf(Verbatim.class);
  }

  @Test
  void check_moreThanAWholeStatement_isPart() {
    assertThat(only("“He wants a bicycle for every minister and thirty umbrellas for each of us”"))
        .asInstanceOf(type(Part.class))
        .satisfies(
            finding -> {
              assertThat(finding.found().record().id()).isEqualTo("e-official");
              assertThat(texts(finding.pieces(), Piece.Kind.ONLY_IN_QUOTE))
                  .containsExactly("He wants", "and thirty umbrellas for each of us");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"“wet”", "自行车", "extraordinarily", "?!", "e\u0301", "> a\n> b"})
  void check_tooLittle_isTooShort(String message) {
    assertThat(only(message)).isInstanceOf(TooShort.class);
  }

  @Test
  void check_blank_hasNoFindings() {
    assertThat(checker.check(" \n ")).isEqualTo(new QuoteReport(List.of(), false));
  }

  @Test
  void check_again_isEqual() {
    String message =
        "“a bicycle for every minister”, \"we'll sell 20 bicycles to anyone\", “a … b … c … d”";

    assertThat(checker.check(message)).isEqualTo(new QuoteChecker(generation).check(message));
  }

  static Stream<String> hostile() {
    return Stream.of(
        "e" + "\u0301".repeat(3_999),
        "e\u0301\u0323\u0321".repeat(1_000),
        "“".repeat(4_000),
        "“".repeat(2_000) + "”".repeat(2_000),
        "\"a ".repeat(1_333),
        "'a ".repeat(1_333),
        "“„\"«‘'".repeat(666),
        "\u0000\u001b[31m\u202e".repeat(500),
        "(".repeat(4_000),
        ". ".repeat(2_000),
        "[".repeat(2_000) + "...".repeat(600),
        "the … bicycle … ".repeat(250),
        "a bicycle for every minister … ".repeat(120),
        "\ud83d".repeat(4_000),
        "中方不同意出售任何自行车".repeat(330),
        "a".repeat(4_000),
        "tarif bycicle umbrela ".repeat(180),
        "> a\n".repeat(1_000),
        "\n— a".repeat(1_000),
        ">>> " + "> ".repeat(1_900),
        "https://".repeat(500),
        "<a:b:".repeat(800),
        "*_~|`\\".repeat(660),
        "1,".repeat(2_000),
        "-".repeat(4_000),
        "not a bicycle ".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource
  void hostile(String message) {
    QuoteReport report =
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> checker.check(message));

    assertThat(report.findings()).hasSizeLessThanOrEqualTo(QuoteChecker.MAX_QUOTES);
    assertThat(report.findings()).allMatch(finding -> message.contains(finding.quote()));
    report.findings().forEach(QuoteCheckerTest::piecesMakeUpTheQuote);
  }

  static void piecesMakeUpTheQuote(QuoteFinding finding) {
    List<Piece> pieces =
        switch (finding) {
          case Verbatim verbatim -> verbatim.pieces();
          case Near near -> near.pieces();
          case Part part -> part.pieces();
          case NotFound _, TooShort _ -> List.of(new Piece(Piece.Kind.SAME, finding.quote(), ""));
        };
    assertThat(pieces.stream().map(Piece::quote).collect(Collectors.joining()))
        .isEqualTo(finding.quote());
  }
}
