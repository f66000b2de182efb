package dev.readout.discord.component;

import dev.readout.discord.access.Access;
import java.util.List;
import java.util.Optional;

/** The buttons and forms of moderators; who presses one is asked for their right to each time. */
public sealed interface ModeratorId extends ComponentId
    permits ModeratorId.AuditPage,
        ModeratorId.CoveragePage,
        ModeratorId.EditSettings,
        ModeratorId.ResetSettings,
        ModeratorId.ReindexCancel,
        ModeratorId.ReindexConfirm,
        ModeratorId.RollbackChoice,
        ModeratorId.RollbackConfirm,
        ModeratorId.SettingsForm,
        SourceId {

  /**
   * Older entries of the audit log.
   *
   * @param upTo the position in its own log of the first entry to show, from 1
   * @param global whether of what concerns every server
   */
  record AuditPage(long upTo, boolean global) implements ModeratorId {
    public AuditPage {
      if (upTo < 1) {
        throw new IllegalArgumentException("upTo: " + upTo);
      }
    }

    @Override
    public Access access() {
      return accessTo(global);
    }

    @Override
    public String encode() {
      return ComponentId.join("audit", Long.toString(upTo), whose(global));
    }
  }

  /** Opens the form for a server's settings. */
  record EditSettings() implements ModeratorId {
    @Override
    public String encode() {
      return ComponentId.join("settings-edit");
    }
  }

  /** Puts a server's settings at their defaults. */
  record ResetSettings() implements ModeratorId {
    @Override
    public String encode() {
      return ComponentId.join("settings-reset");
    }
  }

  /** The form for a server's settings, filled in. */
  record SettingsForm() implements ModeratorId {
    @Override
    public String encode() {
      return ComponentId.join("settings-form");
    }
  }

  /**
   * Does the reindex that a dry run has shown.
   *
   * @param seen what the dry run showed, so that nothing else is done
   */
  record ReindexConfirm(boolean global, boolean force, String seen) implements ModeratorId {
    public ReindexConfirm {
      requireSeen(seen);
    }

    @Override
    public Access access() {
      return accessTo(global);
    }

    @Override
    public String encode() {
      return ComponentId.join("reindex", whose(global), force ? "force" : "changes", seen);
    }
  }

  /** Cancels a reindex that is under way. */
  record ReindexCancel(boolean global) implements ModeratorId {
    @Override
    public Access access() {
      return accessTo(global);
    }

    @Override
    public String encode() {
      return ComponentId.join("reindex-cancel", whose(global));
    }
  }

  /** The generation to go back to; which, the chosen option says. */
  record RollbackChoice(boolean global) implements ModeratorId {
    @Override
    public Access access() {
      return accessTo(global);
    }

    @Override
    public String encode() {
      return ComponentId.join("rollback-choice", whose(global));
    }
  }

  /**
   * Goes back to a generation.
   *
   * @param generation the one to go back to
   * @param current the one that served when this was offered
   */
  record RollbackConfirm(boolean global, String generation, String current) implements ModeratorId {
    public RollbackConfirm {
      requireGeneration(generation);
      requireGeneration(current);
    }

    @Override
    public Access access() {
      return accessTo(global);
    }

    @Override
    public String encode() {
      return ComponentId.join("rollback", whose(global), generation, current);
    }
  }

  /**
   * A page of the coverage of all topics.
   *
   * @param page from 1
   */
  record CoveragePage(int page) implements ModeratorId {
    public CoveragePage {
      if (page < 1 || page > 1_000) {
        throw new IllegalArgumentException("page: " + page);
      }
    }

    @Override
    public String encode() {
      return ComponentId.join("coverage", Integer.toString(page));
    }
  }

  @Override
  default Access access() {
    return Access.MODERATOR;
  }

  private static Access accessTo(boolean global) {
    return global ? Access.OPERATOR : Access.MODERATOR;
  }

  private static String whose(boolean global) {
    return global ? "global" : "own";
  }

  private static void requireSeen(String seen) {
    if (!seen.matches("[0-9a-f]{8}")) {
      throw new IllegalArgumentException("seen: " + seen);
    }
  }

  private static void requireGeneration(String name) {
    if (!name.matches("[0-9]{1,10}")) {
      throw new IllegalArgumentException("generation: " + name);
    }
  }

  /** Part of {@link ComponentId#parse(String)}. */
  static Optional<ComponentId> parse(String action, List<String> rest) {
    return switch (action + "/" + rest.size()) {
      case "audit/2" ->
          Optional.of(new AuditPage(Long.parseLong(rest.get(0)), isGlobal(rest.get(1))));
      case "settings-edit/0" -> Optional.of(new EditSettings());
      case "settings-reset/0" -> Optional.of(new ResetSettings());
      case "settings-form/0" -> Optional.of(new SettingsForm());
      case "reindex/3" ->
          Optional.of(
              new ReindexConfirm(isGlobal(rest.get(0)), isForced(rest.get(1)), rest.get(2)));
      case "reindex-cancel/1" -> Optional.of(new ReindexCancel(isGlobal(rest.get(0))));
      case "rollback-choice/1" -> Optional.of(new RollbackChoice(isGlobal(rest.get(0))));
      case "rollback/3" ->
          Optional.of(new RollbackConfirm(isGlobal(rest.get(0)), rest.get(1), rest.get(2)));
      case "coverage/1" -> Optional.of(new CoveragePage(Integer.parseInt(rest.get(0))));
      default -> SourceId.parse(action, rest);
    };
  }

  private static boolean isGlobal(String whose) {
    return isFirst(whose, "global", "own");
  }

  private static boolean isForced(String how) {
    return isFirst(how, "force", "changes");
  }

  private static boolean isFirst(String word, String first, String second) {
    if (!word.equals(first) && !word.equals(second)) {
      throw new IllegalArgumentException("neither " + first + " nor " + second + ": " + word);
    }
    return word.equals(first);
  }
}
