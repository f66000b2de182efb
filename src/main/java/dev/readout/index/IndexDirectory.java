package dev.readout.index;

import dev.readout.corpus.Corpus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generations on disk:
 *
 * <pre>
 * current            name of the generation that serves, and "pinned" after a roll-back
 * build.lock         held by the process that builds; the system frees it when that process dies
 * 000007/            a complete generation
 * building-000008/   one being built, or left by a killed build and removed by the next
 * </pre>
 *
 * A generation is built beside the current one, read back, given its name, and made current by one
 * atomic rename of the pointer; killed anywhere in between, the current one serves on. Thread-safe;
 * safe for several processes.
 */
public final class IndexDirectory {
  /** How many generations are kept, the current one included. */
  public static final int KEPT = 3;

  private static final Logger LOG = LoggerFactory.getLogger(IndexDirectory.class);
  private static final Pattern NAME = Pattern.compile("[0-9]{6}");
  private static final String POINTER = "current";
  private static final String PINNED = "pinned";
  private static final String BUILDING = "building-";

  /**
   * Where this process builds now. Two builds at once are a mistake of the caller's that must not
   * hang, and the second must not even open the lock file: a process that closes any channel of a
   * file frees its locks on it.
   */
  private static final Set<Path> BUILT_HERE = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final InstantSource clock;

  public IndexDirectory(Path directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  private record Pointer(String name, boolean pinned) {}

  /**
   * The generation to serve: the current one if it can be read, was built by these settings and
   * from these files, or is pinned by a roll-back; a new one otherwise, with a line in the log that
   * says why.
   *
   * @param corpusFolder the folder that the corpus is read from
   * @param corpus reads it; called only when it is needed
   * @throws IndexUnavailableException when nothing can be opened or built
   */
  public Generation openOrBuild(Path corpusFolder, Supplier<Corpus> corpus) {
    String fingerprint = Fingerprint.ofCorpus(corpusFolder);
    try {
      Pointer pointer = pointer();
      Generation generation = Generation.open(directory.resolve(pointer.name()));
      String reason = reasonToRebuild(generation.info(), fingerprint, pointer.pinned());
      if (reason.isEmpty()) {
        return generation;
      }
      generation.close();
      LOG.info("Building the index: {}.", reason);
    } catch (NoSuchFileException e) {
      LOG.info("Building the index: {} holds none.", directory);
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "Building the index anew from the records: the current one cannot be read ({}).",
          e.toString());
    }
    build(corpus.get(), fingerprint);
    return open();
  }

  /**
   * Like {@link #openOrBuild}, but a roll-back no longer holds: somebody asks for the records as
   * they are now.
   *
   * @throws IndexUnavailableException when nothing can be opened or built
   */
  public Generation openUpToDate(Path corpusFolder, Supplier<Corpus> corpus) {
    try {
      Pointer pointer = pointer();
      if (pointer.pinned()) {
        point(new Pointer(pointer.name(), false));
      }
    } catch (IOException e) {
      LOG.debug("No readable pointer in {}; the index is built anew.", directory, e);
    }
    return openOrBuild(corpusFolder, corpus);
  }

  private static String reasonToRebuild(GenerationInfo info, String fingerprint, boolean pinned) {
    if (!info.settings().equals(Fingerprint.ofSettings())) {
      return "the current one was built by other settings (" + info.settings() + ")";
    }
    if (!pinned && !info.corpus().equals(fingerprint)) {
      return "the corpus has changed";
    }
    return "";
  }

  /**
   * The current generation as it is.
   *
   * @throws IndexUnavailableException when there is none or it cannot be read
   */
  public Generation open() {
    try {
      return Generation.open(directory.resolve(pointer().name()));
    } catch (IOException e) {
      throw new IndexUnavailableException(
          "no index can be read in "
              + directory
              + ": "
              + e.getMessage()
              + "; run 'bin/readout index --force'",
          e);
    }
  }

  /**
   * Builds a generation from the corpus, verifies it and makes it current.
   *
   * @throws IndexUnavailableException when another process is building, or the disk refuses; the
   *     current one serves on
   */
  public GenerationInfo build(Corpus corpus, Path corpusFolder) {
    return build(corpus, Fingerprint.ofCorpus(corpusFolder));
  }

  private GenerationInfo build(Corpus corpus, String fingerprint) {
    Path building = directory.toAbsolutePath().normalize();
    if (!BUILT_HERE.add(building)) {
      throw new IndexUnavailableException(
          "this process is building the index in " + directory + " already; try again later");
    }
    try {
      return buildLocked(corpus, fingerprint);
    } catch (IOException e) {
      throw new IndexUnavailableException(
          "the index could not be built in "
              + directory
              + ": "
              + e.getMessage()
              + "; the one before serves on",
          e);
    } finally {
      BUILT_HERE.remove(building);
    }
  }

  private GenerationInfo buildLocked(Corpus corpus, String fingerprint) throws IOException {
    Files.createDirectories(directory);
    try (FileChannel channel =
        FileChannel.open(
            directory.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock(channel);
      removeLeftovers();
      int number = names().stream().mapToInt(Integer::parseInt).max().orElse(0) + 1;
      String name = String.format(Locale.ROOT, "%06d", number);
      Path building = Files.createDirectory(directory.resolve(BUILDING + name));
      GenerationInfo info =
          GenerationBuilder.write(corpus, building, name, fingerprint, clock.instant());
      GenerationBuilder.verify(corpus, building);
      Files.move(building, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      point(new Pointer(name, false));
      removeOld();
      return info;
    }
  }

  /** Held until the channel is closed. Waits for another process. */
  private static void lock(FileChannel channel) throws IOException {
    if (channel.tryLock() == null) {
      LOG.info("Waiting for another process that builds the index.");
      channel.lock();
    }
  }

  /**
   * Makes the kept generation before the current one current, and keeps it so until the next build.
   *
   * @throws IndexUnavailableException when none is kept
   */
  public GenerationInfo rollBack() {
    try {
      String current = pointer().name();
      String previous =
          names().stream()
              .filter(name -> name.compareTo(current) < 0)
              .max(Comparator.naturalOrder())
              .orElseThrow(
                  () ->
                      new IndexUnavailableException(
                          "no generation before " + current + " is kept in " + directory));
      try (Generation generation = Generation.open(directory.resolve(previous))) {
        point(new Pointer(previous, true));
        return generation.info();
      }
    } catch (IOException e) {
      throw new IndexUnavailableException(
          "cannot roll back in " + directory + ": " + e.getMessage(), e);
    }
  }

  private Pointer pointer() throws IOException {
    List<String> lines = Files.readAllLines(directory.resolve(POINTER));
    if (lines.isEmpty() || !NAME.matcher(lines.getFirst()).matches()) {
      throw new IOException(directory.resolve(POINTER) + " names no generation");
    }
    return new Pointer(lines.getFirst(), lines.contains(PINNED));
  }

  private void point(Pointer pointer) throws IOException {
    Path next = directory.resolve(POINTER + ".next");
    try (FileChannel file =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      String content = pointer.name() + "\n" + (pointer.pinned() ? PINNED + "\n" : "");
      file.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
      file.force(true);
    }
    Files.move(
        next,
        directory.resolve(POINTER),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    }
  }

  private void removeLeftovers() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path path :
          entries.filter(path -> path.getFileName().toString().startsWith(BUILDING)).toList()) {
        LOG.info("Removing {}, left by a build that did not finish.", path.getFileName());
        delete(path);
      }
    }
  }

  private void removeOld() throws IOException {
    List<String> names = names();
    for (String name : names.subList(0, Math.max(0, names.size() - KEPT))) {
      delete(directory.resolve(name));
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
