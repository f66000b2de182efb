package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.index.GenerationBuilder.BuildPlan;
import dev.readout.meaning.Models;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NoLockFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes of an installation: the global one, and for each server with records one of these
 * alone, read together with it. That is built anew only when terms or topics change, or when a
 * record must give way to a global one of its id or need no longer.
 *
 * <p>The catalogue is changed first; an index that was not, because the process was killed, is made
 * to agree before it serves: what was withdrawn is taken out, what is damaged, of another program
 * or corpus rebuilt; records accepted since wait for the next build.
 *
 * <p>Generations returned are closed by the caller. Thread-safe; safe for several processes; of two
 * builds of one scope in one process one is refused.
 */
public record Indexes(Path folder, InstantSource clock, Models models) {
  private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);

  /** The name of a scope's current generation, whoever built it; reads one small file. */
  public Optional<String> current(Scope scope) {
    return directory(scope).current();
  }

  /** How much all of them take on disk; looks at every file. */
  public long bytesOnDisk() {
    return bytes(folder.toFile());
  }

  private static long bytes(File file) {
    File[] inside = file.listFiles();
    return inside == null ? file.length() : Stream.of(inside).mapToLong(Indexes::bytes).sum();
  }

  public IndexDirectory directory(Scope scope) {
    return IndexDirectory.ofScope(folder, scope, clock, models);
  }

  /** The global generation to serve, built of the shipped corpus if need be, or it throws. */
  public Generation openGlobal(Path corpusFolder, Supplier<Corpus> shipped, Additions operators) {
    String folder = Fingerprint.ofCorpus(corpusFolder);
    IndexDirectory directory = directory(Scope.GLOBAL);
    Segment opened =
        directory.openOrBuild(
            current -> isFresh(current.info(), folder, operators),
            current -> globalPlan(folder, shipped.get(), operators.accepted().get(), current));
    return directory.generation(withoutWithdrawn(directory, opened, operators));
  }

  /**
   * The same at once, without asking the catalogue unless something must be built: what was
   * accepted since the last build waits for the next.
   */
  public Generation openGlobalAsBuilt(
      Path corpusFolder, Supplier<Corpus> shipped, Supplier<List<CorpusRecord>> operators) {
    String folder = Fingerprint.ofCorpus(corpusFolder);
    IndexDirectory directory = directory(Scope.GLOBAL);
    return directory.generation(
        directory.openOrBuild(
            current -> Fingerprint.groundOf(current.info().corpus()).equals(folder),
            current -> globalPlan(folder, shipped.get(), operators.get(), current)));
  }

  /** The same, but a roll-back holds no longer: somebody asks for the records as they are now. */
  public Generation openGlobalUpToDate(
      Path corpusFolder, Supplier<Corpus> shipped, Additions operators) {
    directory(Scope.GLOBAL).unpin();
    return openGlobal(corpusFolder, shipped, operators);
  }

  /** An index that was built before there were operators' records knows only the folder. */
  private static boolean isFresh(GenerationInfo info, String folder, Additions operators) {
    return Fingerprint.groundOf(info.corpus()).equals(folder)
        && (!Fingerprint.isJustTheFolder(info.corpus()) || operators.accepted().get().isEmpty());
  }

  /**
   * The generation to serve in a server; empty when it has none and no records, so that the global
   * one serves.
   */
  public Optional<Generation> open(Scope server, Generation global, Additions additions) {
    IndexDirectory directory = directory(server);
    if (!directory.hasCurrent() && additions.accepted().get().isEmpty()) {
      return Optional.empty();
    }
    Segment opened =
        directory.openOrBuild(
            own -> isFresh(own, global),
            current -> serverPlan(global, additions.accepted().get(), current));
    return Optional.of(Generation.over(global, withoutWithdrawn(directory, opened, additions)));
  }

  /** Whether the same records are in it that would be, indexed by the same terms. */
  private static boolean isFresh(Segment own, Generation global) {
    Segment all = global.segments().global();
    try {
      return Fingerprint.groundOf(own.info().corpus()).equals(global.lexicon().fingerprint())
          && own.values(Fields.ID, "").stream().noneMatch(all::holds)
          && own.waiting().stream().allMatch(all::holds);
    } catch (IOException e) {
      throw own.unreadable(e);
    }
  }

  /** The current generation as it is; throws when there is none to read. */
  public Generation openGlobal() {
    return directory(Scope.GLOBAL).open();
  }

  /** A server's current one as it is; throws when there is none to read. */
  public Generation open(Scope server, Generation global) {
    return Generation.over(global, directory(server).openSegment());
  }

  private static Segment withoutWithdrawn(
      IndexDirectory directory, Segment opened, Additions additions) {
    List<String> unlisted =
        opened.values(Fields.ID, Additions.ID_START).stream()
            .filter(id -> !additions.withdrawn().contains(id) && !additions.listed().test(id))
            .toList();
    if (!unlisted.isEmpty()) {
      LOG.warn("The catalogue does not list {}; taken out of the index.", unlisted);
    }
    Set<String> withdrawn = new TreeSet<>(additions.withdrawn());
    withdrawn.addAll(unlisted);
    if (!opened.holdsAny(withdrawn)) {
      return opened;
    }
    opened.close();
    directory.withdraw(withdrawn);
    return directory.openSegment();
  }

  /** Builds the global generation and makes it current; throws when refused or cancelled. */
  public Generation buildGlobal(
      Path corpusFolder,
      Corpus shipped,
      List<CorpusRecord> operators,
      boolean isForced,
      BuildMonitor monitor) {
    IndexDirectory directory = directory(Scope.GLOBAL);
    String folder = Fingerprint.ofCorpus(corpusFolder);
    build(directory, isForced, monitor, current -> globalPlan(folder, shipped, operators, current));
    return directory.open();
  }

  /** Builds a server's, of all its own records, and makes it current; throws likewise. */
  public Generation build(
      Scope server,
      Generation global,
      List<CorpusRecord> own,
      boolean isForced,
      BuildMonitor monitor) {
    build(directory(server), isForced, monitor, current -> serverPlan(global, own, current));
    return open(server, global);
  }

  private static void build(
      IndexDirectory directory,
      boolean isForced,
      BuildMonitor monitor,
      Function<Optional<Segment>, BuildPlan> planning) {
    Optional<Segment> current = directory.openIfReadable();
    try {
      BuildPlan plan = planning.apply(current);
      directory.build(isForced ? plan.anew() : plan, monitor);
    } finally {
      current.ifPresent(Segment::close);
    }
  }

  private static BuildPlan globalPlan(
      String folder, Corpus shipped, List<CorpusRecord> operators, Optional<Segment> current) {
    Corpus target = with(shipped, operators);
    String fingerprint =
        operators.isEmpty() ? folder : Fingerprint.ofCorpus(folder, target.records());
    return new BuildPlan(target, fingerprint, current.orElse(null));
  }

  /** Of its own records, those that do not give way to a global one with the same id. */
  private static BuildPlan serverPlan(
      Generation global, List<CorpusRecord> own, Optional<Segment> current) {
    Segment all = global.segments().global();
    Set<String> waiting = new TreeSet<>(own.stream().map(CorpusRecord::id).toList());
    waiting.removeIf(id -> !all.holds(id));
    Corpus target =
        with(
            new Corpus(List.of(), global.terms(), global.topics()),
            own.stream().filter(record -> !waiting.contains(record.id())).toList());
    String fingerprint = Fingerprint.ofServer(global.lexicon().fingerprint(), target.records());
    return new BuildPlan(
        target,
        fingerprint,
        current.orElse(null),
        new BuildPlan.Ground(waiting, global.lexicon().matcher()));
  }

  /** What a server's generation is to hold: everything global, and its own records. */
  public static Corpus corpusOf(Generation global, List<CorpusRecord> own) {
    return with(global.corpus(), own);
  }

  /** A corpus with further records, but for those whose ids it has: a release may bring them. */
  public static Corpus with(Corpus corpus, List<CorpusRecord> further) {
    Map<String, CorpusRecord> added = new HashMap<>();
    for (CorpusRecord record : further) {
      if (corpus.find(record.id()).isPresent() || added.putIfAbsent(record.id(), record) != null) {
        LOG.warn("An added record is left out: there is another with its id {}.", record.id());
      }
    }
    return LaterSources.laidOver(corpus, List.copyOf(added.values()));
  }

  /** Takes records out of a scope's current generation at once; false if it held none. */
  public boolean withdraw(Scope scope, Set<String> ids) {
    IndexDirectory directory = directory(scope);
    return !ids.isEmpty() && directory.hasCurrent() && directory.withdraw(ids);
  }

  /** Reads all of a scope's current generation and compares it with what it shall hold. */
  public Verification verify(Scope scope, Corpus shipped, List<CorpusRecord> own) {
    try (Generation global = openGlobal()) {
      if (scope.equals(Scope.GLOBAL)) {
        return Verification.of(global, with(shipped, own));
      }
      try (Generation server = open(scope, global)) {
        return Verification.of(server, corpusOf(global, own));
      }
    }
  }

  /** Whether any server has an index of its own, so had records of its own. */
  public boolean hasServers() {
    try (Stream<Path> servers = Files.list(folder.resolve(IndexDirectory.SERVERS))) {
      return servers.findAny().isPresent();
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes all generations of a server, which has no records of its own any more. */
  public void remove(Scope server) {
    if (server.equals(Scope.GLOBAL)) {
      throw new IllegalArgumentException("the global index is not removed");
    }
    directory(server).remove();
  }

  /**
   * What the catalogue says of a scope's own records: those accepted, read only when it matters;
   * those that must not be found; and whether it lists an added one, or has lost it since.
   * Immutable.
   */
  public record Additions(
      Supplier<List<CorpusRecord>> accepted, Set<String> withdrawn, Predicate<String> listed) {
    /** How the ids of all records begin that were added; no shipped one's does. */
    public static final String ID_START = "added-";

    /** No records of its own, and no catalogue to ask. */
    public static final Additions NONE = new Additions(List::of, Set.of());

    /** Of a catalogue that has lost nothing. */
    public Additions(Supplier<List<CorpusRecord>> accepted, Set<String> withdrawn) {
      this(accepted, withdrawn, _ -> true);
    }

    public Additions {
      withdrawn = Set.copyOf(withdrawn);
    }
  }

  /**
   * What reading all of a generation has shown, by Lucene's own check and record by record: a line
   * a fault. Immutable.
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
}
