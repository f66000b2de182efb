package dev.readout.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.OddText;
import dev.readout.store.FeedbackTable.Verdict;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every id is read as what was written, and nothing else breaks the reader. */
final class ComponentIdFuzzTest {
  @Provide
  Arbitrary<ComponentId> ids() {
    Arbitrary<String> receipts =
        Arbitraries.strings().withCharRange('0', '9').withCharRange('A', 'Z').ofLength(8);
    Arbitrary<String> records =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withChars('-', '7')
            .ofMinLength(1)
            .ofMaxLength(60);
    Arbitrary<String> generations = Arbitraries.strings().numeric().ofLength(6);
    Arbitrary<Integer> pages = Arbitraries.integers().between(2, 50);
    return Arbitraries.oneOf(
        Combinators.combine(receipts, pages, Arbitraries.integers().between(1, 1_000))
            .as(ComponentId.More::new),
        Combinators.combine(Arbitraries.of(ComponentId.Part.values()), records)
            .as(ComponentId.View::new),
        receipts.map(ComponentId.Sources::new),
        generations.map(ComponentId.Related::new),
        Combinators.combine(receipts, Arbitraries.of(Verdict.values())).as(ComponentId.Vote::new),
        Arbitraries.longs().map(ComponentId.Remove::new),
        Combinators.combine(
                Arbitraries.longs().between(1, Long.MAX_VALUE), Arbitraries.of(true, false))
            .as(ModeratorId.AuditPage::new),
        Arbitraries.of(
            new ComponentId.Show(),
            new ModeratorId.EditSettings(),
            new ModeratorId.ResetSettings(),
            new ModeratorId.SettingsForm()));
  }

  @Provide
  Arbitrary<String> odd() {
    return OddText.upTo(10);
  }

  @Property
  void parse_ofEncoded_isTheSame(@ForAll("ids") ComponentId id, @ForAll long seed) {
    assertThat(ComponentId.parse(id.encode())).contains(id);
    checkIfRead(OddText.mutated(id.encode(), new Random(seed)));
  }

  @Property
  void parse_oddText_isReadOrNot(@ForAll("odd") String odd) {
    checkIfRead(odd);
    checkIfRead("r1:" + odd);
    checkIfRead("r1:more:" + odd);
    checkIfRead("r1:audit:" + odd + ":own");
  }

  private static void checkIfRead(String text) {
    ComponentId.parse(text)
        .ifPresent(id -> assertThat(ComponentId.parse(id.encode())).contains(id));
  }
}
