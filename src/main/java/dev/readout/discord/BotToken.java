package dev.readout.discord;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the bot signs in to Discord with. Immutable. Neither its text form nor any message shows it.
 *
 * @param value the token alone: 1 to 200 visible ASCII characters, no quotation marks
 */
public record BotToken(String value) {
  /** Today's tokens have about 72 characters. */
  private static final int MAX_CHARS = 200;

  /**
   * Checks the form only; whether Discord knows it shows at sign-in.
   *
   * @throws IllegalArgumentException when it cannot be a token; says why without showing it
   */
  public BotToken {
    String fault = fault(value);
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
  }

  private static @Nullable String fault(String value) {
    if (value.isEmpty()) {
      return "is empty; write the token from Discord's Developer Portal";
    }
    if (value.toLowerCase(Locale.ROOT).startsWith("bot ")) {
      return "begins with 'Bot '; leave that out and write the token alone";
    }
    if (value.chars().anyMatch(Character::isWhitespace)) {
      return "holds a space or line end; write the token alone, on one line";
    }
    if (value.indexOf('"') >= 0 || value.indexOf('\'') >= 0) {
      return "holds quotation marks; write the token without them";
    }
    if (value.chars().anyMatch(character -> character < '!' || character > '~')) {
      return "holds characters that no token has; copy it anew from Discord's Developer Portal";
    }
    if (value.length() > MAX_CHARS) {
      return "is longer than any token; copy it anew from Discord's Developer Portal";
    }
    return null;
  }

  @Override
  public String toString() {
    return "BotToken(hidden)";
  }
}
