package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.Scope;
import dev.readout.index.GenerationBuilder.BuildPlan;
import dev.readout.index.GenerationInfo.OtherSettingsException;
import dev.readout.index.Publisher.GenerationNumbers;
import dev.readout.meaning.Models;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.util.IOSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generations of one scope on disk:
 *
 * <pre>
 * current            name of the generation that serves, and "pinned" after a roll-back
 * build.lock         held by the process that builds; the system frees it when that process dies
 * numbers            the last number given to a generation of this scope
 * 000007/            a complete generation
 * building-000008/   one being built, or left by a killed build and removed by the next
 * servers/server-1/  the same again for the generations of a server; in the root only
 * </pre>
 *
 * A generation is built beside the current one, read back, given its name, and made current by one
 * atomic rename of the pointer; killed anywhere in between, the current one serves on. Thread-safe;
 * safe for several processes.
 */
public final class IndexDirectory {
  static final String SERVERS = "servers";

  private static final Logger LOG = LoggerFactory.getLogger(IndexDirectory.class);

  private final Path directory;
  private final Models models;
  private final Publisher publisher;

  /** The generations that everybody sees; who started the models closes them. */
  public IndexDirectory(Path root, InstantSource clock, Models models) {
    this(root, new GenerationNumbers(root, GenerationNumbers.FIRST), clock, models);
  }

  private IndexDirectory(
      Path directory, GenerationNumbers numbers, InstantSource clock, Models models) {
    this.directory = directory;
    this.models = models;
    this.publisher = new Publisher(directory, numbers, clock, models.embedder());
  }

  /** The generations of a scope of the installation whose index is in the root folder. */
  public static IndexDirectory ofScope(Path root, Scope scope, InstantSource clock, Models models) {
    if (scope.equals(Scope.GLOBAL)) {
      return new IndexDirectory(root, clock, models);
    }
    Path directory = root.resolve(SERVERS).resolve(scope.id());
    return new IndexDirectory(
        directory,
        new GenerationNumbers(directory, GenerationNumbers.FIRST_OF_SERVER),
        clock,
        models);
  }

  /** Ends a roll-back: from now on the current generation is one like another. */
  void unpin() {
    try {
      Pointer pointer = Pointer.read(directory);
      if (pointer.isPinned()) {
        Pointer.to(pointer.name()).write(directory);
      }
    } catch (IOException e) {
      LOG.debug("No readable pointer in {}; the index is built anew.", directory, e);
    }
  }

  /** Opens the current segment if pinned or fresh; else builds what the plan makes of it. */
  Segment openOrBuild(Predicate<Segment> isFresh, Function<Optional<Segment>, BuildPlan> plan) {
    Optional<Segment> current = openIfReadable();
    if (current.isEmpty()) {
      build(plan.apply(current), BuildMonitor.NONE);
      return openSegment();
    }
    boolean isWanted = false;
    try {
      String reason = reasonToRebuild(current.get(), isFresh);
      isWanted = reason.isEmpty();
      if (isWanted) {
        return current.get();
      }
      LOG.info("Building the index in {}: {}.", directory, reason);
      build(plan.apply(current), BuildMonitor.NONE);
    } finally {
      if (!isWanted) {
        current.get().close();
      }
    }
    return openSegment();
  }

  /** The current generation; empty, with a line in the log, when it cannot be read. */
  Optional<Segment> openIfReadable() {
    try {
      return Optional.of(Segment.open(directory.resolve(Pointer.read(directory).name())));
    } catch (NoSuchFileException e) {
      LOG.info("Building the index: {} holds none.", directory);
    } catch (OtherSettingsException e) {
      LOG.info("Building the index in {}: {}.", directory, e.getMessage());
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "Building the index anew from the records: the current one cannot be read ({}).",
          e.toString());
    }
    return Optional.empty();
  }

  private String reasonToRebuild(Segment current, Predicate<Segment> isFresh) {
    String reason = "";
    if (!isFresh.test(current)) {
      reason = "the corpus has changed";
    } else if (models.embedder().isOn() && current.lacksEmbeddings()) {
      reason = "texts of the current one have not been embedded";
    }
    return reason.isEmpty() || isRolledBack() ? "" : reason;
  }

  /** Whether the current generation was gone back to, and stays so until the next build. */
  public boolean isRolledBack() {
    return pointer().filter(Pointer::isPinned).isPresent();
  }

  /** The name of the current generation, readable or not; empty for none. */
  Optional<String> current() {
    return pointer().map(Pointer::name);
  }

  private Optional<Pointer> pointer() {
    try {
      return Optional.of(Pointer.read(directory));
    } catch (IOException e) {
      LOG.debug("No readable pointer in {}.", directory, e);
      return Optional.empty();
    }
  }

  /** Whether there is a current generation, readable or not. */
  boolean hasCurrent() {
    return Pointer.exists(directory);
  }

  /** The current global generation as it is; throws when there is none to read. */
  public Generation open() {
    return generation(openSegment());
  }

  /** The global generation in a segment, which is taken over. */
  Generation generation(Segment segment) {
    try {
      return Generation.of(segment, models);
    } catch (IOException e) {
      throw segment.unreadable(e);
    }
  }

  /** The current generation's segment; throws as {@link #open} does. */
  Segment openSegment() {
    try {
      return Segment.open(directory.resolve(Pointer.read(directory).name()));
    } catch (IOException e) {
      throw new IndexUnavailableException(
          "no index can be read in %s: %s; run 'bin/readout index --force'"
              .formatted(directory, e.getMessage()),
          e);
    }
  }

  /** Builds a generation of the corpus and makes it current; throws, the one before serving on. */
  public GenerationInfo build(Corpus corpus, Path corpusFolder) {
    return build(
        new BuildPlan(corpus, Fingerprint.ofCorpus(corpusFolder), null), BuildMonitor.NONE);
  }

  /** Builds, verifies and makes current; throws, the one before serving on, when cancelled too. */
  GenerationInfo build(BuildPlan plan, BuildMonitor monitor) {
    return change("built", () -> publisher.publish(plan, monitor, Pointer::to, null));
  }

  /**
   * Makes the one before current until the next build, without what was withdrawn; throws when none
   * is kept.
   */
  public GenerationInfo rollBack(Set<String> withdrawn) {
    return change("rolled back", () -> publisher.goBack(withdrawn));
  }

  /** The same to a kept generation by its name. */
  public GenerationInfo rollBackTo(String name, Set<String> withdrawn) {
    return change("rolled back", () -> publisher.goBackTo(name, withdrawn));
  }

  /** Replaces the current one by one without these, pinned as before; false if it held none. */
  boolean withdraw(Set<String> ids) {
    try (Segment current = openSegment()) {
      if (!current.holdsAny(ids)) {
        return false;
      }
    }
    change("changed", () -> publisher.withdraw(ids));
    return true;
  }

  /** What the kept generations hold, newest first; without those that cannot be served. */
  public List<GenerationInfo> kept() {
    try {
      return publisher.kept();
    } catch (IOException e) {
      throw new IndexUnavailableException(
          "the index folder " + directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Removes all generations; nobody serves from here any more. */
  void remove() {
    if (Files.isDirectory(directory)) {
      change(
          "removed",
          () -> {
            publisher.removeAll();
            return true;
          });
    }
  }

  /** Makes a change as the only one that does. */
  private <T> T change(String what, IOSupplier<T> change) {
    try (BuildLock _ = BuildLock.of(directory)) {
      return change.get();
    } catch (IOException e) {
      throw new IndexUnavailableException(
          "the index could not be %s in %s: %s%s"
              .formatted(
                  what, directory, said(e), hasCurrent() ? "; the one before serves on" : ""),
          e);
    }
  }

  /** Of a file's trouble the message is often the path alone. */
  private static String said(IOException failure) {
    return failure instanceof FileSystemException
        ? failure.toString()
        : String.valueOf(failure.getMessage());
  }

  /** The right to change a folder of generations, which the system frees when its process dies. */
  private record BuildLock(Path folder, FileChannel channel) implements Closeable {

    /**
     * Where this process builds now: a second build must not open the lock file, since closing any
     * channel of it would free the lock.
     */
    private static final Set<Path> BUILT_HERE = ConcurrentHashMap.newKeySet();

    /** Waits for another process that holds it; throws when this process does. */
    static BuildLock of(Path directory) throws IOException {
      Path folder = directory.toAbsolutePath().normalize();
      if (!BUILT_HERE.add(folder)) {
        throw new IndexUnavailableException(
            "this process is building the index in " + directory + " already; try again later");
      }
      try {
        Files.createDirectories(folder);
        return new BuildLock(folder, locked(folder.resolve("build.lock")));
      } catch (IOException | RuntimeException e) {
        BUILT_HERE.remove(folder);
        throw e;
      }
    }

    private static FileChannel locked(Path file) throws IOException {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        if (channel.tryLock() == null) {
          LOG.info("Waiting for another process that builds the index.");
          channel.lock();
        }
        return channel;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      try {
        channel.close();
      } finally {
        BUILT_HERE.remove(folder);
      }
    }
  }
}
