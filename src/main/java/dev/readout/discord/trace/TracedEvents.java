package dev.readout.discord.trace;

import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.command.GenericCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events on; those of an interaction are listened to for that interaction, and what goes
 * wrong then is told with its id, which JDA would not do. Thread-safe if the listener is.
 */
public record TracedEvents(EventListener listener) implements EventListener {
  private static final Logger LOG = LoggerFactory.getLogger(TracedEvents.class);

  @Override
  public void onEvent(GenericEvent event) {
    if (!(event instanceof GenericInteractionCreateEvent interaction)) {
      listener.onEvent(event);
      return;
    }
    try (Trace _ = Trace.of(interaction.getId())) {
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
