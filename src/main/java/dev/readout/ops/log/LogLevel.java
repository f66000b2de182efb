package dev.readout.ops.log;

import ch.qos.logback.classic.Level;

/** From which level on Readout's own lines are written. */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR,
  OFF;

  Level level() {
    return Level.valueOf(name());
  }
}
