package dev.readout.discord.moderation;

import dev.readout.intake.Draft;

/**
 * What waits for somebody to decide, and is stored nowhere. Immutable.
 *
 * @param member whose it is; nobody else is shown it
 * @param about what it is about
 * @param typed what was filled in about it so far
 */
record Held(long member, Whose whose, About about, TypedDetails typed) {

  /** What somebody decides about. */
  sealed interface About {
    /** A document that was brought in. */
    record NewDraft(Draft draft) implements About {}

    /**
     * A source of the catalogue.
     *
     * @param approves whether it is to be approved with what is filled in
     */
    record Existing(long number, boolean approves) implements About {}
  }

  Held with(TypedDetails other) {
    return new Held(member, whose, about, other);
  }
}
