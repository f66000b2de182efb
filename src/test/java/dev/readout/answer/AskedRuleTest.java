package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The standing of one rule is no answer to a question about another. */
final class AskedRuleTest {
  @RegisterExtension static final ReadAnswers ANSWERS = new ReadAnswers();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is the deemed export rule in force",
        "does the deemed export rule apply",
        "is the toy safety rule still suspended",
        "is the crypto mining rule still in force",
      })
  void answer_ruleOfWhichNothingIsRecorded_hasNoVerdict(String question) {
    assertThat(ANSWERS.to(question))
        .satisfiesAnyOf(
            answer -> assertThat(answer).isInstanceOf(Answer.Declined.class),
            answer ->
                assertThat(answer)
                    .isInstanceOfSatisfying(
                        Answer.Answered.class, told -> assertThat(told.verdict()).isNull()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Is the Chinese ban on Taiwanese pineapples still on? | pineapples",
        "Are Chinese duties on EU brandy still applied, and at what rate? | brandy",
        "Is China's limit on American Hollywood film imports still 34 a year? | Hollywood",
        "Does the Cuba embargo still bar imports of Cuban cigars? | cigars",
      })
  void answer_ofWhatNoRecordFoundHas_isDeclinedForThat(String question, String missing) {
    assertThat(ANSWERS.to(question))
        .isInstanceOfSatisfying(
            Answer.Declined.class,
            declined ->
                assertThat(declined.missing())
                    .extracting(Answer.Missing::what)
                    .anyMatch(text -> text.contains(missing)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "is the affiliates rule in force | 2025-09-29-bis-affiliates-rule",
        "is the half-ownership rule still in force | 2025-09-29-bis-affiliates-rule",
        "are Trump's reciprocal tariffs still in effect"
            + " | 2025-04-02-eo-14257-reciprocal-tariff",
        "is the bulk data rule still in effect | 2025-01-08-doj-data-security-rule",
        "is China's export control on lithium batteries in force"
            + " | 2025-10-09-mofcom-58-lithium-battery-graphite-anode",
        "中国从哪天起对镓的出口要许可证？ | 2023-07-03-mofcom-23-gallium-germanium",
        "中国从哪天起对镓锗实施出口管制 | 2023-07-03-mofcom-23-gallium-germanium",
      })
  void answer_ruleRecorded_opensWithItsStanding(String question, String rule) {
    assertThat(ANSWERS.answered(question).verdict())
        .isNotNull()
        .satisfies(verdict -> assertThat(verdict.records().getFirst().id()).isEqualTo(rule));
  }
}
