package dev.readout.ops;

import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Levels that nothing logs by. Thread-safe. */
public final class KeptLevels implements LogLevels {
  private final SortedMap<String, String> levels = new ConcurrentSkipListMap<>();

  @Override
  public SortedMap<String, String> all() {
    return levels;
  }

  @Override
  public void set(String logger, String level) {
    levels.put(logger, level);
  }
}
