package dev.readout.ops.metric;

import dev.readout.discord.Bot;
import dev.readout.discord.Load;
import java.util.function.Supplier;

/** The connections to Discord, and how much work there is. */
final class BotMeters {
  private static final double MILLIS = 1000;

  private BotMeters() {}

  static void add(Meters meters, Bot bot) {
    meters.gauge(
        "readout.gateway.shards", "Shards of this process", () -> bot.connections().shards());
    meters.gauge(
        "readout.gateway.shards.connected",
        "Shards of this process that are connected",
        () -> bot.connections().connected());
    meters.seconds(
        "readout.gateway.ping",
        "How long Discord's gateway takes to reply",
        () -> ping(bot.connections().pingMillis()));
    meters.gauge(
        "readout.events.waiting",
        "Events of Discord's that wait to be looked at",
        bot::eventsWaiting);
    add(meters, Crew.MEMBERS, bot::membersLoad);
    add(meters, Crew.MODERATORS, bot::moderatorsLoad);
  }

  private static double ping(long millis) {
    return millis < 0 ? Double.NaN : millis / MILLIS;
  }

  private static void add(Meters meters, Crew crew, Supplier<Load> load) {
    String[] tags = {"crew", Words.of(crew)};
    meters.gauge("readout.work.running", "Replies being made", () -> load.get().running(), tags);
    meters.gauge("readout.work.waiting", "Replies to be made", () -> load.get().waiting(), tags);
    meters.gauge(
        "readout.work.places",
        "How many of both there may be before more are turned away",
        () -> load.get().places(),
        tags);
  }
}
