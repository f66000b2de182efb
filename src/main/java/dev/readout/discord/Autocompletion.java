package dev.readout.discord;

import dev.readout.discord.WorkerPool.FairShare;
import dev.readout.discord.command.Arrival;
import dev.readout.discord.command.Observer.Completing;
import dev.readout.discord.command.Trace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.callbacks.IAutoCompleteCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers choices for what a member is typing, soon or not at all. Thread-safe. */
final class Autocompletion {
  private static final Logger LOG = LoggerFactory.getLogger(Autocompletion.class);

  /** Completions worked out at the same time; past that a keystroke goes without. */
  private static final int AT_ONCE = 64;

  /** Those of one server: typing where the index is being opened leaves others theirs. */
  private static final int OF_A_SERVER = 16;

  /** How long completions may take; by then who types has typed on. */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final FairShare shares = new FairShare(OF_A_SERVER);

  /**
   * Offers completions; none where there are too many to work out, they fail, or they take too
   * long. What takes too long is counted as under way until it ends.
   */
  void complete(IAutoCompleteCallback event, Arrival arrival, Supplier<List<Choice>> work) {
    Guild guild = event.getGuild();
    long server = guild == null ? 0 : guild.getIdLong();
    if (!takePlace(server)) {
      arrival.complete(Completing.BUSY);
      offer(event, List.of());
      return;
    }
    CompletableFuture<List<Choice>> made = CompletableFuture.supplyAsync(work, Trace::startThread);
    var _ =
        made.whenComplete(
            (_, failure) -> {
              places.release();
              shares.giveBack(server);
              if (failure != null) {
                LOG.error("completing failed", failure);
              }
            });
    var _ =
        made.copy()
            .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                Trace.carried(
                    (@Nullable List<Choice> choices, @Nullable Throwable failure) -> {
                      arrival.complete(completing(failure));
                      offer(event, choices == null ? List.of() : choices);
                    }));
  }

  private static Completing completing(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> Completing.MADE;
      case TimeoutException _ -> Completing.LATE;
      default -> Completing.FAILED;
    };
  }

  private boolean takePlace(long server) {
    if (!shares.take(server)) {
      return false;
    }
    if (!places.tryAcquire()) {
      shares.giveBack(server);
      return false;
    }
    return true;
  }

  private static void offer(IAutoCompleteCallback event, List<Choice> choices) {
    event
        .replyChoices(choices)
        .queue(
            _ -> {}, failure -> LOG.debug("choices came too late: {}", Response.reason(failure)));
  }
}
