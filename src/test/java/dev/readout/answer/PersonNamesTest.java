package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.index.Generation;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Persons are asked about as the records tell of them. */
@ExtendWith(ShippedIndex.class)
final class PersonNamesTest {
  private final Generation generation;

  PersonNamesTest(Generation generation) {
    this.generation = generation;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what did Treasury Secretary Scott Bessent say in Madrid|what did Bessent say in Madrid",
        "did US President Donald Trump call President Xi Jinping|did Trump call Xi",
        "did the Chinese Vice Premier He Lifeng meet Janet Yellen|did He Lifeng meet Yellen",
        "what did the Treasury Secretary say in Madrid|what did the Treasury Secretary say in"
            + " Madrid",
        "who is Wang Wentao|who is Wang Wentao",
        "美国财政部长贝森特怎么看稀土|贝森特怎么看稀土",
        "商务部长怎么看稀土|商务部长怎么看稀土"
      })
  void asTold_nameOrOffice_isTheSurname(String question, String told) {
    assertThat(PersonNames.asTold(question, generation)).isEqualTo(told);
  }
}
