package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.index.BuildMonitor.BuildCancelledException;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.index.GenerationBuilder.BuildPlan;
import dev.readout.meaning.Embedder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a generation beside those of its scope, makes it current by one rename and removes old
 * ones; killed or failing before, the current one serves on. Goes back, and keeps withdrawn records
 * out. Under the scope's build lock only.
 */
record Publisher(
    Path directory, GenerationNumbers numbers, InstantSource clock, Embedder embedder) {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final String BUILDING = "building-";

  /** How many generations are kept, the current one included. */
  static final int KEPT = 3;

  /** The same of a server, of which there are many. */
  private static final int KEPT_OF_SERVER = 2;

  /** Builds a generation and makes it current, without keeping the one it supersedes, if any. */
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
      IOUtils.rm(building);
      Files.createDirectory(building);
      return write(plan.anew(), building, name, monitor);
    }
  }

  private static void removeFailed(Path folder, Throwable failure) {
    try {
      IOUtils.rm(folder);
    } catch (IOException e) {
      failure.addSuppressed(e); // the next build removes it
    }
  }

  private List<String> names() throws IOException {
    return GenerationNumbers.names(directory);
  }

  /** Removes what builds left that were killed. */
  void removeLeftovers() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path path :
          entries.filter(path -> path.getFileName().toString().startsWith(BUILDING)).toList()) {
        LOG.info("Removing {}, left by a build that did not finish.", path.getFileName());
        IOUtils.rm(path);
      }
    }
  }

  /** The new one serves even if this fails; of servers' those of other versions go, too. */
  private void removeOld(@Nullable String superseded, boolean isServers) {
    try {
      if (superseded != null) {
        IOUtils.rm(directory.resolve(superseded));
      }
      List<String> names = names();
      int tooMany = Math.max(0, names.size() - (isServers ? KEPT_OF_SERVER : KEPT));
      for (int i = 0; i < names.size(); i++) {
        Path folder = directory.resolve(names.get(i));
        if (i < tooMany
            || (isServers
                && GenerationInfo.read(folder).filter(GenerationInfo::isOfThisVersion).isEmpty())) {
          IOUtils.rm(folder);
        }
      }
    } catch (IOException e) {
      LOG.warn("Old generations in {} could not be removed: {}", directory, e.toString());
    }
  }

  /** What they hold, newest first, the current one too, without those that cannot be served. */
  List<GenerationInfo> kept() throws IOException {
    return names().reversed().stream()
        .flatMap(name -> GenerationInfo.read(directory.resolve(name)).stream())
        .filter(GenerationInfo::isOfThisVersion)
        .toList();
  }

  GenerationInfo goBack(Set<String> withdrawn) throws IOException {
    String current = Pointer.read(directory).standsFor();
    String before =
        names().stream()
            .filter(name -> Integer.parseInt(name) < Integer.parseInt(current))
            .reduce((_, last) -> last)
            .orElseThrow(() -> new IOException("no generation before " + current + " is kept"));
    return goBackTo(before, withdrawn);
  }

  /** Makes one current; when it holds records that have been withdrawn, a new one without them. */
  GenerationInfo goBackTo(String name, Set<String> withdrawn) throws IOException {
    if (!names().contains(name)) {
      throw new IOException("no generation " + name + " is kept");
    }
    try (Segment target = Segment.open(directory.resolve(name))) {
      if (!target.holdsAny(withdrawn)) {
        new Pointer(name, true, name).write(directory);
        return target.info();
      }
      return publish(
          without(target, withdrawn),
          BuildMonitor.NONE,
          made -> new Pointer(made, true, name),
          name);
    }
  }

  /** Makes one without these records current; another process may have built meanwhile. */
  GenerationInfo withdraw(Set<String> ids) throws IOException {
    Pointer before = Pointer.read(directory);
    try (Segment current = Segment.open(directory.resolve(before.name()))) {
      if (!current.holdsAny(ids)) {
        return current.info();
      }
      return publish(
          without(current, ids),
          BuildMonitor.NONE,
          made ->
              before.isPinned() ? new Pointer(made, true, before.standsFor()) : Pointer.to(made),
          before.name());
    }
  }

  private static BuildPlan without(Segment segment, Set<String> ids) {
    Corpus before = segment.corpus();
    List<CorpusRecord> left = LaterSources.without(before.records().stream(), ids);
    return new BuildPlan(
        new Corpus(left, before.terms(), before.topics()),
        Fingerprint.changed(segment.info().corpus(), left),
        segment);
  }

  void removeAll() throws IOException {
    Pointer.remove(directory);
    removeLeftovers();
    for (String name : names()) {
      IOUtils.rm(directory.resolve(name));
    }
  }

  /**
   * Numbers for one scope's generations, each given once, the last kept in the file {@code
   * numbers}. Scopes count apart, so that none tells of another's changes, servers from higher on,
   * so that no name means two generations. Thread-safe; safe for several processes.
   */
  record GenerationNumbers(Path folder, int first) {
    static final String FILE = "numbers";

    /** Names of generations: at least six digits. */
    static final Pattern NAME = Pattern.compile("[0-9]{6,9}");

    /** Closing any channel of a file frees the process's locks on it, so there is one at a time. */
    private static final Object ONE_AT_A_TIME = new Object();

    /** The first of the global generations. */
    static final int FIRST = 1;

    /** The first of a server's; the global ones will not get there in a lifetime. */
    static final int FIRST_OF_SERVER = 500_001;

    String next() throws IOException {
      synchronized (ONE_AT_A_TIME) {
        try (FileChannel channel =
            FileChannel.open(
                folder.resolve(FILE),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
          channel.lock();
          String name =
              String.format(
                  Locale.ROOT,
                  "%06d",
                  Math.max(first, Math.max(lastGiven(channel), highest()) + 1));
          ByteBuffer content = ByteBuffer.wrap((name + "\n").getBytes(StandardCharsets.US_ASCII));
          channel.write(content, 0);
          channel.force(true);
          return name;
        }
      }
    }

    /** Zero when the file is new or was cut short; the folders count then. */
    private static int lastGiven(FileChannel channel) throws IOException {
      ByteBuffer content = ByteBuffer.allocate(16);
      channel.read(content, 0);
      String last =
          new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
      return NAME.matcher(last).matches() ? Integer.parseInt(last) : 0;
    }

    private int highest() throws IOException {
      List<String> names = names(folder);
      return names.isEmpty() ? 0 : Integer.parseInt(names.getLast());
    }

    /** Of a folder, in order of their numbers; none where nothing has been built yet. */
    static List<String> names(Path folder) throws IOException {
      if (!Files.exists(folder)) {
        return List.of();
      }
      try (Stream<Path> entries = Files.list(folder)) {
        return entries
            .map(path -> path.getFileName().toString())
            .filter(name -> NAME.matcher(name).matches())
            .sorted(Comparator.comparingInt(Integer::parseInt))
            .toList();
      }
    }
  }
}
