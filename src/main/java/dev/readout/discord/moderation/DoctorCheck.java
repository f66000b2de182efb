package dev.readout.discord.moderation;

import dev.readout.discord.command.Request;
import dev.readout.discord.render.Finding;

/** One thing that {@code /doctor} looks at. Thread-safe. */
@FunctionalInterface
interface DoctorCheck {
  /** How it is, here and now; takes at most some seconds. */
  Finding look(Request request);
}
