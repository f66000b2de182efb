package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Term;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamedPlacesTest {
  private static final NamedPlaces PLACES =
      new NamedPlaces(
          List.of(
              term("madrid", "place", "Madrid", "马德里"),
              term("bali", "place", "Bali", "巴厘岛"),
              term("madrid-round", "event", "Madrid talks", "马德里会谈"),
              term("balinese-fair", "event", "Balinese fair", "展会"),
              term("madrid-steel", "company", "Madrid Steel", "钢铁")));

  private static Term term(String id, String kind, String en, String zh) {
    return new Term(id, kind, List.of(en), List.of(), List.of(zh), List.of(), null, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Madrid talks", "MADRID TALKS", "马德里会谈"})
  void of_eventNamedForATown_isTheTown(String name) {
    assertThat(PLACES.of(name)).containsExactly("madrid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Balinese fair", "Madrid Steel", "Madrid"})
  void of_anyOtherName_isNone(String name) {
    assertThat(PLACES.of(name)).isEmpty();
  }
}
