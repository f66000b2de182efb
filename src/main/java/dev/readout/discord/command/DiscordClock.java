package dev.readout.discord.command;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far this machine's clock is from Discord's, by the Date of its replies. A clock that is
 * minutes ahead makes every interaction seem expired. Thread-safe.
 */
public final class DiscordClock {
  /** From here on it is told. */
  public static final Duration MAX_OFF = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(DiscordClock.class);

  /** A Date has whole seconds. */
  private static final Duration PRECISION = Duration.ofSeconds(1);

  private volatile Duration ahead = Duration.ZERO;

  /** How far it is ahead at least; negative when it is behind. */
  public Duration ahead() {
    return ahead;
  }

  /** Whether it is off by more than a reply's way explains. */
  public static boolean isOff(Duration ahead) {
    return ahead.abs().compareTo(MAX_OFF) > 0;
  }

  /** A reply has this date of Discord's; asked for and received at this machine's times. */
  public void heard(Instant date, Instant sent, Instant received) {
    Duration now = Duration.ZERO;
    if (sent.isAfter(date.plus(PRECISION))) {
      now = Duration.between(date.plus(PRECISION), sent);
    } else if (received.isBefore(date)) {
      now = Duration.between(date, received);
    }
    boolean was = isOff(ahead);
    ahead = now;
    if (isOff(now) && !was) {
      LOG.warn(
          "this machine's clock is {} seconds {} Discord's; set it, or interactions seem expired",
          now.abs().toSeconds(),
          now.isNegative() ? "behind" : "ahead of");
    } else if (was && !isOff(now)) {
      LOG.info("this machine's clock agrees with Discord's again");
    }
  }
}
