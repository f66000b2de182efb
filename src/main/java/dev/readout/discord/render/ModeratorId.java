package dev.readout.discord.render;

/** The buttons and forms of moderators; who presses one is asked for their right to each time. */
public sealed interface ModeratorId extends ComponentId {

  /** Older entries of the audit log from a position in it, counted from 1. */
  record AuditPage(long upTo, boolean global) implements Scoped {
    public AuditPage {
      Form.checkRange("upTo", upTo, 1, Long.MAX_VALUE);
    }
  }

  /** Opens the form for a server's settings. */
  record EditSettings() implements ModeratorId {}

  /** Puts a server's settings at their defaults. */
  record ResetSettings() implements ModeratorId {}

  /** The form for a server's settings, filled in. */
  record SettingsForm() implements ModeratorId {}

  /** Does the reindex that a dry run has shown, and nothing else. */
  record ReindexConfirm(boolean global, boolean force, String seen) implements Scoped {
    public ReindexConfirm {
      Form.PLAN.check(seen);
    }
  }

  record ReindexCancel(boolean global) implements Scoped {}

  /** The generation to go back to; which, the chosen option says. */
  record RollbackChoice(boolean global) implements Scoped {}

  /** Goes back to a generation if the one still serves that served when this was offered. */
  record RollbackConfirm(boolean global, String generation, String current) implements Scoped {
    public RollbackConfirm {
      Form.GENERATION.check(generation);
      Form.GENERATION.check(current);
    }
  }

  /** A page of the coverage of all topics, from 1. */
  record CoveragePage(int page) implements ModeratorId {
    public CoveragePage {
      Form.checkRange("page", page, 1);
    }
  }

  /** What is about one server, for its moderators, or about all, for operators. */
  sealed interface Scoped extends ModeratorId
      permits AuditPage, ReindexConfirm, ReindexCancel, RollbackChoice, RollbackConfirm, SourceId {
    boolean global();

    @Override
    default Access access() {
      return global() ? Access.OPERATOR : Access.MODERATOR;
    }
  }

  @Override
  default Access access() {
    return Access.MODERATOR;
  }
}
