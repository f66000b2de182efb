package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The corpus of the repository: whole, and as large as the README says. */
final class ShippedCorpusTest {
  private static CorpusReader.Reading reading;

  @BeforeAll
  static void read() {
    reading = new CorpusReader(TinyCorpus.SHIPPED).check();
  }

  private static Corpus corpus() {
    return reading.corpus();
  }

  @Test
  void shippedCorpus_checked_hasNoDefects() {
    assertThat(reading.defects()).isEmpty();
  }

  @Test
  void shippedCorpus_records_areAtLeastThoseOfTheSheets() {
    assertThat(corpus().records()).hasSizeGreaterThanOrEqualTo(576);
  }

  @Test
  void shippedCorpus_topics_areAll60() {
    assertThat(corpus().topics()).hasSize(60);
  }

  @Test
  void shippedCorpus_terms_areAtLeast200() {
    assertThat(corpus().terms()).hasSizeGreaterThanOrEqualTo(200);
  }

  @Test
  void shippedCorpus_everyRecord_hasTwoToSixQuestions() {
    assertThat(corpus().records())
        .allSatisfy(record -> assertThat(record.questions()).hasSizeBetween(2, 6));
  }

  @Test
  void shippedCorpus_recordsWithAChineseQuestion_areAtLeast120() {
    assertThat(corpus().records())
        .filteredOn(record -> record.questions().stream().anyMatch(ShippedCorpusTest::isChinese))
        .hasSizeGreaterThanOrEqualTo(120);
  }

  private static boolean isChinese(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  @Test
  void shippedCorpus_everyRecord_hasAnEnglishQuestion() {
    assertThat(corpus().records())
        .allSatisfy(
            record -> assertThat(record.questions()).anyMatch(question -> !isChinese(question)));
  }

  /** With one statement in Chinese, 'check' asks for all else of the record. */
  @Test
  void shippedCorpus_everyStatement_isInChinese() {
    assertThat(corpus().records())
        .flatExtracting(CorpusRecord::statements)
        .hasSizeGreaterThanOrEqualTo(2_846)
        .allSatisfy(statement -> assertThat(statement.zh()).as(statement.text()).isNotNull());
  }

  @Test
  void shippedCorpus_everyStatement_isASliceOfItsRecord() {
    for (CorpusRecord record : corpus().records()) {
      assertThat(record.statements()).allMatch(statement -> statement.isSliceOf(record.body()));
    }
  }

  /** Nothing of a body is lost between its statements but the marks around them. */
  @Test
  void shippedCorpus_textOutsideStatements_isMarksAndSpeakers() {
    for (CorpusRecord record : corpus().records()) {
      assertThat(outside(record.body(), record.statements()))
          .as(record.id())
          .matches("(\\s|- |>|> — .+| {2}zh: .+|> zh: .+)*");
    }
  }

  private static String outside(String body, List<Statement> statements) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (Statement statement : statements) {
      rest.append(body, from, statement.start()).append('\n');
      from = statement.end();
    }
    return rest.append(body, from, body.length()).toString();
  }
}
