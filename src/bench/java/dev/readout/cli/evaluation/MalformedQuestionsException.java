package dev.readout.cli.evaluation;

import org.jspecify.annotations.Nullable;

/** A file of judged questions holds something else. */
public final class MalformedQuestionsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedQuestionsException(String place, String problem, @Nullable Throwable cause) {
    super(place + ": " + problem, cause);
  }
}
