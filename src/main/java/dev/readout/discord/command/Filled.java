package dev.readout.discord.command;

import java.util.List;
import java.util.Map;

/**
 * What somebody filled in: options of a command, or fields of a form, by their names. Immutable.
 *
 * @param subcommand such as {@code add}, or {@code feed add} in a group; empty where there is none
 * @param texts texts, numbers, days, yes or no, and the ids of members, roles and channels
 * @param lists what was chosen in menus of a form
 * @param files what was attached, at most ten to a field
 */
public record Filled(
    String subcommand,
    Map<String, String> texts,
    Map<String, List<String>> lists,
    Map<String, List<Upload>> files) {

  /** Nothing. */
  public static final Filled NOTHING = new Filled("", Map.of(), Map.of(), Map.of());

  /** Under which name stands what was chosen in a menu of a message. */
  public static final String MENU = "menu";

  public Filled {
    texts = Map.copyOf(texts);
    lists = Map.copyOf(lists);
    files = Map.copyOf(files);
  }

  /** Options of a command that takes neither subcommands nor files. */
  public static Filled of(Map<String, String> texts) {
    return new Filled("", texts, Map.of(), Map.of());
  }

  /** What was chosen in a menu of a message; empty for the press of a button. */
  public static Filled chosen(String value) {
    return value.isEmpty()
        ? NOTHING
        : new Filled("", Map.of(), Map.of(MENU, List.of(value)), Map.of());
  }
}
