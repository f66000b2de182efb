package dev.readout.corpus;

import java.util.OptionalLong;

/**
 * Who may see a record: everyone, or one server's members; {@code global} or 40 letters, digits and
 * hyphens. Immutable.
 */
public record Scope(String id) {
  private static final String SERVER = "server-";
  private static final QuickPattern ID = QuickPattern.exactly("[a-z0-9-]{1,40}");

  /** Everyone. */
  public static final Scope GLOBAL = new Scope("global");

  public static Scope ofServer(long id) {
    return new Scope(SERVER + Long.toUnsignedString(id));
  }

  public Scope {
    if (!ID.isWhole(id)) {
      throw new IllegalArgumentException("no scope id: '" + id + "'");
    }
  }

  /** The id of the server; empty for the global scope. */
  public OptionalLong server() {
    return id.startsWith(SERVER)
        ? OptionalLong.of(Long.parseUnsignedLong(id.substring(SERVER.length())))
        : OptionalLong.empty();
  }
}
