package dev.readout.discord.render;

import dev.readout.store.SourceEntry.SourceState;
import java.util.Optional;

/**
 * The buttons and forms of {@code /source}. Each says whose sources it is about: the server's that
 * it is pressed in, or the operators' own for all servers. Immutable.
 */
public sealed interface SourceId extends ModeratorId.Scoped {

  /** What can be done with a draft or with what somebody filled in and that is not stored yet. */
  enum DraftAction {
    /** Opens the form. */
    EDIT,
    /** The form, filled in. */
    FORM,
    ADD,
    DISCARD
  }

  /** What can be done with a source of the catalogue. */
  enum Action {
    SHOW,
    /** Opens the form. */
    EDIT,
    /** Opens the form, to approve what was filled in. */
    COMPLETE,
    /** The form, filled in. */
    FORM,
    /** The form for what is to be approved, filled in. */
    COMPLETE_FORM,
    REFRESH,
    ASK_REMOVE,
    REMOVE,
    APPROVE,
    REFUSE,
    RESTORE,
    /** Asks what it changes in the standing of the measures that it names. */
    ASK_STANDING,
    /** Says that it is right, though nobody known stands behind it. */
    CONFIRM
  }

  enum Effect {
    EXTENDED,
    SUSPENDED,
    SUPERSEDED,
    RESCINDED,
    UNCHANGED
  }

  /**
   * What waits for a decision.
   *
   * @param from how many the pages before have shown
   */
  record Inbox(int from, boolean global) implements SourceId {
    public Inbox {
      if (from < 0) {
        throw new IllegalArgumentException("from: " + from);
      }
    }
  }

  /**
   * Decides about several that wait.
   *
   * @param isFilledIn whether it is the form, filled in; else it opens that
   */
  record Decide(boolean isFilledIn, boolean global) implements SourceId {}

  /**
   * Says what a source does to a measure's standing.
   *
   * @param isFilledIn whether it is the form, filled in; else it opens that, if there is one
   * @param number of the source, from 1
   * @param measure id of its record
   */
  record Assess(Effect effect, boolean isFilledIn, long number, String measure, boolean global)
      implements SourceId {
    private static final long MAX_NUMBER = 9_999_999;

    public Assess {
      if (number < 1 || number > MAX_NUMBER || !Form.RECORD.fits(measure)) {
        throw new IllegalArgumentException("no source or no measure: " + number + " " + measure);
      }
    }
  }

  /** Brings what was accepted into answers. */
  record Reindex(boolean global) implements SourceId {}

  /**
   * A draft.
   *
   * @param draft under which it is kept in memory
   */
  record Draft(DraftAction action, String draft, boolean global) implements SourceId {
    public Draft {
      Form.DRAFT.check(draft);
    }
  }

  /**
   * A source.
   *
   * @param number of the source, from 1
   */
  record Of(Action action, long number, boolean global) implements SourceId {
    public Of {
      if (number < 1) {
        throw new IllegalArgumentException("number: " + number);
      }
    }
  }

  /**
   * The sources after a number.
   *
   * @param state only these; empty for waiting and accepted ones
   * @param after the number of the last source shown, from 1
   */
  record Page(Optional<SourceState> state, long after, boolean global) implements SourceId {
    public Page {
      if (after < 1) {
        throw new IllegalArgumentException("after: " + after);
      }
    }
  }

  /** The form for a new source, filled in. */
  record New(boolean global) implements SourceId {}

  /** The official feeds, to be watched or not. */
  record Pack(boolean on, boolean global) implements SourceId {}
}
