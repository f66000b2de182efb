package dev.readout.store;

/** How many members gave each verdict. Immutable. */
public record FeedbackCounts(long helpful, long wrongSource, long outOfDate) {

  public long total() {
    return helpful + wrongSource + outOfDate;
  }
}
