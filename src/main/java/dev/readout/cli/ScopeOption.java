package dev.readout.cli;

import dev.readout.corpus.Scope;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whose sources and index a command works on. Filled in by picocli. */
public final class ScopeOption {
  @Option(
      names = "--scope",
      paramLabel = "SERVER",
      converter = Converter.class,
      description = "The id of a Discord server with sources of its own; global if not given.")
  private Scope scope = Scope.GLOBAL;

  public Scope scope() {
    return scope;
  }

  /** What to type to have the scope's index built. */
  public String indexCommand() {
    return "'bin/readout index" + argument() + "'";
  }

  /** The option as it was typed, with a space before it; empty for the global scope. */
  public String argument() {
    return scope.server().isPresent()
        ? " --scope " + Long.toUnsignedString(scope.server().getAsLong())
        : "";
  }

  /** Reads {@code global} and the ids of servers. */
  static final class Converter implements ITypeConverter<Scope> {
    private static final Pattern SERVER = Pattern.compile("(?:server-)?([0-9]{1,20})");

    @Override
    public Scope convert(String value) {
      var server = SERVER.matcher(value.strip());
      try {
        if (server.matches()) {
          return Scope.ofServer(Long.parseUnsignedLong(server.group(1)));
        }
      } catch (NumberFormatException _) {
        // Longer than any id: told below.
      }
      if (value.strip().equals(Scope.GLOBAL.id())) {
        return Scope.GLOBAL;
      }
      throw new TypeConversionException(
          "no server '" + value + "'; write its id, a number, or global");
    }
  }
}
