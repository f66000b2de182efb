package dev.readout.discord.observation;

import java.time.Duration;

/**
 * A call of Discord's REST interface. Immutable.
 *
 * @param route the first word of its path that has a meaning, such as {@code interactions}
 * @param took until the head of the reply was there
 */
public record RestCall(String route, Status status, Duration took) {

  /** What was replied. */
  public enum Status {
    DONE("2xx"),
    MOVED("3xx"),
    REFUSED("4xx"),
    RATE_LIMITED("429"),
    UNAVAILABLE("5xx"),
    NO_REPLY("none");

    private static final int TOO_MANY = 429;

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** As people know it. */
    public String word() {
      return word;
    }

    static Status of(int code) {
      if (code == TOO_MANY) {
        return RATE_LIMITED;
      }
      return switch (code / 100) {
        case 3 -> MOVED;
        case 4 -> REFUSED;
        case 5 -> UNAVAILABLE;
        default -> DONE;
      };
    }
  }
}
