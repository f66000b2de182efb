package dev.readout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Side;
import dev.readout.corpus.Source.SourceType;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose words may stand on whose side. */
final class PublisherTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.commerce.gov/news/a, US, U.S. Department of Commerce",
    "https://ustr.gov/about, US, Office of the U.S. Trade Representative (USTR)",
    "https://www.federalregister.gov/documents/1, US, Federal Register",
    "http://www.mofcom.gov.cn/article/1.shtml, PRC, Ministry of Commerce of the PRC (MOFCOM)",
    "https://english.mofcom.gov.cn/a, PRC, Ministry of Commerce of the PRC (MOFCOM)",
  })
  void of_officialSite_isItsGovernments(URI address, Side side, String name) {
    Publisher publisher = Publisher.of(address);

    assertThat(publisher.proposed()).isEqualTo(side);
    assertThat(publisher.name()).isEqualTo(name);
    assertThat(publisher.type()).isEqualTo(SourceType.OFFICIAL);
    assertThat(publisher.sides()).containsExactlyInAnyOrder(side, Side.JOINT, Side.OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://commerce.gov.example.org/",
        "https://notcommerce.gov.uk/",
        "https://gov.cn.example.org/",
        "https://fake-gov.cn/",
        "https://www.example-law.com/alert",
        "https://commerce-gov.com/",
        "https://127.0.0.1/"
      })
  void of_anybodyElse_canStandOnNeitherSide(URI address) {
    assertThat(Publisher.of(address).sides()).containsExactlyInAnyOrder(Side.JOINT, Side.OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.tax.ny.gov/widgets, US",
    "https://www.mdt.mil/widgets, US",
    "https://www.sh.gov.cn/widgets, PRC"
  })
  void of_anotherOffice_isNobodysUntilAPersonSaysSo(URI address, Side side) {
    Publisher publisher = Publisher.of(address);

    assertThat(publisher.proposed()).isEqualTo(Side.OTHER);
    assertThat(publisher.sides()).containsExactlyInAnyOrder(side, Side.JOINT, Side.OTHER);
  }

  @Test
  void of_lettersToAGovernment_areNotTheGovernments() {
    assertThat(Publisher.of(URI.create("https://downloads.regulations.gov/a.pdf")).sides())
        .containsExactlyInAnyOrder(Side.JOINT, Side.OTHER);
  }

  @Test
  void of_newsAgencyOfTheState_isNoOffice() {
    Publisher xinhua = Publisher.of(URI.create("https://english.news.cn/20260512/a.html"));

    assertThat(xinhua.name()).isEqualTo("Xinhua");
    assertThat(xinhua.type()).isEqualTo(SourceType.OFFICIAL_MIRROR);
    assertThat(xinhua.proposed()).isEqualTo(Side.OTHER);
  }
}
