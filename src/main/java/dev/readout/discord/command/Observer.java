package dev.readout.discord.command;

import dev.readout.corpus.Language;
import dev.readout.discord.render.Access;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

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

  /** An interaction that has come in just now, followed to its end for an observer. Thread-safe. */
  public static final class Arrival {
    /** A command that this version does not have. */
    public static final String UNKNOWN = "unknown";

    /** A button or a menu below a reply. */
    public static final String PRESS = "press";

    /** A related question that was chosen. */
    public static final String RELATED = "related question";

    /** What mentions the bot in a thread. */
    public static final String MENTION = "mention";

    public static final String FORM = "form";

    public static final String TYPING = "typing";

    private final Observer observer;
    private final String what;
    private final Access access;
    private final boolean isQuestion;
    private final long began = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable AskOutcome outcome;

    /** Comes in now, by a command's name or one of the words above. */
    public Arrival(Observer observer, String what, Access access, boolean isQuestion) {
      this.observer = observer;
      this.what = what;
      this.access = access;
      this.isQuestion = isQuestion;
    }

    private Duration took() {
      return Duration.ofNanos(System.nanoTime() - began);
    }

    public void acknowledged() {
      observer.acknowledged(took());
    }

    /** What was found for a question; told once the reply is out. */
    public void found(AskOutcome outcome) {
      this.outcome = outcome;
    }

    /** It has been dealt with; the first time counts. */
    public void end(Ending ending, Language language) {
      if (ended.compareAndSet(false, true)) {
        observer.ended(new Handled(what, access, language, ending, took(), ask(ending)));
      }
    }

    private Optional<AskOutcome> ask(Ending ending) {
      if (!isQuestion) {
        return Optional.empty();
      }
      if (ending.isTurnedAway()) {
        return Optional.of(AskOutcome.TURNED_AWAY);
      }
      AskOutcome found = outcome;
      // A reply without an answer says what is wrong with what was filled in.
      return ending == Ending.REPLIED
          ? Optional.of(found == null ? AskOutcome.PROBLEM : found)
          : Optional.of(AskOutcome.FAILED);
    }

    /** Completions for what is being typed are made, or none. */
    public void complete(Completing how) {
      observer.completed(how, took());
    }
  }
}
