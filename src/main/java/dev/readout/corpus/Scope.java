package dev.readout.corpus;

import java.util.regex.Pattern;

/**
 * Who may see a record: everyone, or the members of one server. Immutable.
 *
 * @param id {@code global}, or an id of letters, digits and hyphens
 */
public record Scope(String id) {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

  /** Everyone. */
  public static final Scope GLOBAL = new Scope("global");

  public Scope {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("no scope id: '" + id + "'");
    }
  }
}
