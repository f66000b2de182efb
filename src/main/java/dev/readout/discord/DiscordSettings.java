package dev.readout.discord;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may set of the bot at Discord. Immutable.
 *
 * @param token what the bot signs in with
 * @param apiUrl where Discord's REST interface is; null for Discord's own
 * @param gatewayUrl where Discord's gateway is; null for the one that Discord names
 * @param shards the shards that this process serves; null for as many as Discord advises, all here
 * @param operators ids of the users who may do what concerns every server; empty for nobody
 * @param limits how much at once, and for how long
 */
public record DiscordSettings(
    BotToken token,
    @Nullable URI apiUrl,
    @Nullable URI gatewayUrl,
    @Nullable Shards shards,
    Set<Long> operators,
    Limits limits) {

  public DiscordSettings {
    operators = Set.copyOf(operators);
  }

  /**
   * A range of shards, both ends included. Immutable.
   *
   * @param total how many there are in all processes together, 1 to 16,384
   * @param first the first that this process serves, from 0
   * @param last the last that it serves, below {@code total}
   */
  public record Shards(int total, int first, int last) {
    /** How many shards there may be in all; Discord's largest bots have some thousands. */
    public static final Bounds<Integer> TOTAL = new Bounds<>(1, 16_384);

    public Shards {
      TOTAL.check("total", total);
      if (first < 0 || first > last || last >= total) {
        throw new IllegalArgumentException(
            "shards must be 0 <= first <= last < total, but are %d to %d of %d"
                .formatted(first, last, total));
      }
    }
  }

  /**
   * How much at once, and for how long. Immutable.
   *
   * @param answersAtOnce how many answers are made at the same time
   * @param answersWaiting how many questions may wait for that before one is turned away
   * @param memberAsksPerMinute how many questions a member may ask
   * @param serverAsksPerMinute how many questions the members of a server may ask together
   * @param stopWithin how long answers under way may take when the bot is stopped
   * @param receiptsKept how long a receipt shows the same answer again
   */
  public record Limits(
      int answersAtOnce,
      int answersWaiting,
      int memberAsksPerMinute,
      int serverAsksPerMinute,
      Duration stopWithin,
      Duration receiptsKept) {
    public static final Bounds<Integer> ANSWERS_AT_ONCE = new Bounds<>(1, 256);
    public static final Bounds<Integer> ANSWERS_WAITING = new Bounds<>(0, 10_000);
    public static final Bounds<Integer> MEMBER_ASKS_PER_MINUTE = new Bounds<>(1, 600);
    public static final Bounds<Integer> SERVER_ASKS_PER_MINUTE = new Bounds<>(1, 6_000);
    public static final Bounds<Duration> STOP_WITHIN =
        new Bounds<>(Duration.ofSeconds(1), Duration.ofSeconds(60));
    public static final Bounds<Duration> RECEIPTS_KEPT =
        new Bounds<>(Duration.ofDays(1), Duration.ofDays(3_650));

    /** The limits of an operator who sets none. */
    public static final Limits STANDARD =
        new Limits(16, 200, 8, 60, Duration.ofSeconds(10), Duration.ofDays(180));

    public Limits {
      ANSWERS_AT_ONCE.check("answersAtOnce", answersAtOnce);
      ANSWERS_WAITING.check("answersWaiting", answersWaiting);
      MEMBER_ASKS_PER_MINUTE.check("memberAsksPerMinute", memberAsksPerMinute);
      SERVER_ASKS_PER_MINUTE.check("serverAsksPerMinute", serverAsksPerMinute);
      STOP_WITHIN.check("stopWithin", stopWithin);
      RECEIPTS_KEPT.check("receiptsKept", receiptsKept);
    }
  }
}
