package dev.readout.discord.soak;

import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.interaction.Choice;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.Modal;
import dev.readout.discord.standin.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for the answer to what somebody did, and judges that there is exactly one: when it is
 * there, and once more a while later. Thread-safe.
 */
final class Referee implements AutoCloseable {
  private final Ledger ledger;
  private final Outages outages;
  private final Duration settling;

  /** Tokens of what was acknowledged too late, until that is known to whoever waits. */
  private final Set<String> late = ConcurrentHashMap.newKeySet();

  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("settling").factory());

  /**
   * A referee. What the stand-in does not get within its own patience is lost.
   *
   * @param settling after an answer, the time in which a second one would be noticed
   */
  Referee(Ledger ledger, Outages outages, Duration settling) {
    this.ledger = ledger;
    this.outages = outages;
    this.settling = settling;
  }

  /** The one answer; empty if there is none, or something else is said instead. */
  Optional<Message> reply(Deed deed, Interaction done) {
    return awaited(done, () -> reply(deed, done, done.reply(), /* hasStates= */ false));
  }

  /** The answer after what was said on the way to it, within the time. */
  Optional<Message> end(Deed deed, Interaction done, Predicate<Message> isEnd, Duration within) {
    Predicate<Message> ends =
        message -> isEnd.test(message) || Notice.in(message.text()).isPresent();
    return awaited(done, () -> reply(deed, done, await(done, ends, within), /* hasStates= */ true));
  }

  private static Message await(Interaction done, Predicate<Message> isEnd, Duration within) {
    Instant until = done.madeAt().plus(within);
    while (true) {
      try {
        return done.reply(isEnd);
      } catch (AssertionError e) {
        boolean isDeleted = done.original().filter(Message::isDeleted).isPresent();
        if (isDeleted || Instant.now().isAfter(until)) {
          throw e;
        }
      }
    }
  }

  private Optional<Message> reply(Deed deed, Interaction done, Message reply, boolean hasStates) {
    note(deed, done, Duration.between(done.madeAt(), Instant.now()));
    Optional<Notice> notice = Notice.in(reply.text());
    notice.ifPresent(said -> told(said, done));
    lookForLeaks(done, reply.text());
    settle(done, hasStates);
    return notice.isPresent() ? Optional.empty() : Optional.of(reply);
  }

  /** The suggestions; empty if there was no answer. */
  Optional<List<Choice>> choices(Interaction typed) {
    return awaited(
        typed,
        () -> {
          List<Choice> choices = typed.choices();
          note(Deed.COMPLETE, typed, typed.acknowledged().after());
          choices.forEach(choice -> lookForLeaks(typed, choice.name()));
          return Optional.of(choices);
        });
  }

  /** The form that opens; empty if none did. */
  Optional<Modal> form(Deed deed, Interaction done) {
    return awaited(
        done,
        () -> {
          Modal form = done.modal();
          note(deed, done, done.acknowledged().after());
          return Optional.of(form);
        });
  }

  private void lookForLeaks(Interaction done, String text) {
    Town.foreignWord(done.payload().path("guild_id").asText(), text)
        .ifPresent(word -> ledger.wrong(Fault.LEAK, word + " in " + done + ": " + text));
  }

  /** What came by way of a lost connection took as long as that was lost. */
  private void note(Deed deed, Interaction done, Duration answered) {
    if (outages.covers(done)) {
      ledger.inOutage();
    } else {
      ledger.acknowledged(deed, done.acknowledged().after());
      ledger.answered(deed, answered);
    }
  }

  private <T> Optional<T> awaited(Interaction done, Supplier<Optional<T>> waiting) {
    try {
      return waiting.get();
    } catch (AssertionError e) {
      missing(done, e);
      return Optional.empty();
    }
  }

  /** To everybody the bot apologises by another message, for who asked alone. */
  private void missing(Interaction done, AssertionError failure) {
    boolean isApology =
        done.followUps().stream()
            .anyMatch(message -> Notice.in(message.text()).equals(Optional.of(Notice.APOLOGY)));
    if (isApology) {
      told(Notice.APOLOGY, done);
    } else if (outages.covers(done)) {
      late.remove(done.token());
      ledger.inOutage();
    } else if (late.remove(done.token())) {
      ledger.wrong(Fault.LATE, done.madeAt() + " " + done);
    } else {
      ledger.wrong(Fault.LOST, String.valueOf(failure.getMessage()));
    }
  }

  private void told(Notice notice, Interaction done) {
    ledger.told(notice);
    if (notice == Notice.APOLOGY) {
      ledger.wrong(Fault.APOLOGY, done.toString());
    }
  }

  /** The bot acknowledged it when Discord no longer waited. */
  void late(String token) {
    late.add(token);
  }

  private void settle(Interaction done, boolean hasStates) {
    var _ =
        later.schedule(() -> judge(done, hasStates), settling.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * A deferral is followed by one edit, or by several where states were shown; or it is taken away,
   * and who asked is answered aside.
   */
  private void judge(Interaction done, boolean hasStates) {
    boolean isDeferred =
        done.acknowledgement()
            .filter(first -> first.type() == Acknowledgement.DEFERRED_MESSAGE)
            .isPresent();
    int most = !isDeferred ? 0 : hasStates ? Integer.MAX_VALUE : 1;
    int edits = done.original().map(Message::edits).orElse(0);
    boolean isAside = done.original().filter(Message::isDeleted).isPresent();
    if (edits > most || done.followUps().size() > (isAside ? 1 : 0)) {
      ledger.wrong(Fault.DOUBLE, edits + " edits of " + done);
    }
  }

  /** Returns when all that was answered is judged. */
  @Override
  public void close() {
    later.shutdown();
    try {
      if (!later.awaitTermination(settling.toSeconds() + 5, TimeUnit.SECONDS)) {
        later.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
