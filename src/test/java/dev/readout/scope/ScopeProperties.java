package dev.readout.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.corpus.TinyCorpus;
import dev.readout.store.SourceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/**
 * Deeds in three servers and the global scope. After each, no server sees a word of another's; one
 * server sees, character for character, what it would see if the others had never been; and what
 * was removed is found nowhere but in the books.
 */
abstract class ScopeProperties {
  private static final List<Place> SERVERS = List.of(Place.FIRST, Place.SECOND, Place.THIRD);

  @Provide
  Arbitrary<Place> servers() {
    return Arbitraries.of(SERVERS);
  }

  static void assertSeparate(List<Deed> deeds, Place alone) throws IOException {
    Path folder = Files.createTempDirectory("scopes");
    try {
      Path corpus = Files.createDirectory(folder.resolve("corpus"));
      TinyCorpus shipped = new TinyCorpus(corpus);
      try (Site site = new Site(Files.createDirectory(folder.resolve("all")), shipped.folder());
          Site other = new Site(Files.createDirectory(folder.resolve("one")), shipped.folder())) {
        for (int step = 0; step < deeds.size(); step++) {
          Deed deed = deeds.get(step);
          site.perform(deed, step);
          if (deed.place().filter(place -> SERVERS.contains(place) && place != alone).isEmpty()) {
            other.perform(deed, step);
          } else if (deed instanceof Deed.Remove(_, _, boolean killed) && killed) {
            other.perform(new Deed.Restart(), step);
          }
          look(site, other, alone, SERVERS.get(step % SERVERS.size()), step + " " + deed);
        }
      }
    } finally {
      delete(folder);
    }
  }

  /** At both installations from one server, and from one more, in turn. */
  private static void look(Site site, Site other, Place alone, Place turn, String when) {
    for (Place place : EnumSet.of(alone, turn)) {
      View view = View.of(site, place);
      assertNoWordOfOthers(view, place, when);
      assertRemovedIsGone(site, view, place, when);
      assertReceiptsAreTheirs(site, place, when);
      if (place == alone) {
        assertThat(view.difference(View.of(other, place)))
            .as("%s as seen in %s", when, place)
            .isEmpty();
      }
    }
  }

  private static void assertNoWordOfOthers(View view, Place place, String when) {
    String seen = (view.answers() + view.books()).toLowerCase(Locale.ROOT);
    for (Place other : SERVERS) {
      if (other != place) {
        assertThat(seen)
            .as("%s as seen in %s", when, place)
            .doesNotContain(other.word(), other.scope().id());
      }
    }
  }

  /** Of the shared document, other servers may have one of their own. */
  private static void assertRemovedIsGone(Site site, View view, Place place, String when) {
    SourceTable sources = site.parts().sources();
    Set<String> removed = new HashSet<>(sources.withdrawn(place.scope()));
    Set<String> removedForAll = new HashSet<>(sources.withdrawn(Scope.GLOBAL));
    // What operators remove stays where a server has added the same document itself.
    sources.accepted(place.scope()).records().forEach(own -> removedForAll.remove(own.id()));
    removed.addAll(removedForAll);
    List<String> found =
        site.parts()
            .serving()
            .with(
                place.scope(), desk -> desk.generation().records().map(CorpusRecord::id).toList());
    assertThat(found)
        .as("%s as found in %s", when, place)
        .doesNotContainAnyElementsOf(removed.isEmpty() ? Set.of("none") : removed);
    for (Place owner : List.of(place, Place.GLOBAL)) {
      for (int document = 0; document < Place.SHARED; document++) {
        if (removed.contains(owner.record(document, 0).id())) {
          assertThat(view.answers())
              .as("%s as seen in %s", when, place)
              .doesNotContain(owner.word(document));
        }
      }
    }
  }

  private static void assertReceiptsAreTheirs(Site site, Place place, String when) {
    for (Place other : SERVERS) {
      for (String id : site.receipts(other)) {
        assertThat(site.parts().book().find(id, place.scope()).isPresent())
            .as("%s: a receipt of %s as seen in %s", when, other, place)
            .isEqualTo(place == other);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
