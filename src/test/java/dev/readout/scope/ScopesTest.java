package dev.readout.scope;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A few long stories. */
final class ScopesTest extends ScopeProperties {
  @Provide
  Arbitrary<List<Deed>> stories() {
    return Deed.any().list().ofSize(12);
  }

  @Property(tries = 2)
  void servers_anyDeeds_seeNothingOfEachOther(
      @ForAll("stories") List<Deed> deeds, @ForAll("servers") Place alone) throws IOException {
    assertSeparate(deeds, alone);
  }
}
