package dev.readout.intake.release;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.SourceAddress;
import dev.readout.intake.reindex.Reindexer;
import dev.readout.intake.reindex.Reindexing;
import dev.readout.intake.reindex.Serving;
import dev.readout.intake.reindex.ShippedCorpus;
import dev.readout.intake.release.ReleaseFile.ReleaseRefusedException;
import dev.readout.store.AuditTable;
import dev.readout.store.RefusedChangeException;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes releases of records into the index that serves, and goes back. What a server has added
 * stays, but for the document that a release brings as a record of its own: that gives way, with a
 * note in the audit log. Thread-safe.
 */
public record RecordUpdates(
    RecordReleases releases,
    ShippedCorpus shipped,
    Reindexer reindexer,
    Serving serving,
    SourceTable sources,
    AuditTable audit) {
  /** Takes a release, which then answers; false if it is in force already. */
  public boolean take(ReleaseFile release, String actor) throws IOException {
    refuseIfOwn();
    Set<String> before = served();
    String program = RecordUpdates.class.getPackage().getImplementationVersion();
    if (!releases.take(release, program, folder -> index(folder, actor))) {
      return false;
    }
    String version = "records " + release.manifest().version();
    audit.add(Scope.GLOBAL, actor, "records.update", version, release.summary());
    Set<String> addresses =
        serving.with(
            Scope.GLOBAL,
            global ->
                SourceAddress.of(global.records().filter(record -> !before.contains(record.id()))));
    sources.scopesWithSources().forEach(scope -> giveWay(scope, addresses, version));
    return true;
  }

  private void refuseIfOwn() {
    if (!releases.isReplacing(shipped.folder())) {
      throw new ReleaseRefusedException(
          "readout.corpus names records of your own, %s, which releases do not replace"
              .formatted(shipped.folder()));
    }
  }

  /** Opens what serves, too, before there is another folder of records. */
  private Set<String> served() {
    return serving.with(
        Scope.GLOBAL, global -> global.records().map(CorpusRecord::id).collect(Collectors.toSet()));
  }

  /** Whether nobody has decided otherwise, so that a newer release may be taken unasked. */
  boolean isWanted(ReleaseFile release) {
    return releases.isNews(release)
        && releases.isReplacing(shipped.folder())
        && !reindexer.isRolledBack(Scope.GLOBAL);
  }

  /** Goes back to the release before, or to the program's records; says which are in force. */
  public String rollBack(String actor) throws IOException {
    refuseIfOwn();
    var _ = served();
    String now =
        releases
            .rollBack(folder -> index(folder, actor))
            .map(version -> "records " + version)
            .orElse("the records that came with the program");
    audit.add(Scope.GLOBAL, actor, "records.rollback", now, "");
    return now;
  }

  /** Builds the index from a folder and serves it. */
  private void index(Path folder, String actor) {
    Reindexing.Outcome outcome =
        shipped.from(
            folder,
            () ->
                reindexer
                    .startIfIdle(reindexer.plan(Scope.GLOBAL, false), actor)
                    .orElseThrow(
                        () ->
                            new ReleaseRefusedException(
                                "a reindex is under way; try again when it is over"))
                    .outcome()
                    .join());
    switch (outcome) {
      case Reindexing.Outcome.Done _ -> {}
      case Reindexing.Outcome.Failed(_, String detail) ->
          throw new ReleaseRefusedException("the index could not be built: " + detail);
      case Reindexing.Outcome.Cancelled _ ->
          throw new ReleaseRefusedException("the build of the index was cancelled");
    }
  }

  private void giveWay(Scope scope, Set<String> addresses, String version) {
    List<SourceEntry> same =
        addresses.stream()
            .flatMap(address -> sources.withAddress(scope, address).stream())
            .filter(entry -> entry.state() == SourceEntry.SourceState.ACCEPTED)
            .toList();
    for (SourceEntry entry : same) {
      try {
        var _ = sources.setState(scope, entry.number(), SourceEntry.SourceState.REMOVED, version);
      } catch (RefusedChangeException e) {
        throw new IllegalStateException("nothing is added by a removal", e);
      }
      audit.add(
          scope,
          version,
          "source.replaced",
          "source " + entry.number(),
          "the records have this document themselves now; 'approve' takes the source back");
    }
    if (!same.isEmpty()) {
      var _ = reindexer.withdraw(scope);
    }
  }
}
