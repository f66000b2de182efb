package dev.readout.intake.reindex;

/** How far what the catalogue no longer has is out of the answers. */
public enum Withdrawal {
  /** Nothing of it is found any more. */
  DONE,
  /**
   * Another change of the index takes long, and it is taken out when that has ended. It is found no
   * longer; in a server nothing else that was added there is until then.
   */
  LATER,
  /**
   * Nothing of it is found any more in the server, nor anything else that was added there, until
   * the index can be written again.
   */
  SERVER_DROPPED,
  /** The global index could not be written: it is hidden there. The next start tries again. */
  FAILED
}
