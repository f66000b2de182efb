package dev.readout.intake.reindex;

/** How far what the catalogue no longer has is out of the answers. */
public enum Withdrawal {
  /** Nothing of it is found any more. */
  DONE,
  /**
   * Another change of the index takes long, and it is taken out when that has ended. From a server
   * nothing that was added there is found until then; what is global is still found until then.
   */
  LATER,
  /**
   * Nothing of it is found any more in the server, nor anything else that was added there, until
   * the index can be written again.
   */
  SERVER_DROPPED,
  /** It is still found: the global index could not be written. The next start tries again. */
  FAILED
}
