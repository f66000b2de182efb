package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.index.Generation;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fills a slot; what the question gives itself does not. */
@ExtendWith(ShippedIndex.class)
final class StatementFormTest {
  private final Generation generation;

  StatementFormTest(Generation generation) {
    this.generation = generation;
  }

  private boolean fills(String question, Slot slot, String statement) {
    return StatementForm.of(statement).fills(slot, StatementForm.of(question), generation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when does it end | END | It is suspended until 9 November 2026.",
        "how long does it last | END | It is suspended for 90 days.",
        "when did it start | START | It took effect on 4 February 2025.",
        "when did they meet | DAY | They met on 14 September 2025.",
        "who spoke in Madrid | PERSON | He Lifeng spoke in Madrid.",
        "where did they meet | PLACE | They met in Geneva.",
        "which agency runs it | BODY | The list is run by BIS.",
        "how many firms are listed | AMOUNT | It lists 23 firms.",
        "how many rounds were there | AMOUNT | There were five rounds.",
        "what share of the 20% tariff is left | AMOUNT | Of the tariff 10% is left.",
        "what share was bought | AMOUNT | By his count 57 percent was bought.",
        "under which citation | CITATION | It is published as 90 FR 47201.",
        "why was it listed | REASON | It was listed on national security grounds.",
        "which minerals | LIST | It covers tungsten, tellurium, bismuth and indium.",
        "is it in force | STANDING | The rule was rescinded.",
        "what is it | DEFINITION | The Entity List names foreign parties.",
        "how did the rate change | CHANGE | The rate was raised from 10 to 20 percent.",
        "2025年6月5日中美元首通话谈了多久 | AMOUNT | They spoke on 5 June 2025 for an hour and a half.",
        "2025年9月14日开始的会谈哪天结束 | DAY | They met on 14 and 15 September 2025.",
        "20%的关税还剩几趴 | AMOUNT | Of the tariff 10% is left."
      })
  void fills_statementThatHoldsIt_does(String question, Slot slot, String statement) {
    assertThat(fills(question, slot, statement)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how many firms beside the 23 are listed | AMOUNT | It lists 23 firms.",
        "what share was bought | AMOUNT | They promised 200 billion dollars more.",
        "who beside He Lifeng spoke | PERSON | He Lifeng spoke in Madrid.",
        "what happened on 14 September 2025 and when | DAY | They met on 14 September 2025.",
        "where beside Geneva | PLACE | They met in Geneva.",
        "2025年9月14日的会谈是哪天结束的 | DAY | They met on 14 September 2025.",
        "列了23家以外还有多少家 | AMOUNT | It lists 23 firms."
      })
  void fills_whatTheQuestionGives_doesNot(String question, Slot slot, String statement) {
    assertThat(fills(question, slot, statement)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how many firms | AMOUNT | The call was held on 8 October 2024.",
        "how many firms | AMOUNT | The notice is 90 FR 47201.",
        "what share is above 10% | AMOUNT | It lists 23 firms.",
        "how many of the $5 billion | AMOUNT | It lists 23 firms.",
        "关税是几趴 | AMOUNT | It lists 23 firms.",
        "when did they meet | DAY | They met again (Busan meeting, 30 October 2025).",
        "when does it end | END | They met on 14 September 2025.",
        "when did it start | START | It ends on 14 September 2025.",
        "who spoke | PERSON | A spokesperson spoke.",
        "which minerals | LIST | It covers tungsten.",
        "why | REASON | It was listed in May."
      })
  void fills_somethingElse_doesNot(String question, Slot slot, String statement) {
    assertThat(fills(question, slot, statement)).isFalse();
  }
}
