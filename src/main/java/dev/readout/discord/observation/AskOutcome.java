package dev.readout.discord.observation;

/** What became of a question. */
public enum AskOutcome {
  ANSWERED,
  /** The sources do not answer it. */
  DECLINED,
  /** It could not be searched for. */
  PROBLEM,
  /** Nobody looked for an answer: too many or too often, or not there. */
  TURNED_AWAY,
  /** A mistake of ours, or Discord did not take the reply. */
  FAILED
}
