package dev.readout.answer;

import dev.readout.Folders;
import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.index.IndexDirectory;
import dev.readout.index.Indexes;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests the index of the shipped corpus, built once a run of all tests, or once a process
 * that is started alone and removed with it: a {@link Generation}, opened once for all, or the
 * {@link IndexDirectory} to open it again from. Not kept in JUnit's root store: Surefire begins
 * anew with each class.
 */
public final class ShippedIndex implements ParameterResolver {
  /** The day on which the tests ask: two weeks after the truce of Busan ran out on paper. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  public static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

  public static final Path CORPUS = Path.of("index-data");

  /** What is built once. */
  private record Built(Path folder, IndexDirectory directory, Generation generation) {
    /** Surefire's processes share one, of their run alone. */
    static Built build() {
      String ofRun = System.getProperty("test.shipped-index");
      try {
        if (ofRun == null) {
          Built built = build(Files.createTempDirectory("readout-answer-tests"));
          Runtime.getRuntime().addShutdownHook(new Thread(built::remove));
          return built;
        }
        Path folder = Files.createDirectories(Path.of(ofRun));
        try (FileChannel lock =
                FileChannel.open(
                    folder.resolveSibling(folder.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock _ = lock.lock()) {
          return build(folder);
        }
      } catch (IOException e) {
        throw new IllegalStateException("no folder for the index of the tests", e);
      }
    }

    private static Built build(Path folder) {
      Indexes indexes = new Indexes(folder, CLOCK, Models.off());
      Supplier<Corpus> corpus = new CorpusReader(CORPUS)::read;
      return new Built(
          folder,
          indexes.directory(Scope.GLOBAL),
          indexes.openGlobalAsBuilt(CORPUS, corpus, List::of));
    }

    void remove() {
      generation.close();
      try {
        IOUtils.rm(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Built when it is first asked for. */
  private static final class Once {
    static final Built BUILT = Built.build();
  }

  /** Puts a copy where a bot with an index of its own finds it, which takes no seconds. */
  public static void copyTo(Path folder) {
    Folders.copy(Once.BUILT.folder(), folder);
  }

  /** For extensions, which are handed nothing. */
  public static IndexDirectory directory() {
    return Once.BUILT.directory();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type.equals(Generation.class) || type.equals(IndexDirectory.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(Generation.class)
        ? Once.BUILT.generation()
        : directory();
  }
}
