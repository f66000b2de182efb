package dev.readout.cli;

import dev.readout.corpus.Scope;
import picocli.CommandLine.Option;

/** Whose sources and index a command works on. Filled in by picocli. */
final class ScopeOption {
  @Option(
      names = "--scope",
      paramLabel = "SERVER",
      description = "The id of a Discord server with sources of its own; global if not given.")
  private Scope scope = Scope.GLOBAL;

  Scope scope() {
    return scope;
  }

  /** What to type to have the scope's index built. */
  String indexCommand() {
    return "'bin/readout index" + argument() + "'";
  }

  /** The option as it was typed, with a space before it; empty for the global scope. */
  String argument() {
    return scope.server().isPresent()
        ? " --scope " + Long.toUnsignedString(scope.server().getAsLong())
        : "";
  }
}
