package dev.readout.intake.reindex;

import static dev.readout.intake.reindex.TinyBot.HERE;
import static dev.readout.intake.reindex.TinyBot.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.index.Indexes.Additions;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a loss of power leaves: catalogue and index are files of their own, so that each may be as
 * it was at any moment before, whichever of them was forced to the disk last.
 */
@Timeout(120)
final class PowerLossTest {
  private static final String FIRST = Additions.ID_START + "first";
  private static final String SECOND = Additions.ID_START + "second";

  /** How many records there are at each moment, with the shipped one. */
  private static final List<Integer> LISTED = List.of(1, 2, 3, 2);

  @TempDir private Path folder;

  /** A copy of the folder as it is now, as a disk that has forced everything holds it. */
  private Path copied(int moment) throws IOException {
    return copy(folder.resolve("bot"), folder.resolve("moment-" + moment));
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(path).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (!path.toString().endsWith("-shm")) { // lives in memory alone
              Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return to;
  }

  /** Four moments: nothing added, one source, two, and the first of them removed. */
  private List<Path> moments() throws IOException {
    List<Path> moments = new ArrayList<>();
    try (TinyBot bot = new TinyBot(Files.createDirectory(folder.resolve("bot")))) {
      moments.add(copied(0));
      long first = bot.add(HERE, FIRST);
      done(bot);
      moments.add(copied(1));
      bot.add(HERE, SECOND);
      done(bot);
      moments.add(copied(2));
      bot.remove(HERE, first);
      done(bot);
      moments.add(copied(3));
    }
    return moments;
  }

  private static void done(TinyBot bot) {
    assertThat(bot.reindex(HERE)).isInstanceOf(Reindexing.Outcome.Done.class);
  }

  @Test
  void open_catalogueAndIndexOfAnyTwoMoments_answersFromNothingThatTheCatalogueDoesNotList()
      throws IOException {
    List<Path> moments = moments();
    for (Path catalogue : moments) {
      for (Path index : moments) {
        Path left = copy(catalogue, folder.resolve("left"));
        delete(left.resolve("index"));
        copy(index.resolve("index"), left.resolve("index"));
        String which = catalogue.getFileName() + " with the index of " + index.getFileName();

        try (TinyBot bot = new TinyBot(left)) {
          List<String> listed =
              Stream.concat(
                      Stream.of(SHIPPED),
                      bot.sources().accepted(HERE).records().stream().map(CorpusRecord::id))
                  .sorted()
                  .toList();
          assertThat(listed).as(which).hasSize(LISTED.get(moments.indexOf(catalogue)));
          assertThat(bot.served(HERE)).as(which).isSubsetOf(listed);
          bot.reindex(HERE);
          assertThat(bot.served(HERE)).as(which).isEqualTo(listed);
        }
        delete(left);
      }
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
