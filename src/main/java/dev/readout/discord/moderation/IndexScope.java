package dev.readout.discord.moderation;

import dev.readout.corpus.Scope;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import java.util.Optional;

/** The option that says whose index a command is about. Pure functions. */
final class IndexScope {
  private IndexScope() {}

  /** Whether the global one was asked for. */
  static boolean isGlobal(Request request) {
    return request.option(CommandForm.SCOPE).filter(CommandForm.GLOBAL::equals).isPresent();
  }

  /** What is replied to who asks for the global one and may not; empty for everybody else. */
  static Optional<Reply> refusal(Request request) {
    return isGlobal(request) && !request.rights().allow(Access.OPERATOR)
        ? Optional.of(Reply.text(Phrase.FOR_OPERATORS.in(request.language())))
        : Optional.empty();
  }

  static Scope of(Request request, boolean global) {
    return global ? Scope.GLOBAL : request.scope();
  }
}
