package dev.readout.index;

import dev.readout.corpus.Scope;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * What serves in every scope, copied out of a folder of indexes into another that is laid out the
 * same: current generations, pointers, numbers. Whoever builds or withdraws meanwhile neither waits
 * nor disturbs: files of a generation never change, and a generation that is removed while it is
 * copied is no longer the current one, so that the one that is gets copied instead. Pure functions
 * of files.
 */
public final class IndexCopy {
  private static final int MAX_TRIES = 10;
  private static final Pattern SERVER = Pattern.compile("server-[0-9]{1,20}");
  private static final Pattern PART =
      Pattern.compile("current(\\.next)?|numbers|servers|(building-)?[0-9]{6,9}");

  private IndexCopy() {}

  /**
   * What serves in a scope.
   *
   * @param isRolledBack whether it was gone back to, and stays so
   */
  public record Current(Scope scope, GenerationInfo generation, boolean isRolledBack) {}

  /** A scope whose index cannot be copied, and why. */
  public record LeftOut(Scope scope, String reason) {}

  /** What has been copied and what has not. Immutable. */
  public record Taken(List<Current> copied, List<LeftOut> leftOut) {
    public Taken {
      copied = List.copyOf(copied);
      leftOut = List.copyOf(leftOut);
    }
  }

  /** Whether a name in a folder of indexes is part of them, rather than a lock or a stranger's. */
  public static boolean isPart(String name) {
    return PART.matcher(name).matches();
  }

  /** Keeps the global index from being built until it is closed; waits for who builds it. */
  public static Closeable keepFromBuilding(Path root) throws IOException {
    return BuildLock.of(root);
  }

  /**
   * Copies what serves in every scope; by links where the file system has them, so that it takes no
   * space while the originals are kept.
   *
   * @param into an empty folder of the same file system
   * @throws IOException when it cannot be written
   */
  public static Taken take(Path root, Path into) throws IOException {
    return take(root, into, Pointer::read);
  }

  /** Reads which generation of a folder is current. */
  interface Pointers {
    Pointer read(Path folder) throws IOException;
  }

  static Taken take(Path root, Path into, Pointers pointers) throws IOException {
    List<Current> copied = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Scope scope : scopes(root)) {
      Path from = folder(root, scope);
      if (!Pointer.exists(from)) {
        continue;
      }
      Path to = folder(into, scope);
      try {
        copied.add(take(scope, from, to, pointers));
      } catch (UnreadableException e) {
        e.delete(to);
        leftOut.add(new LeftOut(scope, String.valueOf(e.getMessage())));
      }
    }
    return new Taken(copied, leftOut);
  }

  /**
   * What serves in every scope of a folder.
   *
   * @throws IOException when a pointer or a generation that it names cannot be read
   */
  public static List<Current> read(Path root) throws IOException {
    List<Current> all = new ArrayList<>();
    for (Scope scope : scopes(root)) {
      Path folder = folder(root, scope);
      if (Pointer.exists(folder)) {
        all.add(current(scope, folder, Pointer.read(folder)));
      }
    }
    return all;
  }

  private static Current current(Scope scope, Path folder, Pointer pointer) throws IOException {
    GenerationInfo info =
        GenerationInfo.read(folder.resolve(pointer.name()))
            .orElseThrow(
                () ->
                    new UnreadableException(
                        pointer.name(), "generation " + pointer.name() + " cannot be read"));
    return new Current(scope, info, pointer.isPinned());
  }

  private static List<Scope> scopes(Path root) throws IOException {
    List<Scope> scopes = new ArrayList<>(List.of(Scope.GLOBAL));
    Path servers = root.resolve(IndexDirectory.SERVERS);
    if (Files.isDirectory(servers)) {
      try (Stream<Path> entries = Files.list(servers)) {
        entries
            .map(path -> path.getFileName().toString())
            .filter(name -> SERVER.matcher(name).matches())
            .sorted()
            .map(Scope::new)
            .forEach(scopes::add);
      }
    }
    return scopes;
  }

  private static Path folder(Path root, Scope scope) {
    return scope.equals(Scope.GLOBAL)
        ? root
        : root.resolve(IndexDirectory.SERVERS).resolve(scope.id());
  }

  /** The pointer names a generation that is damaged or of a version that this one cannot read. */
  private static final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String name;

    UnreadableException(String name, String message) {
      super(message);
      this.name = name;
    }

    /** Removes what has been copied of it. */
    void delete(Path to) throws IOException {
      if (Files.exists(to.resolve(name))) {
        FileTree.delete(to.resolve(name));
      }
    }
  }

  private static Current take(Scope scope, Path from, Path to, Pointers pointers)
      throws IOException {
    Files.createDirectories(to);
    Pointer pointer = pointer(from, pointers);
    for (int i = 1; i < MAX_TRIES; i++) {
      try {
        return take(scope, from, to, pointer);
      } catch (UnreadableException e) {
        Pointer now = pointer(from, pointers);
        if (now.name().equals(pointer.name())) {
          throw e;
        }
        e.delete(to);
        pointer = now;
      }
    }
    return take(scope, from, to, pointer);
  }

  private static Pointer pointer(Path folder, Pointers pointers) throws IOException {
    try {
      return pointers.read(folder);
    } catch (IOException e) {
      throw new UnreadableException("no-generation", String.valueOf(e.getMessage()));
    }
  }

  private static Current take(Scope scope, Path from, Path to, Pointer pointer) throws IOException {
    Path numbers = from.resolve(GenerationNumbers.FILE);
    if (Files.exists(numbers)) {
      Files.write(to.resolve(GenerationNumbers.FILE), Files.readAllBytes(numbers));
    }
    Path copy = to.resolve(pointer.name());
    link(from.resolve(pointer.name()), copy, pointer.name());
    verify(copy, pointer.name());
    pointer.write(to);
    return current(scope, to, pointer);
  }

  private static void link(Path from, Path to, String name) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        if (!file.endsWith(IndexWriter.WRITE_LOCK_NAME)) { // of who built it
          link(file, to.resolve(file.getFileName()));
        }
      }
    } catch (NoSuchFileException e) {
      throw new UnreadableException(name, e.getMessage() + " is missing");
    }
  }

  private static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(from, to);
    }
  }

  /** Every file that it should have is there, with the checksum that it had when it was written. */
  private static void verify(Path copy, String name) throws IOException {
    try (Directory directory = new MMapDirectory(copy, NoLockFactory.INSTANCE)) {
      Set<String> wanted = new TreeSet<>(SegmentInfos.readLatestCommit(directory).files(true));
      Set<String> there = Set.of(directory.listAll());
      if (!there.containsAll(wanted)) {
        wanted.removeAll(there);
        throw new IOException(wanted.stream().collect(Collectors.joining(", ")) + " is missing");
      }
      for (String file : wanted) {
        try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
          CodecUtil.checksumEntireFile(input);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableException(name, "generation " + name + " cannot be read: " + e);
    }
  }
}
