package dev.readout.corpus;

import java.util.Optional;

/** What a record is. The folder of {@code index-data} that it lies in follows from it. */
public enum Kind implements WireNamed {
  READOUT("readouts"),
  MEETING("meetings"),
  AGREEMENT("agreements"),
  RESTRICTION("restrictions"),
  COUNTERMEASURE("countermeasures"),
  GLOSSARY("glossary"),
  EXPLAINER("explainers");

  private final String folder;

  Kind(String folder) {
    this.folder = folder;
  }

  public String folder() {
    return folder;
  }

  /** A measure has a legal state on a given day; a read-out or a meeting has none. */
  public boolean isMeasure() {
    return this == RESTRICTION || this == COUNTERMEASURE || this == AGREEMENT;
  }

  /** A measure of one government against the other. */
  public boolean isImposed() {
    return this == RESTRICTION || this == COUNTERMEASURE;
  }

  public static Optional<Kind> ofWireName(String name) {
    return WireNamed.of(values(), name);
  }
}
