package dev.readout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.OddText;
import dev.readout.intake.fetch.SourceAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is typed, it is an address in the one form, or none. */
final class SourceAddressFuzzTest {
  private static final String ADDRESS =
      "HTTPS://user@Www.Commerce.gov:443/press/../2026/a%20b?x=1&y=é#part";

  @Provide
  Arbitrary<String> odd() {
    return OddText.upTo(8);
  }

  @Property
  void parse_oddText_isInOneFormOrNone(@ForAll("odd") String odd, @ForAll long seed) {
    check(odd);
    check("https://example.org/" + odd);
    check("https://" + odd + "/");
    check(OddText.mutated(ADDRESS, new Random(seed)));
  }

  private static void check(String typed) {
    Optional<URI> address = SourceAddress.parse(typed);
    address.ifPresent(
        uri -> {
          assertThat(SourceAddress.parse(uri.toString())).contains(uri);
          assertThat(uri.getHost()).isNotEmpty();
          assertThat(uri.getRawFragment()).isNull();
          assertThat(uri.toString()).isASCII();
        });
  }
}
