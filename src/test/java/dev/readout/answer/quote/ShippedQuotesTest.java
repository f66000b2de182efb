package dev.readout.answer.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.answer.quote.QuoteFinding.Near;
import dev.readout.answer.quote.QuoteFinding.Passage;
import dev.readout.answer.quote.QuoteFinding.Piece;
import dev.readout.answer.quote.QuoteFinding.Verbatim;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import dev.readout.index.Generation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What holds of any statement of the shipped corpus, quoted right and quoted wrong; checked from
 * several threads at once.
 */
@ExtendWith(ShippedIndex.class)
final class ShippedQuotesTest {
  /** In no record. */
  private static final String STRANGE = "zeppelin";

  private static final int FIGURES_CHANGED = 100;

  /** Of our own words; of others' every one is checked. */
  private static final int EVERY = 5;

  private static QuoteChecker checker;
  private static List<Statement> statements = List.of();

  @BeforeAll
  static void read(Generation generation) {
    checker = new QuoteChecker(generation);
    List<Statement> all =
        generation
            .records()
            .flatMap(record -> record.statements().stream())
            .filter(ShippedQuotesTest::canBeChecked)
            .toList();
    assertThat(all).hasSizeGreaterThan(1_900);
    statements =
        IntStream.range(0, all.size())
            .filter(i -> i % EVERY == 0 || all.get(i).voice() == Voice.VERBATIM)
            .mapToObj(all::get)
            .toList();
  }

  /** Long enough, and of marks within it no ones that would be taken for the quotation. */
  private static boolean canBeChecked(Statement statement) {
    String text = statement.text();
    return QuotedText.of(text).quotes().equals(List.of(text))
        && QuotedText.isLongEnough(text)
        && Wording.of(text).quoted().weight() >= QuoteChecker.MIN_QUOTE_WEIGHT;
  }

  private static QuoteFinding only(String quote) {
    List<QuoteFinding> findings = checker.check(quote).findings();
    assertThat(findings).as(quote).hasSize(1);
    QuoteCheckerTest.piecesMakeUpTheQuote(findings.getFirst());
    return findings.getFirst();
  }

  @Test
  void check_anyStatement_isVerbatimInItsVoice() {
    assertThat(statements).filteredOn(s -> s.voice() == Voice.VERBATIM).hasSizeGreaterThan(85);
    statements.parallelStream().forEach(ShippedQuotesTest::isVerbatimInItsVoice);
  }

  /** In either script; our wording, even of what somebody said, is nobody's quotation. */
  @ParameterizedTest
  @CsvSource({
    "SUMMARY, 2025年11月4日第14357号行政令将对中国商品加征的芬太尼关税从20%降至10%",
    "SUMMARY, 2025年11月4日第14357號行政令將對中國商品加徵的芬太尼關稅從20%降至10%",
    "VERBATIM, 双方各300亿美元非敏感商品贸易"
  })
  void check_chineseWording_isFoundAndNotCalledAQuotation(Voice voice, String words) {
    QuoteFinding finding = only("「" + words + "」");
    Passage found =
        switch (finding) {
          case Verbatim verbatim -> verbatim.found();
          case Near near -> near.found();
          case QuoteFinding.Part part -> part.found();
          case QuoteFinding.NotFound _, QuoteFinding.TooShort _ -> throw new AssertionError(words);
        };

    assertThat(found.isChinese()).isTrue();
    assertThat(found.voice()).isEqualTo(voice);
    assertThat(found.isQuotation()).isFalse();
  }

  private static void isVerbatimInItsVoice(Statement statement) {
    String text = statement.text();
    assertThat(only(text))
        .isInstanceOfSatisfying(
            Verbatim.class,
            finding -> {
              assertThat(finding.found().voice()).isEqualTo(statement.voice());
              assertThat(finding.found().text()).contains(text);
              assertThat(text).startsWith(source(finding.pieces()));
              assertThat(source(finding.pieces())).hasSizeGreaterThan(text.length() - 4);
            });
  }

  private static String source(List<Piece> pieces) {
    return pieces.stream().map(Piece::source).collect(Collectors.joining());
  }

  @Test
  void check_anyStatementWithAnotherWord_isNeverVerbatim() {
    List<String> notNear =
        statements.parallelStream()
            .flatMap(statement -> withStrangeWord(statement.text()).stream())
            .filter(changed -> !isNear(only(changed)))
            .toList();

    assertThat(notNear).as("of two or three long words").hasSizeLessThan(10);
    assertThat(notNear).allMatch(text -> text.split(" ", -1).length <= 4);
  }

  private static boolean isNear(QuoteFinding finding) {
    assertThat(finding).isNotInstanceOf(Verbatim.class);
    if (finding instanceof Near near) {
      assertThat(near.found().text()).contains(source(near.pieces()));
      return true;
    }
    return false;
  }

  private static Optional<String> withStrangeWord(String text) {
    return contentWord(text)
        .map(word -> text.substring(0, word.start()) + STRANGE + text.substring(word.end()));
  }

  /** The middle one of the long words. */
  private static Optional<Token> contentWord(String text) {
    List<Token> words =
        Wording.of(text).tokens().stream()
            .filter(token -> token.kind() == Token.Kind.WORD && token.weight() > 1)
            .toList();
    return words.stream().skip(words.size() / 2).findFirst();
  }

  @Test
  void check_anotherFigure_changesMeaning() {
    List<String> wrong =
        statements.stream()
            .map(Statement::text)
            .filter(text -> text.length() > 60)
            .flatMap(text -> withWrongFigure(text).stream())
            .limit(FIGURES_CHANGED)
            .toList();

    assertThat(wrong).hasSize(FIGURES_CHANGED);
    wrong.parallelStream()
        .forEach(
            text ->
                assertThat(only(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                        Near.class, near -> assertThat(near.changesMeaning()).isTrue()));
  }

  private static Optional<String> withWrongFigure(String text) {
    return Wording.of(text).tokens().stream()
        .filter(token -> token.exact().matches("[0-9]{1,3}"))
        .findFirst()
        .map(figure -> text.substring(0, figure.start()) + "777" + text.substring(figure.end()));
  }
}
