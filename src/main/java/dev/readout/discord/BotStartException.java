package dev.readout.discord;

/** The bot could not be started; the message is for the operator and says what to do. */
public final class BotStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean tokenRefused;

  BotStartException(String message, boolean tokenRefused, Throwable cause) {
    super(message, cause);
    this.tokenRefused = tokenRefused;
  }

  static BotStartException tokenRefused(Exception cause) {
    return new BotStartException(
        "Discord refuses the token; copy it anew from the developer portal, page Bot", true, cause);
  }

  /** Whether another token is needed; trying again with the same is no use. */
  public boolean isTokenRefused() {
    return tokenRefused;
  }
}
