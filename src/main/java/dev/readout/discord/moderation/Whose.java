package dev.readout.discord.moderation;

import dev.readout.corpus.Scope;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.SourceId;
import java.util.Optional;

/** Whose sources somebody looks after: their server's, or the operators' own. Immutable. */
record Whose(Scope scope, boolean global) {
  static final String OPTION = "scope";
  static final String GLOBAL = "global";

  /** What the command says; empty when it is not theirs. */
  static Optional<Whose> of(Request request) {
    boolean global = request.option(OPTION).filter(GLOBAL::equals).isPresent();
    return global && !request.rights().allow(Access.OPERATOR)
        ? Optional.empty()
        : Optional.of(of(request, global));
  }

  /** What the button or form says; whether it is theirs is asked before. */
  static Whose of(SourceId id, Request request) {
    return of(request, id.global());
  }

  private static Whose of(Request request, boolean global) {
    return new Whose(global ? Scope.GLOBAL : request.scope(), global);
  }
}
