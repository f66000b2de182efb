package dev.readout.config;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody meant to write, by Levenshtein's distance. */
public final class Nearest {
  private Nearest() {}

  /** The name that is the written one but for its group, else the one with the fewest changes. */
  static String to(String written, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.comparingInt(
                    (String name) -> name.endsWith("." + written) ? 0 : distance(written, name))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /** How many characters have to be put in, left out or replaced. */
  public static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[to.length()];
  }
}
