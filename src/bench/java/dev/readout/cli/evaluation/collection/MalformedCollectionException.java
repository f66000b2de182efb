package dev.readout.cli.evaluation.collection;

/** A folder holds something else than a collection; the message names file and line. */
public final class MalformedCollectionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedCollectionException(String place, String problem) {
    super(place + ": " + problem);
  }
}
