package dev.readout.discord.moderation;

import dev.readout.corpus.Scope;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import java.util.Optional;

/** Whose sources and index somebody looks after: their server's, or all servers'. Immutable. */
record Whose(Scope scope, boolean global) {

  /** What the command says; empty when it is not theirs. */
  static Optional<Whose> of(Request request) {
    boolean global = isGlobal(request);
    return global && !request.rights().allow(Access.OPERATOR)
        ? Optional.empty()
        : Optional.of(of(request, global));
  }

  /** Whether the option asks for all servers'. */
  static boolean isGlobal(Request request) {
    return request.option(CommandForm.SCOPE).filter(CommandForm.GLOBAL::equals).isPresent();
  }

  /** What is replied to who asks for all servers' and may not. */
  static Reply refusal(Request request) {
    return Reply.text(Phrase.FOR_OPERATORS.in(request.language()));
  }

  /** What a button or form says; whether it is theirs is asked before. */
  static Whose of(Request request, boolean global) {
    return new Whose(scope(request, global), global);
  }

  static Scope scope(Request request, boolean global) {
    return global ? Scope.GLOBAL : request.scope();
  }
}
