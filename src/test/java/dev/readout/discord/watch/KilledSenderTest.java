package dev.readout.discord.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.render.WatchPhrase;
import dev.readout.store.Database;
import dev.readout.store.NoteTable;
import dev.readout.store.NoteTable.NewNote;
import dev.readout.store.WatchTable;
import dev.readout.store.WatchTable.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Notes whose sender is killed again and again. {@code -Dkills=200} kills it more often than the
 * gate has time for.
 */
final class KilledSenderTest {
  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final int PLACES = 40;
  private static final int MAX_MICROS = 60_000;
  private static final String AGAIN = WatchPhrase.AGAIN.in(Language.EN);

  @TempDir Path folder;

  @Test
  void notes_senderKilled_areEachTakenAndOnlyAgainUnderTheirNonceAndMark()
      throws IOException, InterruptedException {
    Random random = new Random(19);
    for (int kill = 0; kill < KILLS; kill++) {
      write(kill);
      run(random.nextInt(MAX_MICROS));
    }
    run(-1);

    List<String> taken = Files.readAllLines(folder.resolve("taken"));
    for (int kill = 0; kill < KILLS; kill++) {
      for (int place = 1; place <= PLACES; place++) {
        String note = "«" + kill + "-" + place + "»";
        List<String> messages = taken.stream().filter(line -> line.contains(note)).toList();
        assertThat(messages).as(note).isNotEmpty();
        assertThat(messages.stream().map(line -> line.split(" ", 2)[0]).distinct()).hasSize(1);
        assertThat(messages.subList(1, messages.size()))
            .allSatisfy(line -> assertThat(line).contains(AGAIN));
      }
    }
  }

  private void write(int kill) {
    try (Database database = Database.open(folder.resolve("readout.db"), InstantSource.system())) {
      WatchTable watches = new WatchTable(database);
      if (kill == 0) {
        for (long member = 1; member <= PLACES; member++) {
          Place place = new Place(0, Scope.GLOBAL, 0, member, "en", "UTC", 0, 0, 1, "", 0, null);
          assertThat(watches.add(place, WatchTable.Kind.TOPIC, "tariffs")).isTrue();
        }
        watches.places(Scope.GLOBAL).forEach(place -> watches.limit(place, "UTC", 0, 0, 10_000));
      }
      List<NewNote> notes =
          LongStream.rangeClosed(1, PLACES)
              .mapToObj(place -> new NewNote(place, "" + kill, "«" + kill + "-" + place + "»"))
              .toList();
      new NoteTable(database).add(Scope.GLOBAL, List.of("" + kill), notes);
    }
  }

  private void run(long micros) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledSender.class.getName(),
                folder.resolve("readout.db").toString(),
                folder.resolve("taken").toString(),
                Long.toString(micros))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isIn(0, 137);
  }
}
