package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
        "did the Senate confirm a new BIS chief",
        "when did the netherlands suspend its nexperia order",
        "what happened to the dutch order",
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
        "思必驰被列实体清单了吗 | 思必驰",
        "Is China's ban on shipping titanium to the US still suspended? | titanium",
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
  @ValueSource(
      strings = {
        "Why did China tell critical infrastructure operators to stop buying Intel chips in 2023?",
        "why did bis list ymtc together with fujian jinhua in oct 2018",
        "市场监管总局对AMD立的反垄断案，现在查到哪一步了？",
        "what did huawei itself say after osaka",
        "what did the French trade minister tell Wang Wentao about EV subsidies in April 2024",
        "What did Malaysia's leader advise the two delegations in October 2025?",
        "How did Taiwan's government react to the Trump-Xi call of November 2025?",
      })
  void answer_ofAnotherCompanyOrUnquotedThird_isDeclined(String question) {
    assertThat(ANSWERS.to(question)).isInstanceOf(Answer.Declined.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "why was Micron barred from critical infrastructure in 2023 | failed",
        "router ban: can my shop still sell tp-link models that were approved earlier? | routers?",
        "what did TSMC say about its Nanjing plant | TSMC said",
        "what did Nvidia say about H200 sales to China | Nvidia said",
        "what did Beijing say when the Supreme Court threw out the tariffs | MOFCOM",
      })
  void answer_ofTheCompanyOrQuoted_isLedByThat(String question, String told) {
    assertThat(ANSWERS.answered(question).lead().statement().text()).containsPattern(told);
  }

  /** "How much weight" asks for no figure. */
  @Test
  void answer_readerIsSure_needsNoFigure() {
    assertThat(
            ANSWERS
                .answered(
                    "How much weight did the two business ministers put on talking to one another"
                        + " in the early summer of 2021, by Beijing's telling?")
                .lead()
                .record()
                .id())
        .isEqualTo("2021-06-10-raimondo-wang-call-prc-readout");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "do buses from abroad face the same US duty as heavy trucks? | 10 percent",
        "is there a tariff on copper scrap | scrap were left out",
        "what is the tariff on copper cathodes | cathodes .* were left out",
        "Has the DOJ's grace period for the bulk personal data restrictions run out? | 8 July 2025",
      })
  void answer_particularsThatAStatementTells_isLedByIt(String question, String told) {
    assertThat(ANSWERS.answered(question))
        .satisfies(answer -> assertThat(answer.verdict()).isNull())
        .satisfies(answer -> assertThat(answer.lead().statement().text()).containsPattern(told));
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
