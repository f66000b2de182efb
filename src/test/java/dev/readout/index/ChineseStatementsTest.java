package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Statement;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words of a statement's Chinese find the record, and the statement in it. */
final class ChineseStatementsTest {
  private static Generation generation;

  @BeforeAll
  static void build(@TempDir Path folder) throws IOException {
    generation =
        SampleIndex.open(
            folder,
            SampleIndex.corpus(
                new RecordDraft("a-ships")
                    .says("Port fees are paused.", "Cranes pay more.", "They met on 9 May 2025.")
                    .inChinese("港口费暂停征收。", "起重机加征关税。", "双方于2025年5月9日会面。"),
                new RecordDraft("b-farms").says("Soybeans are bought again.")));
  }

  @AfterAll
  static void close() {
    generation.close();
  }

  private static Evidence evidence(String question) {
    QueryPlan plan = generation.plan(question);
    return generation.evidence(plan, generation.candidates(plan, SearchFilter.ALL)).getFirst();
  }

  @Test
  void candidates_wordsOfTheChineseOnly_findItsRecord() {
    assertThat(SampleIndex.found(generation, "起重机", SearchFilter.ALL)).containsExactly("a-ships");
    assertThat(SampleIndex.found(generation, "起重機", SearchFilter.ALL)).containsExactly("a-ships");
  }

  @Test
  void evidence_wordsOfTheChineseOnly_areThoseOfItsStatement() {
    assertThat(evidence("起重机").statementScores()[1]).isPositive();
    assertThat(evidence("起重机").statementScores()[0]).isZero();
    assertThat(evidence("port fees").statementScores()[0]).isPositive();
  }

  @Test
  void evidence_dayOfTheChinese_isInItsStatement() {
    assertThat(evidence("2025年5月9日").inStatement()[2]).contains(true);
    assertThat(evidence("2025年5月9日").inStatement()[0]).doesNotContain(true);
  }

  @Test
  void find_record_isReadBackWithItsChinese() {
    assertThat(generation.find("a-ships").orElseThrow().statements())
        .extracting(Statement::zh)
        .containsExactly("港口费暂停征收。", "起重机加征关税。", "双方于2025年5月9日会面。");
  }
}
