package dev.readout.ops;

import dev.readout.corpus.Language;
import dev.readout.discord.command.Observer;
import dev.readout.discord.command.Observer.AskOutcome;
import dev.readout.discord.command.Observer.Completing;
import dev.readout.discord.command.Observer.ConnectionChange;
import dev.readout.discord.command.Observer.Ending;
import dev.readout.discord.command.Observer.RestCall;
import dev.readout.discord.render.Access;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Counts and times what the bot does; counts begin at zero, so a first time shows. Thread-safe. */
final class InteractionMetrics implements Observer {
  /** Discord waits three seconds for an acknowledgement. */
  private static final Duration[] ACKNOWLEDGEMENT_STEPS =
      millis(25, 50, 100, 250, 500, 1000, 2000, 3000);

  private static final Duration[] ANSWER_STEPS =
      millis(50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000);

  /** A reply to moderators may be about a build that takes minutes. */
  private static final Duration[] REPLY_STEPS =
      millis(50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 120_000, 900_000);

  private final MeterRegistry registry;
  private final Timer acknowledgement;
  private final Timer answer;

  InteractionMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.acknowledgement =
        Timer.builder("readout.acknowledgement")
            .description("From an interaction's coming in until Discord took its acknowledgement")
            .serviceLevelObjectives(ACKNOWLEDGEMENT_STEPS)
            .register(registry);
    this.answer =
        Timer.builder("readout.answer")
            .description("From a question's coming in until Discord took the reply to it")
            .serviceLevelObjectives(ANSWER_STEPS)
            .register(registry);
    for (AskOutcome outcome : AskOutcome.values()) {
      for (Language language : Language.values()) {
        var _ = asks(outcome, language);
      }
    }
    for (ConnectionChange change : ConnectionChange.values()) {
      var _ = changes(change);
    }
    for (Completing how : Completing.values()) {
      var _ = completions(how);
    }
    for (Access access : Access.values()) {
      var _ = replies(access);
    }
  }

  private static Duration[] millis(long... steps) {
    return Arrays.stream(steps).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }

  @Override
  public void acknowledged(Duration took) {
    acknowledgement.record(took);
  }

  @Override
  public void ended(Observer.Handled handled) {
    // All of them, so that a first failure of a command that is in use is seen as a change.
    for (Ending ending : Ending.values()) {
      var _ = interactions(handled.what(), ending);
    }
    interactions(handled.what(), handled.ending()).increment();
    if (handled.ending() == Ending.REPLIED) {
      replies(handled.access()).record(handled.took());
    }
    handled.ask().ifPresent(outcome -> asked(outcome, handled));
  }

  private Counter interactions(String command, Ending ending) {
    return Counter.builder("readout.interactions")
        .description("Interactions dealt with")
        .tag("command", command)
        .tag("outcome", word(ending))
        .register(registry);
  }

  private void asked(AskOutcome outcome, Observer.Handled handled) {
    asks(outcome, handled.language()).increment();
    if (handled.ending() == Ending.REPLIED) {
      answer.record(handled.took());
    }
  }

  private Counter asks(AskOutcome outcome, Language language) {
    return Counter.builder("readout.asks")
        .description("Questions, by what became of them")
        .tag("outcome", word(outcome))
        .tag("language", language.wireName())
        .register(registry);
  }

  /** The bot keeps places for members, and others for moderators and operators. */
  private Timer replies(Access access) {
    return Timer.builder("readout.reply")
        .description("From any interaction's coming in until Discord took the reply")
        .tag("crew", access == Access.MEMBER ? "members" : "moderators")
        .serviceLevelObjectives(REPLY_STEPS)
        .register(registry);
  }

  @Override
  public void completed(Completing how, Duration took) {
    completions(how).record(took);
  }

  private Timer completions(Completing how) {
    return Timer.builder("readout.autocomplete")
        .description("Completions of what is being typed")
        .tag("outcome", word(how))
        .register(registry);
  }

  @Override
  public void called(RestCall call) {
    for (RestCall.Status status : RestCall.Status.values()) {
      var _ = calls(call.route(), status);
    }
    calls(call.route(), call.status()).record(call.took());
  }

  private Timer calls(String route, RestCall.Status status) {
    return Timer.builder("readout.discord.rest")
        .description("Calls of Discord's REST interface, repeated ones included")
        .tag("route", route)
        .tag("status", status.word())
        .register(registry);
  }

  @Override
  public void connection(ConnectionChange change) {
    changes(change).increment();
  }

  private Counter changes(ConnectionChange change) {
    return Counter.builder("readout.gateway.changes")
        .description("What happened to connections to Discord's gateway")
        .tag("change", word(change))
        .register(registry);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
