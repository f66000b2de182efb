package dev.readout.index;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The generations of a scope that lie beside the current one: what they hold, how one of them
 * becomes current again, and how records that have been withdrawn stay out of it. Changes are made
 * under the scope's build lock only.
 */
record KeptGenerations(Path directory, Publisher publisher) {
  /**
   * What they hold, newest first, the current one included; without those that cannot be served.
   */
  List<GenerationInfo> infos() throws IOException {
    return publisher.names().reversed().stream()
        .flatMap(name -> GenerationInfo.read(directory.resolve(name)).stream())
        .filter(GenerationInfo::isOfThisVersion)
        .toList();
  }

  /** Makes the one before the current one current. */
  GenerationInfo goBack(Set<String> withdrawn) throws IOException {
    String current = Pointer.read(directory).standsFor();
    String before =
        publisher.names().stream()
            .filter(name -> Integer.parseInt(name) < Integer.parseInt(current))
            .reduce((_, last) -> last)
            .orElseThrow(() -> new IOException("no generation before " + current + " is kept"));
    return goBackTo(before, withdrawn);
  }

  /** Makes one current; when it holds records that have been withdrawn, a new one without them. */
  GenerationInfo goBackTo(String name, Set<String> withdrawn) throws IOException {
    if (!publisher.names().contains(name)) {
      throw new IOException("no generation " + name + " is kept");
    }
    try (Segment target = Segment.open(directory.resolve(name))) {
      if (!target.holdsAny(withdrawn)) {
        new Pointer(name, true, name).write(directory);
        return target.info();
      }
      return publisher.publish(
          without(target, withdrawn),
          BuildMonitor.NONE,
          made -> new Pointer(made, true, name),
          name);
    }
  }

  /**
   * Makes one without these records current. Another process may have built or taken out meanwhile:
   * what counts is current now.
   */
  GenerationInfo withdraw(Set<String> ids) throws IOException {
    Pointer before = Pointer.read(directory);
    try (Segment current = Segment.open(directory.resolve(before.name()))) {
      if (!current.holdsAny(ids)) {
        return current.info();
      }
      return publisher.publish(
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

  /** Removes all of them, the current one included. */
  void remove() throws IOException {
    Pointer.remove(directory);
    publisher.removeLeftovers();
    for (String name : publisher.names()) {
      FileTree.delete(directory.resolve(name));
    }
  }
}
