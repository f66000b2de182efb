package dev.readout.index;

import dev.readout.corpus.Corpus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NoLockFactory;

/**
 * What reading all of a generation has shown, by Lucene's own check and record by record: a line a
 * fault. Immutable.
 */
public record Verification(GenerationInfo info, List<String> faults) {
  public Verification {
    faults = List.copyOf(faults);
  }

  static Verification of(Generation generation, Corpus target) {
    List<String> faults = new ArrayList<>(filesOf(generation.segments().newest().directory()));
    GenerationDiff diff = GenerationDiff.between(generation.corpus(), target);
    diff.added().forEach(id -> faults.add(id + " is not in the index"));
    diff.changed().forEach(id -> faults.add(id + " is another text in the index"));
    diff.removed().forEach(id -> faults.add(id + " is in the index alone"));
    if (!diff.sameTerms()) {
      faults.add("terms or topics are others in the index");
    }
    return new Verification(generation.info(), faults);
  }

  /** Writes nothing, so that it takes no lock. */
  private static List<String> filesOf(Directory directory) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (CheckIndex check =
        new CheckIndex(directory, NoLockFactory.INSTANCE.obtainLock(directory, "verify"))) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
      check.setInfoStream(new PrintStream(said, true, StandardCharsets.UTF_8));
      return check.checkIndex().clean
          ? List.of()
          : said.toString(StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.contains("FAILED") || line.contains("ERROR"))
              .map(line -> "Lucene: " + line.strip())
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
