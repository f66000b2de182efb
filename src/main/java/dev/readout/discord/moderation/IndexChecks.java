package dev.readout.discord.moderation;

import dev.readout.corpus.Language;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Finding;
import dev.readout.discord.render.IndexPhrase;
import dev.readout.intake.reindex.Reindexer;
import java.nio.file.Path;
import java.util.List;
import net.dv8tion.jda.api.utils.TimeFormat;

/** What {@code /doctor} looks at about sources, feeds and their way into the index. Thread-safe. */
final class IndexChecks {
  private final SourceWatch watch;
  private final Reindexer reindexer;
  private final Path indexFolder;

  IndexChecks(SourceWatch watch, Reindexer reindexer, Path indexFolder) {
    this.watch = watch;
    this.reindexer = reindexer;
    this.indexFolder = indexFolder;
  }

  /** In the order in which they are shown. */
  List<DoctorCheck> all() {
    return List.of(this::sources, this::feeds, this::disk, this::reindex);
  }

  private Finding sources(Request request) {
    return finding(
        watch.ofSources(request.scope()),
        IndexPhrase.DOC_SOURCES,
        IndexPhrase.DOC_SOURCES_BAD,
        request.language());
  }

  private Finding feeds(Request request) {
    return finding(
        watch.ofFeeds(request.scope()),
        IndexPhrase.DOC_FEEDS,
        IndexPhrase.DOC_FEEDS_BAD,
        request.language());
  }

  private static Finding finding(
      SourceWatch.Counts counts, IndexPhrase good, IndexPhrase bad, Language language) {
    return counts.dead() + counts.failing() + counts.overdue() == 0
        ? Finding.ok(good.in(language, counts.all()))
        : Finding.warn(
            bad.in(language, counts.all(), counts.dead(), counts.failing(), counts.overdue()));
  }

  private Finding disk(Request request) {
    return Checks.disk(
        indexFolder,
        IndexPhrase.DOC_INDEX_DISK.in(request.language()),
        IndexPhrase.DOC_INDEX_DISK_LOW.in(request.language()));
  }

  /** Of another scope's nothing is said. */
  private Finding reindex(Request request) {
    return reindexer
        .running()
        .filter(running -> running.scope().equals(request.scope()))
        .map(
            running ->
                Finding.ok(
                    IndexPhrase.DOC_REINDEX.in(
                        request.language(), TimeFormat.RELATIVE.format(running.started()))))
        .orElseGet(() -> Finding.ok(IndexPhrase.DOC_NO_REINDEX.in(request.language())));
  }
}
