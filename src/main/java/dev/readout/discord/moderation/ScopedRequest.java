package dev.readout.discord.moderation;

import dev.readout.answer.TextKey;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A moderator's request about the sources and the index of their server, or an operator's about
 * those for all servers, which is shown how far slow work is. Immutable.
 */
record ScopedRequest(Request request, boolean global, Consumer<Reply> progress) {
  /** As a button or a form says, or a command whose right was asked for before. */
  ScopedRequest(Request request, boolean global) {
    this(request, global, _ -> {});
  }

  /** As a command says; empty when all servers' are not theirs. */
  static Optional<ScopedRequest> of(Request request, Consumer<Reply> progress) {
    boolean global =
        request.option(CommandForm.SCOPE).filter(CommandForm.GLOBAL::equals).isPresent();
    return global && !request.rights().allow(Access.OPERATOR)
        ? Optional.empty()
        : Optional.of(new ScopedRequest(request, global, progress));
  }

  /** What is replied to a command, or that it is not theirs. */
  static Reply reply(
      Request request, Consumer<Reply> progress, Function<ScopedRequest, Reply> work) {
    return of(request, progress).map(work).orElseGet(() -> request.text(Phrase.FOR_OPERATORS));
  }

  Scope scope() {
    return global ? Scope.GLOBAL : request.scope();
  }

  Language language() {
    return request.language();
  }

  /** Who acts, in the audit log. */
  String actor() {
    return request.caller().actor();
  }

  /** An exception's message, which may hold paths: for operators alone, else empty. */
  String detail(Exception e) {
    return request.rights().allow(Access.OPERATOR) ? String.valueOf(e.getMessage()) : "";
  }

  Reply text(TextKey key, Object... filled) {
    return request.text(key, filled);
  }

  void show(TextKey state) {
    progress.accept(text(state));
  }
}
