package dev.readout.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.backup.Backup;
import dev.readout.backup.Restore;
import dev.readout.backup.RestoreOptions;
import dev.readout.corpus.file.TinyCorpus;
import dev.readout.index.GenerationInfo;
import dev.readout.index.Indexes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * An installation restored in an empty folder, from a backup that was made while it was open: from
 * each place everything that can be seen is the same, character for character, but that only what
 * serves can be gone back to.
 */
final class RestoredTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-08-02T12:00:00Z"));

  /** With a roll-back in force in a server and one for all, a removal that no index knows yet. */
  private static final List<Deed> STORY =
      List.of(
          new Deed.Add(Place.GLOBAL, 0, false),
          new Deed.Add(Place.FIRST, 0, false),
          new Deed.Add(Place.FIRST, 1, true),
          new Deed.Add(Place.SECOND, Place.SHARED, false),
          new Deed.Watch(Place.FIRST, 1),
          new Deed.Reindex(Place.GLOBAL, false),
          new Deed.Ask(Place.FIRST, 0),
          new Deed.Ask(Place.SECOND, 1),
          new Deed.Ask(Place.SECOND, 3),
          new Deed.Approve(Place.FIRST, 2),
          new Deed.Edit(Place.FIRST, 1, 2),
          new Deed.Reindex(Place.FIRST, false),
          new Deed.Ask(Place.FIRST, 0),
          new Deed.RollBack(Place.FIRST),
          new Deed.Add(Place.THIRD, 2, false),
          new Deed.Reindex(Place.THIRD, false),
          new Deed.Remove(Place.THIRD, 1, false),
          new Deed.Add(Place.GLOBAL, 1, false),
          new Deed.Reindex(Place.GLOBAL, false),
          new Deed.RollBack(Place.GLOBAL),
          new Deed.Ask(Place.GLOBAL, 2),
          new Deed.Remove(Place.SECOND, 1, true));

  @Provide
  Arbitrary<List<Deed>> stories() {
    return Deed.any().list().ofSize(12);
  }

  @Example
  void restored_afterALongStory_looksTheSameFromEverywhere() throws IOException {
    assertRestored(STORY);
  }

  @Property(tries = 2)
  void restored_afterAnyDeeds_looksTheSameFromEverywhere(@ForAll("stories") List<Deed> deeds)
      throws IOException {
    assertRestored(deeds);
  }

  private static void assertRestored(List<Deed> deeds) throws IOException {
    Path folder = Files.createTempDirectory("restored");
    try {
      Path corpus = Files.createDirectory(folder.resolve("corpus"));
      TinyCorpus shipped = new TinyCorpus(corpus);
      Path here = Files.createDirectory(folder.resolve("here"));
      Path there = folder.resolve("there");
      try (Site site = new Site(here, shipped.folder())) {
        for (int step = 0; step < deeds.size(); step++) {
          site.perform(deeds.get(step), step);
        }
        // As the restored one is; and servers' indexes are brought up to date when they are asked.
        site.perform(new Deed.Restart(), deeds.size());
        for (Place place : Place.values()) {
          View.of(site, place);
        }
        copy(here, there, shipped.folder(), folder.resolve("site.zip"));
        try (Site restored = site.restoredIn(there)) {
          for (Place place : Place.values()) {
            assertSame(site, restored, place);
          }
        }
      }
    } finally {
      delete(folder);
    }
  }

  private static void copy(Path here, Path there, Path corpus, Path file) throws IOException {
    new Backup(Site.locations(here, corpus), "test", CLOCK).write(file, false);
    Restore restore = new Restore(Site.locations(there, corpus), _ -> Optional.empty(), CLOCK);
    try (InputStream in = Files.newInputStream(file)) {
      restore.restore(in, new RestoreOptions(false, false, false));
    }
  }

  private static void assertSame(Site site, Site restored, Place place) {
    View before = View.of(site, place);
    View after = View.of(restored, place);
    assertThat(withoutKept(after).difference(withoutKept(before))).as("%s", place).isEmpty();
    Indexes indexes = restored.parts().indexes();
    assertThat(indexes.current(place.scope()))
        .isEqualTo(site.parts().indexes().current(place.scope()));
    assertThat(indexes.directory(place.scope()).isRolledBack())
        .isEqualTo(site.parts().indexes().directory(place.scope()).isRolledBack());
    assertThat(indexes.directory(place.scope()).kept())
        .extracting(GenerationInfo::name)
        .containsExactlyElementsOf(indexes.current(place.scope()).stream().toList());
  }

  /** A view tells of the generations that are kept, in a line of its own. */
  private static View withoutKept(View view) {
    return new View(
        view.answers(),
        view.probes(),
        view.books()
            .lines()
            .filter(line -> !line.startsWith("[GenerationInfo["))
            .collect(Collectors.joining("\n")));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
