package dev.readout.index;

import dev.readout.index.BuildMonitor.BuildCancelledException;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.meaning.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a generation beside those of its scope, gives it its name, makes it current by one rename,
 * and removes what is no longer kept; killed or failing anywhere before the rename, the current one
 * serves on. Used under the scope's build lock only.
 */
record Publisher(
    Path directory, GenerationNumbers numbers, InstantSource clock, Embedder embedder) {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final String BUILDING = "building-";

  /** How many generations are kept, the current one included. */
  static final int KEPT = 3;

  /** The same of a server, of which there are many. */
  private static final int KEPT_OF_SERVER = 2;

  /**
   * Builds a generation and makes it current.
   *
   * @param pointer to it, given its name
   * @param superseded the generation of which it is a version with less in it, which is not kept;
   *     null for none
   */
  GenerationInfo publish(
      BuildPlan plan,
      BuildMonitor monitor,
      Function<String, Pointer> pointer,
      @Nullable String superseded)
      throws IOException {
    removeLeftovers();
    String name = numbers.next();
    Path building = Files.createDirectory(directory.resolve(BUILDING + name));
    Path complete = directory.resolve(name);
    GenerationInfo info;
    try {
      info = write(plan, building, name, monitor);
      BuildCancelledException.passOn(monitor, BuildStep.SWAP, 0, 1);
      Files.move(building, complete, StandardCopyOption.ATOMIC_MOVE);
      pointer.apply(name).write(directory);
    } catch (IOException | RuntimeException | Error e) {
      removeFailed(building, e);
      removeFailed(complete, e);
      throw e;
    }
    removeOld(superseded, plan.ground() != null);
    monitor.at(BuildStep.SWAP, 1, 1);
    return info;
  }

  /** Copies what it can of the plan's base; when that fails, writes everything. */
  private GenerationInfo write(BuildPlan plan, Path building, String name, BuildMonitor monitor)
      throws IOException {
    GenerationInfo info =
        GenerationInfo.of(plan.target(), name, clock.instant(), plan.fingerprint());
    GenerationBuilder builder =
        new GenerationBuilder(
            plan.target(), building, monitor, new BuildEmbeddings(embedder, plan.base()));
    GenerationDiff changes = plan.changes();
    if (changes != null && embedder.isOn() && plan.requiredBase().lacksEmbeddings()) {
      changes = null; // what the base lacks would be lacking in the copy
    }
    if (changes == null) {
      builder.write(info, plan.ground());
      builder.verify();
      return info;
    }
    try {
      builder.write(info, plan.requiredBase(), changes);
      builder.verify();
      return info;
    } catch (IOException e) {
      if (plan.requiredBase().isServers()) {
        throw e; // it does not have the terms to index its records by
      }
      LOG.warn(
          "Building the index in {} anew: a copy of generation {} failed ({}).",
          directory,
          plan.requiredBase().info().name(),
          e.toString());
      FileTree.delete(building);
      Files.createDirectory(building);
      return write(plan.anew(), building, name, monitor);
    }
  }

  private static void removeFailed(Path folder, Throwable failure) {
    try {
      if (Files.exists(folder)) {
        FileTree.delete(folder);
      }
    } catch (IOException e) {
      failure.addSuppressed(e); // the next build removes it
    }
  }

  /** In order of their numbers; none where nothing has been built yet. */
  List<String> names() throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(name -> GenerationNumbers.NAME.matcher(name).matches())
          .sorted(Comparator.comparingInt(Integer::parseInt))
          .toList();
    }
  }

  /** Removes what builds left that were killed. */
  void removeLeftovers() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path path :
          entries.filter(path -> path.getFileName().toString().startsWith(BUILDING)).toList()) {
        LOG.info("Removing {}, left by a build that did not finish.", path.getFileName());
        FileTree.delete(path);
      }
    }
  }

  /**
   * The new generation serves whether or not this succeeds; the next build tries again. Of servers'
   * those of other versions go, too: once they were copies of everything.
   */
  private void removeOld(@Nullable String superseded, boolean isServers) {
    try {
      if (superseded != null) {
        FileTree.delete(directory.resolve(superseded));
      }
      List<String> names = names();
      int tooMany = Math.max(0, names.size() - (isServers ? KEPT_OF_SERVER : KEPT));
      for (int i = 0; i < names.size(); i++) {
        Path folder = directory.resolve(names.get(i));
        if (i < tooMany
            || (isServers
                && GenerationInfo.read(folder).filter(GenerationInfo::isOfThisVersion).isEmpty())) {
          FileTree.delete(folder);
        }
      }
    } catch (IOException e) {
      LOG.warn("Old generations in {} could not be removed: {}", directory, e.toString());
    }
  }
}
