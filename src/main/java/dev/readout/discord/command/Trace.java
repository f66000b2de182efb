package dev.readout.discord.command;

import java.util.function.BiConsumer;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.command.GenericCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The interaction that this thread works for, until closed; what is logged meanwhile carries its
 * id. Threads do not inherit it: work that is handed to another is wrapped here first. Confined to
 * one thread.
 */
public final class Trace implements AutoCloseable {
  /** Where SLF4J's context holds the id. */
  public static final String INTERACTION = "interaction";

  private static final Logger LOG = LoggerFactory.getLogger(Trace.class);

  private final @Nullable String before;

  private Trace(@Nullable String interaction) {
    this.before = MDC.get(INTERACTION);
    set(interaction);
  }

  /** Begins for an interaction, none if null; what was before comes back with {@link #close}. */
  public static Trace of(@Nullable String interaction) {
    return new Trace(interaction);
  }

  private static void set(@Nullable String interaction) {
    if (interaction == null) {
      MDC.remove(INTERACTION);
    } else {
      MDC.put(INTERACTION, interaction);
    }
  }

  /** What this thread works for; null for no interaction. */
  public static @Nullable String current() {
    return MDC.get(INTERACTION);
  }

  /** The same work, for what this thread works for now, on whatever thread it is done. */
  public static Runnable carried(Runnable work) {
    String interaction = current();
    return () -> {
      try (Trace _ = of(interaction)) {
        work.run();
      }
    };
  }

  /** The same for work that is given two things. */
  public static <T, U> BiConsumer<T, U> carried(BiConsumer<T, U> work) {
    String interaction = current();
    return (one, other) -> {
      try (Trace _ = of(interaction)) {
        work.accept(one, other);
      }
    };
  }

  /** Does the task on a virtual thread of its own, for what this thread works for now. */
  public static void startThread(Runnable task) {
    Thread.startVirtualThread(carried(task));
  }

  @Override
  public void close() {
    set(before);
  }

  /**
   * Hands events on; those of an interaction are listened to for that interaction, and what goes
   * wrong then is told with its id, which JDA would not do. Thread-safe if the listener is.
   */
  public record Events(EventListener listener) implements EventListener {
    @Override
    public void onEvent(GenericEvent event) {
      if (!(event instanceof GenericInteractionCreateEvent interaction)) {
        listener.onEvent(event);
        return;
      }
      try (Trace _ = of(interaction.getId())) {
        LOG.debug("{} begins", kind(interaction));
        try {
          listener.onEvent(event);
        } catch (RuntimeException e) {
          LOG.error("an interaction failed before it was acknowledged", e);
        }
      }
    }

    /** What it is, without anything that somebody typed. */
    private static String kind(GenericInteractionCreateEvent interaction) {
      return interaction instanceof GenericCommandInteractionEvent command
          ? "/" + command.getFullCommandName()
          : interaction.getClass().getSimpleName();
    }
  }
}
