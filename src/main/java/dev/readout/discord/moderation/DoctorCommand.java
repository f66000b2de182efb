package dev.readout.discord.moderation;

import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Finding;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /doctor}: whether everything works, and what to do where it does not. */
record DoctorCommand(List<Check> checks) implements ModeratorCommand {
  private static final Logger LOG = LoggerFactory.getLogger(DoctorCommand.class);

  /** One thing that it looks at. Thread-safe. */
  @FunctionalInterface
  interface Check {
    /** How it is, here and now; takes at most some seconds. */
    Finding look(Request request);
  }

  DoctorCommand {
    checks = List.copyOf(checks);
  }

  @Override
  public CommandData data() {
    return CommandForm.slash("doctor", Access.MODERATOR);
  }

  @Override
  public Reply reply(Request request) {
    return Finding.report(
        checks.stream().map(check -> look(check, request)).toList(), request.language());
  }

  /** A check that fails is a finding as well, and the others go on. */
  private static Finding look(Check check, Request request) {
    try {
      return check.look(request);
    } catch (RuntimeException e) {
      LOG.warn("a check of /doctor failed", e);
      return Finding.fail(Phrase.DOC_CRASHED.in(request.language(), e.getClass().getSimpleName()));
    }
  }
}
