package dev.readout.answer.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.quote.QuoteFinding.Change;
import dev.readout.answer.quote.QuoteFinding.Piece;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonTest {
  private static Comparison compare(String quote, String source) {
    return Comparison.of(Wording.of(quote).quoted(), Wording.of(source));
  }

  private static String marked(Comparison comparison) {
    return comparison.pieces().stream()
        .map(
            piece ->
                switch (piece.kind()) {
                  case SAME -> piece.quote();
                  case ONLY_IN_QUOTE -> "[" + piece.quote() + "]";
                  case ONLY_IN_SOURCE -> "{" + piece.source() + "}";
                  case OMITTED -> "<" + piece.source() + ">";
                })
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          the harbour is open              ¦ today the harbour is open to all
          The harbour is open.             ¦ today the harbour is open to all
          tariffs, the two sides           ¦ tariffs, the two sides
          “the ‘open’ harbour”             ¦ the "open" harbour
          the "open" harbour               ¦ the 「open」 harbour
          China’s harbour isn’t open       ¦ China's harbour isn't open
          non‑market — and -- so           ¦ non-market – and — so
          the   harbour\tis open           ¦ the harbour is open
          **the** __har__bour ||is|| ~~open~~ ¦ the harbour is open
          [T]he harbour is open            ¦ the harbour is open
          the [open] harbour               ¦ the open harbour
          ｔｈｅ　ｈａｒｂｏｕｒ，１０％        ¦ the harbour, 10%
          Sa\u0303o Paulo harbour          ¦ S\u00e3o Paulo harbour
          the har\u00adbour is\u200b open  ¦ the harbour is open
          双方同意，延期10天。                ¦ 双方同意,延期 10 天.
          see https://example.org/a the harbour <@123> is open <:flag:42> ¦ see the harbour is open
          > the harbour\\n> is open         ¦ the harbour is open
          """)
  void isExact_onlyTypographyDiffers(String quote, String source) {
    assertThat(compare(quote.replace("\\n", "\n"), source).changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          we sell 20 bicycles a day     ¦ we sell 10 bicycles a day     ¦ FIGURE
          we sell ten bicycles a day    ¦ we sell two bicycles a day    ¦ FIGURE
          we sell a million bicycles    ¦ we sell a billion bicycles    ¦ FIGURE
          it costs $5 in the harbour    ¦ it costs €5 in the harbour    ¦ FIGURE
          China 10, America 55 bicycles ¦ China 55, America 10 bicycles ¦ FIGURE
          the H20 chip may be sold      ¦ the H200 chip may be sold     ¦ FIGURE
          on 5 May the harbour opens    ¦ on 5 June the harbour opens   ¦ FIGURE
          it opened on Monday last week ¦ it opened on Friday last week ¦ FIGURE
          延期至2027年1月10日             ¦ 延期至2027年1月11日             ¦ FIGURE
          双方同意延期三个月               ¦ 双方同意延期六个月               ¦ FIGURE
          we will open the harbour      ¦ we will not open the harbour  ¦ NEGATION
          we never open the harbour     ¦ we open the harbour           ¦ NEGATION
          we can open the harbour       ¦ we can't open the harbour     ¦ NEGATION
          a fair trade of bicycles      ¦ an unfair trade of bicycles   ¦ NEGATION
          此为市场导向的政策               ¦ 此为非市场导向的政策              ¦ WORDING
          中方同意出售全部自行车             ¦ 中方不同意出售全部自行车           ¦ NEGATION
          此事已经影响双方贸易              ¦ 此事未影响双方贸易               ¦ NEGATION
          we open the harbour today     ¦ we close the harbour today    ¦ WORDING
          it costs 10 percent a year    ¦ it costs 10% a year           ¦ WORDING
          it costs 1000 bicycles        ¦ it costs 1,000 bicycles       ¦ WORDING
          we do not open the harbour    ¦ we don't open the harbour     ¦ WORDING
          candid, long and useful       ¦ candid, long, and useful      ¦ PUNCTUATION
          the US opens the harbour      ¦ the U.S. opens the harbour    ¦ PUNCTUATION
          the harbour of trade is open  ¦ the harbour of TRADE is open  ¦ LETTER_CASE
          雙方同意延期磋商                 ¦ 双方同意延期磋商                 ¦ SCRIPT
          """)
  void changes_oneDifference_isNamed(String quote, String source, Change change) {
    assertThat(compare(quote, source).changes()).contains(change);
    assertThat(compare(source, quote).changes()).contains(change);
    assertThat(compare(quote, source).share()).isBetween(0.6, 1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          it costs 10 percent a year ¦ it costs 10% a year
          it costs 1000 bicycles     ¦ it costs 1,000 bicycles
          it costs ten bicycles      ¦ it costs 10 bicycles
          it opens on 10 Jan. again  ¦ it opens on 10 January again
          we may open the harbour    ¦ we shall open the harbour
          we do not open the harbour ¦ we don't open the harbour
          """)
  void changes_sameFigureOrNegationWrittenOtherwise_isNeither(String quote, String source) {
    assertThat(compare(quote, source).changes())
        .isNotEmpty()
        .doesNotContain(Change.FIGURE, Change.NEGATION);
  }

  @Test
  void pieces_difference_isMarkedWhereItIs() {
    assertThat(marked(compare("we sell 20 bicycles", "today we sell 10 bicycles again")))
        .isEqualTo("we sell[ 20]{ 10} bicycles");
    assertThat(marked(compare("we will open", "we will not open"))).isEqualTo("we will{ not} open");
    assertThat(marked(compare("Beijing opened the harbour", "China opened the harbour")))
        .isEqualTo("[Beijing]{China} opened the harbour");
    assertThat(marked(compare("双方同意延期五天", "双方同意延期十天"))).isEqualTo("双方同意延期[五]{十}天");
  }

  @Test
  void pieces_omission_isWhatTheDotsStandFor() {
    Comparison comparison =
        compare(
            "We open … the harbours of trade [...] to all of them",
            "and we open, soon, the harbours of trade now to all of them");

    assertThat(comparison.changes()).isEmpty();
    assertThat(marked(comparison))
        .isEqualTo("We open<, soon,> the harbours of trade< now> to all of them");
  }

  @Test
  void pieces_dotsThatTheSourceHasToo_leaveNothingOut() {
    assertThat(marked(compare("we open … the harbours now", "so we open ... the harbours now")))
        .isEqualTo("we open … the harbours now");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          sell bicycles to all ¦ we will not sell bicycles to all ¦ <not >sell bicycles to all
          market in bicycles   ¦ a non-market in bicycles         ¦ <non->market in bicycles
          同意出售全部自行车      ¦ 中方不同意出售全部自行车             ¦ <不>同意出售全部自行车
          sell bicycles to all ¦ no, we sell bicycles to all      ¦ sell bicycles to all
          """)
  void withNegationBefore_beginningAfterOne_showsIt(String quote, String source, String marked) {
    Comparison comparison = compare(quote, source).withNegationBefore(Wording.of(source));

    assertThat(marked(comparison)).isEqualTo(marked);
    assertThat(comparison.isExact()).isTrue();
    assertThat(source.substring(comparison.start(), comparison.end())).endsWith(quote);
  }

  @Test
  void withNegationBefore_notExact_isAChange() {
    String source = "we will not sell bicycles to everybody";
    Comparison comparison = compare("sell bicycles to somebody", source);

    assertThat(comparison.withNegationBefore(Wording.of(source)).changes())
        .containsExactlyInAnyOrder(Change.NEGATION, Change.WORDING);
  }

  @Test
  void changes_dotsAfterEveryWord_standForNothing() {
    Comparison comparison = compare("open … harbours … all", "we open the harbours to all");

    assertThat(comparison.changes()).isNotEmpty();
  }

  @Test
  void share_wordsInOtherOrder_isNotOfAll() {
    assertThat(compare("harbours bicycles umbrellas", "umbrellas harbours bicycles").share())
        .isLessThan(0.7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          “We sell 20 bicycles,”              ¦ today we sell 10 bicycles, and so on
          **we** open … the harbour!          ¦ Then we open, on Monday, our harbour.
          never heard of it                   ¦ the harbour is open
          the harbour is open, is it not?     ¦ the harbour
          (雙方同意延期10天)。                   ¦ 双方都同意，延期 11 天。
          e\u0301\u0301\u0301 ~~x~~ ||y||     ¦ e\u0301 y
          """)
  void pieces_joined_areTheQuoteAndASliceOfTheSource(String quote, String source) {
    Comparison comparison = compare(quote, source);
    List<Piece> pieces = comparison.pieces();

    assertThat(pieces.stream().map(Piece::quote).collect(Collectors.joining())).isEqualTo(quote);
    assertThat(pieces.stream().map(Piece::source).collect(Collectors.joining()))
        .isEqualTo(source.substring(comparison.start(), comparison.end()));
  }

  @Test
  void changes_wordAndFigure_areBothNamed() {
    assertThat(compare("we sell 20 fine bicycles", "we sell 10 red bicycles").changes())
        .isEqualTo(Set.of(Change.FIGURE, Change.WORDING));
  }
}
