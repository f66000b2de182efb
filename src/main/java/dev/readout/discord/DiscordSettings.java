package dev.readout.discord;

import dev.readout.config.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may set of the bot at Discord, addresses null for Discord's own; operators may
 * do what concerns every server. Immutable.
 */
public record DiscordSettings(
    @Setting(otherwise = "none; it must be set", secret = true) BotToken token,
    @Setting(
            of = {"https", "http"},
            otherwise = "Discord's own")
        @Nullable URI apiUrl,
    @Setting(
            of = {"wss", "ws"},
            otherwise = "the one that Discord names")
        @Nullable URI gatewayUrl,
    Shards shards,
    @Setting(otherwise = "nobody") Set<Long> operators,
    Limits limits) {

  public DiscordSettings {
    operators = Set.copyOf(operators);
  }

  /**
   * A range of shards from 0, both ends included, of so many in all processes together; a total of
   * 0 is as many as Discord advises, all here, a last of -1 the last of all. Immutable.
   */
  public record Shards(
      @Setting(least = "1", most = "16384", otherwise = "decided by Discord") int total,
      @Setting(least = "0", most = "16383") int first,
      @Setting(least = "0", most = "16383", otherwise = "the last there is") int last) {
    /** As many as Discord advises, all in this process. */
    public static final Shards ADVISED = new Shards(0, 0, -1);

    public Shards {
      if (total == 0 && (first != 0 || last != -1)) {
        throw new IllegalArgumentException("stands alone; set discord.shards.total too");
      }
      last = total > 0 && last == -1 ? total - 1 : last;
      if (total > 0 && (first < 0 || first > last || last >= total)) {
        throw new IllegalArgumentException(
            "makes shards %d to %d of %d; write first <= last < total, counted from 0"
                .formatted(first, last, total));
      }
    }
  }

  /**
   * How much at once, and for how long: answers made and waiting, asks a minute, how long those
   * under way may take when the bot stops, how long a receipt shows the same answer, and how long a
   * server that the bot has left finds all as it was. Immutable.
   */
  public record Limits(
      @Setting(least = "1", most = "256") int answersAtOnce,
      @Setting(least = "0", most = "10000") int answersWaiting,
      @Setting(least = "1", most = "600") int memberAsksPerMinute,
      @Setting(least = "1", most = "6000") int serverAsksPerMinute,
      @Setting(least = "1s", most = "60s") Duration stopWithin,
      @Setting(least = "1d", most = "3650d") Duration receiptsKept,
      @Setting(least = "1d", most = "365d") Duration keptAfterLeaving) {

    /** The limits of an operator who sets none. */
    public static final Limits STANDARD =
        new Limits(
            16, 200, 8, 60, Duration.ofSeconds(10), Duration.ofDays(180), Duration.ofDays(30));
  }

  /**
   * What the bot signs in with: 1 to 200 visible ASCII characters, no quotation marks. Immutable.
   * Neither its text form nor any message shows it.
   */
  public record BotToken(String value) {
    /** Today's tokens have about 72 characters. */
    private static final int MAX_CHARS = 200;

    /** Checks the form only, without showing it; whether Discord knows it shows at sign-in. */
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
}
