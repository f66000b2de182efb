package dev.readout.scope;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Something to be done, in one place or in the whole installation. */
sealed interface Deed {
  /** Where it is done; empty for the whole installation. */
  Optional<Place> place();

  /** In one place. */
  sealed interface Local extends Deed {
    Place at();

    @Override
    default Optional<Place> place() {
      return Optional.of(at());
    }
  }

  record Add(Place at, int document, boolean waiting) implements Local {}

  record Edit(Place at, long number, int variant) implements Local {}

  record Revise(Place at, long number, int variant) implements Local {}

  record Approve(Place at, long number) implements Local {}

  /**
   * Takes a source away.
   *
   * @param killed whether the process dies before the index is told
   */
  record Remove(Place at, long number, boolean killed) implements Local {}

  record Reindex(Place at, boolean forced) implements Local {}

  record RollBack(Place at) implements Local {}

  record Ask(Place at, int question) implements Local {}

  record Watch(Place at, int feed) implements Local {}

  /** Closes everything and opens it again. */
  record Restart() implements Deed {
    @Override
    public Optional<Place> place() {
      return Optional.empty();
    }
  }

  /** Any deed; those that change what is found are frequent. */
  static Arbitrary<Deed> any() {
    Arbitrary<Place> places =
        Arbitraries.frequency(
            Tuple.of(2, Place.GLOBAL),
            Tuple.of(3, Place.FIRST),
            Tuple.of(3, Place.SECOND),
            Tuple.of(3, Place.THIRD));
    Arbitrary<Long> numbers = Arbitraries.longs().between(1, 4);
    Arbitrary<Integer> variants = Arbitraries.integers().between(0, 3);
    Arbitrary<Boolean> rarely = Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true));
    return Arbitraries.frequencyOf(
        Tuple.of(7, Combinators.combine(places, variants, rarely).as(Add::new)),
        Tuple.of(2, Combinators.combine(places, numbers, variants).as(Edit::new)),
        Tuple.of(2, Combinators.combine(places, numbers, variants).as(Revise::new)),
        Tuple.of(1, Combinators.combine(places, numbers).as(Approve::new)),
        Tuple.of(3, Combinators.combine(places, numbers, rarely).as(Remove::new)),
        Tuple.of(7, Combinators.combine(places, rarely).as(Reindex::new)),
        Tuple.of(2, places.map(RollBack::new)),
        Tuple.of(4, Combinators.combine(places, variants).as(Ask::new)),
        Tuple.of(1, Combinators.combine(places, variants).as(Watch::new)),
        Tuple.of(1, Arbitraries.just(new Restart())));
  }
}
