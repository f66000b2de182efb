package dev.readout.cli;

import java.util.Map;

/**
 * How wide a page is and whether it is coloured. Immutable.
 *
 * @param columns where lines are broken; {@link #UNBROKEN} for nowhere
 * @param colour whether escape sequences are written
 */
public record Layout(int columns, boolean colour) {
  /** No line is broken: what is piped is read by programs, or wrapped by a pager. */
  public static final int UNBROKEN = Integer.MAX_VALUE;

  /** For files and pipes. */
  public static final Layout PLAIN = new Layout(UNBROKEN, false);

  private static final int MIN_COLUMNS = 40;
  private static final int MAX_COLUMNS = 160;
  private static final int DEFAULT_COLUMNS = 100;

  public Layout {
    if (columns < MIN_COLUMNS) {
      throw new IllegalArgumentException("columns: " + columns);
    }
  }

  /**
   * The layout for where the output goes. {@code COLUMNS} is obeyed wherever it is exported, {@code
   * NO_COLOR} (see no-color.org) on a terminal.
   */
  public static Layout of(boolean terminal, Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    int width = terminal ? DEFAULT_COLUMNS : UNBROKEN;
    if (columns.matches("[1-9][0-9]{0,3}")) {
      width = Math.clamp(Integer.parseInt(columns), MIN_COLUMNS, MAX_COLUMNS);
    }
    boolean colour = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Layout(width, colour && !environment.getOrDefault("TERM", "").equals("dumb"));
  }

  /** Whether lines are broken at a known width. */
  public boolean isBroken() {
    return columns != UNBROKEN;
  }
}
