package dev.readout.discord.command;

import dev.readout.corpus.Language;
import dev.readout.discord.command.Observer.AskOutcome;
import dev.readout.discord.command.Observer.Completing;
import dev.readout.discord.command.Observer.Ending;
import dev.readout.discord.command.Observer.Handled;
import dev.readout.discord.render.Access;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** An interaction that has come in just now, followed to its end for an observer. Thread-safe. */
public final class Arrival {
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
