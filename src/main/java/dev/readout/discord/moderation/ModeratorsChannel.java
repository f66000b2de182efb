package dev.readout.discord.moderation;

import dev.readout.corpus.Scope;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.WatchPhrase;
import dev.readout.discord.watch.Watcher;
import dev.readout.store.AuditTable;
import dev.readout.store.MatterTable;
import dev.readout.store.WatchTable;
import dev.readout.store.WatchTable.Kind;
import dev.readout.store.WatchTable.Place;
import dev.readout.store.WatchTable.Watch;
import java.util.Optional;
import java.util.function.LongPredicate;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/**
 * {@code /settings channel moderators}: where moderators are told what waits for them; nowhere at
 * first. Thread-safe.
 */
public record ModeratorsChannel(
    MatterTable matters,
    WatchTable watches,
    Watcher watcher,
    AuditTable audit,
    LongPredicate mayWrite) {
  static final String SUBCOMMAND = "channel moderators";
  private static final String CHANNEL = "channel";
  private static final String CLEAR = "clear";

  private static final String SUBJECT = "all";

  static SubcommandGroupData data() {
    return CommandForm.group(
        CHANNEL,
        CommandForm.subcommand(
            "moderators",
            CommandForm.channel(CHANNEL),
            CommandForm.option(OptionType.BOOLEAN, CLEAR)));
  }

  /** That of the server; 0 for none. */
  long of(Request request) {
    return matters.place(server(request)).map(Place::channel).orElse(0L);
  }

  private static Scope server(Request request) {
    return Scope.ofServer(request.caller().location().server());
  }

  private static long chosen(Request request) {
    return request.option(CHANNEL).map(Long::parseLong).orElse(0L);
  }

  /** What is other by what was filled in, as in {@link #moved}. */
  Optional<String> changed(Request request) {
    long channel = chosen(request);
    boolean isCleared = request.option(CLEAR).filter(Boolean::parseBoolean).isPresent();
    return channel == 0 && !isCleared ? Optional.of("") : moved(request, channel);
  }

  /**
   * Has them told in the channel, 0 for none, from now on, also what waits to be sent; what is
   * other, as the audit log says it, if anything. Empty where the bot may not write or the server
   * watches in too many channels.
   */
  Optional<String> moved(Request request, long channel) {
    Scope server = server(request);
    Optional<Place> before = matters.place(server);
    long old = before.map(Place::channel).orElse(0L);
    if (old == channel) {
      return Optional.of("");
    }
    if (channel != 0 && !mayWrite.test(channel)) {
      return Optional.empty();
    }
    Place place = Place.of(server, channel, 0, request.language().wireName());
    if (channel != 0 && !watcher.watch(place, Kind.MODERATORS, SUBJECT)) {
      return Optional.empty();
    }
    before.ifPresent(was -> watches.stop(new Watch(was.key(), Kind.MODERATORS, SUBJECT)));
    String change = "moderators are told in: " + named(old) + " → " + named(channel);
    audit.add(server, request.caller().actor(), "settings.change", "settings", change);
    return Optional.of(change);
  }

  private static String named(long channel) {
    return channel == 0 ? "none" : Long.toUnsignedString(channel);
  }

  /** Why they cannot be told there. */
  Reply refusal(Request request) {
    String where = "<#" + Long.toUnsignedString(chosen(request)) + ">";
    return mayWrite.test(chosen(request))
        ? request.text(
            WatchPhrase.NOT_ADDED, where, WatchTable.MAX_A_PLACE, WatchTable.MAX_CHANNELS)
        : request.text(WatchPhrase.MAY_NOT_WRITE, where);
  }
}
