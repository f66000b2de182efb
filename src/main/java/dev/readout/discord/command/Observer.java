package dev.readout.discord.command;

import dev.readout.corpus.Language;
import dev.readout.discord.render.Access;
import java.time.Duration;
import java.util.Optional;

/**
 * Is told what the bot does, to count it. Called on the threads that acknowledge and answer: every
 * method returns at once and throws nothing; those not overridden count nothing. Thread-safe.
 */
public interface Observer {
  Observer NOBODY = new Observer() {};

  /** Discord has taken the acknowledgement of an interaction, so long after that came in. */
  default void acknowledged(Duration took) {}

  /** An interaction has been dealt with, in whatever way. */
  default void ended(Handled handled) {}

  /** Completions were offered, or none, after so long. */
  default void completed(Completing how, Duration took) {}

  /** Discord's REST interface was called, or called again. */
  default void called(RestCall call) {}

  default void connection(ConnectionChange change) {}

  public enum Ending {
    REPLIED,
    /** All places were taken, or its server had its share of them. */
    BUSY,
    TOO_OFTEN,
    /** It is not for who asked, or not possible where they asked. */
    NOT_ALLOWED,
    /** A mistake of ours; they were told so. */
    FAILED,
    NOT_ACKNOWLEDGED,
    NOT_TAKEN;

    /** Whether nothing was worked out for it. */
    boolean isTurnedAway() {
      return this == BUSY || this == TOO_OFTEN || this == NOT_ALLOWED;
    }
  }

  public enum AskOutcome {
    ANSWERED,
    /** The sources do not answer it. */
    DECLINED,
    /** It could not be searched for. */
    PROBLEM,
    /** Nobody looked for an answer: too many or too often, or not there. */
    TURNED_AWAY,
    /** A mistake of ours, or Discord did not take the reply. */
    FAILED
  }

  public enum Completing {
    /** Choices were made in time, perhaps none. */
    MADE,
    /** Not in time, so that none were offered. */
    LATE,
    BUSY,
    /** A mistake of ours. */
    FAILED
  }

  public enum ConnectionChange {
    /** It is there, in the first session. */
    READY,
    /** It was lost and is being made again. */
    LOST,
    /** It is there again; nothing was missed. */
    RESUMED,
    /** It is there again, in a new session. */
    RECREATED
  }

  /**
   * An interaction that has been dealt with, as {@link Arrival} names it, and what became of it
   * since it came in, also of the question if it was one. Immutable.
   */
  public record Handled(
      String what,
      Access access,
      Language language,
      Ending ending,
      Duration took,
      Optional<AskOutcome> ask) {}

  /**
   * A call of Discord's REST interface, by the first telling word of its path, such as {@code
   * interactions}, until the head of the reply was there. Immutable.
   */
  public record RestCall(String route, Status status, Duration took) {

    public enum Status {
      DONE("2xx"),
      MOVED("3xx"),
      REFUSED("4xx"),
      RATE_LIMITED("429"),
      UNAVAILABLE("5xx"),
      NO_REPLY("none");

      private static final int TOO_MANY = 429;

      private final String word;

      Status(String word) {
        this.word = word;
      }

      /** As people know it. */
      public String word() {
        return word;
      }

      public static Status of(int code) {
        if (code == TOO_MANY) {
          return RATE_LIMITED;
        }
        return switch (code / 100) {
          case 3 -> MOVED;
          case 4 -> REFUSED;
          case 5 -> UNAVAILABLE;
          default -> DONE;
        };
      }
    }
  }
}
