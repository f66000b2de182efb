package dev.readout.scope;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Many stories; not part of the gate. */
final class ScopesLongRun extends ScopeProperties {
  @Provide
  Arbitrary<List<Deed>> stories() {
    return Deed.any().list().ofMinSize(20).ofMaxSize(80);
  }

  @Property(tries = 100)
  void servers_anyDeeds_seeNothingOfEachOther(
      @ForAll("stories") List<Deed> deeds, @ForAll("servers") Place alone) throws IOException {
    assertSeparate(deeds, alone);
  }
}
