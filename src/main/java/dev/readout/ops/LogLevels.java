package dev.readout.ops;

import java.util.SortedMap;

/** How much is logged. Thread-safe; of the root package, which alone knows what logs. */
public interface LogLevels {

  /** The loggers that have a level of their own, with it. */
  SortedMap<String, String> all();

  /** From now on, until the process ends or the next change. */
  void set(String logger, String level);
}
