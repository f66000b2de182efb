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

  /** What waits for a decision, after so many. */
  record Inbox(int from, boolean global) implements SourceId {
    public Inbox {
      Form.checkRange("from", from, 0, Integer.MAX_VALUE);
    }
  }

  /** Decides about several that wait: the form, filled in, or what opens it. */
  record Decide(boolean isFilledIn, boolean global) implements SourceId {}

  /**
   * Says what a source does to the standing of a measure's record: the form, filled in, or what
   * opens it, if there is one.
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

  /** A draft, by what it is kept under in memory. */
  record Draft(DraftAction action, String draft, boolean global) implements SourceId {
    public Draft {
      Form.DRAFT.check(draft);
    }
  }

  /** A source by its number, from 1. */
  record Of(Action action, long number, boolean global) implements SourceId {
    public Of {
      Form.checkRange("number", number, 1, Long.MAX_VALUE);
    }
  }

  /** The sources after a number in a state or, if empty, those waiting and accepted. */
  record Page(Optional<SourceState> state, long after, boolean global) implements SourceId {
    public Page {
      Form.checkRange("after", after, 1, Long.MAX_VALUE);
    }
  }

  /** The form for a new source, filled in. */
  record New(boolean global) implements SourceId {}

  /** The official feeds, to be watched or not. */
  record Pack(boolean on, boolean global) implements SourceId {}
}
