package dev.readout.ops;

/** From which level on Readout's own lines are written; Logback's own. */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR,
  OFF
}
