package dev.readout.discord.standin.person;

/** A person tried what Discord's app would not let anybody do; the test is wrong, or the bot. */
public final class NotPossibleException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NotPossibleException(String message) {
    super(message);
  }
}
