package dev.readout.intake.reindex;

/**
 * How reindexes have ended since the start. Immutable.
 *
 * @param done a new generation serves
 * @param cancelled by somebody, or by closing
 * @param failed the generation from before serves on
 */
public record ReindexCounts(long done, long cancelled, long failed) {
  static final ReindexCounts NONE = new ReindexCounts(0, 0, 0);

  ReindexCounts plus(Reindexing.Outcome outcome) {
    return switch (outcome) {
      case Reindexing.Outcome.Done _ -> new ReindexCounts(done + 1, cancelled, failed);
      case Reindexing.Outcome.Cancelled _ -> new ReindexCounts(done, cancelled + 1, failed);
      case Reindexing.Outcome.Failed _ -> new ReindexCounts(done, cancelled, failed + 1);
    };
  }
}
