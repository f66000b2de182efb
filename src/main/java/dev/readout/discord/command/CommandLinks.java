package dev.readout.discord.command;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Links to commands that open them when clicked, once Discord has told their ids; their names until
 * then. Thread-safe.
 */
public final class CommandLinks {
  private final Map<String, Long> ids = new ConcurrentHashMap<>();

  /** Takes the ids that Discord gave to the commands, by name. */
  public void learn(Map<String, Long> idsByName) {
    ids.putAll(idsByName);
  }

  /**
   * The command as a link, in Discord's Markdown.
   *
   * @param name with its group and subcommand where it has them: {@code source feed add}
   */
  public String to(String name) {
    Long id = ids.get(name.split(" ", 2)[0]);
    return id == null ? "`/" + name + "`" : "</" + name + ":" + id + ">";
  }
}
