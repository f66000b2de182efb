package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttributionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unlike Washington, Beijing named no figure (MOFCOM read-out of 28 August 2023).",
        "The text does not name a firm (Commerce on the meeting of 25 May 2023).",
        "Observers saw a thaw (White House statement, 4 May 2018).",
        "Press reports put it at 250 billion (Treasury on the Zurich meeting, 18 January 2023).",
        "The Chinese account names chips (Commerce read-out of 28 August 2023).",
        "The American account names soybeans (Xinhua on the call, 21 February 2025).",
        "The tariff rose on 1 March 2019 (Trump's post of 24 February 2019)."
      })
  void defects_statementThatIsNotOfItsDocument_hasOne(String statement) {
    assertThat(Attribution.defects(statement)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unlike Washington, Beijing named no figure.",
        "Observers saw a thaw (Raimondo-Wang meeting in Washington, 25 May 2023).",
        "The Chinese account names chips (Chinese account of the Bali meeting, 14 November 2022).",
        "The tariff would rise on 1 March 2019 (Trump's post of 24 February 2019).",
        "Talks were to go on from 8 May 2019 (White House statement of 1 May 2019).",
        "The call of 5 June 2025 was long (White House statement, June 2025)."
      })
  void defects_statementOfItsDocumentOrOfAMeeting_hasNone(String statement) {
    assertThat(Attribution.defects(statement)).isEmpty();
  }
}
