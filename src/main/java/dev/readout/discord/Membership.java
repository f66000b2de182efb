package dev.readout.discord;

import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.render.Reply;
import dev.readout.store.Departures;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.utils.MiscUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes which servers the bot is in, so that it looks at nothing for one that it has left. What
 * happened while it was not connected shows when it is. Says hello where it joins. Thread-safe.
 */
record Membership(Departures departures, BiFunction<Scope, Language, Reply> welcome)
    implements EventListener {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

  @Override
  public void onEvent(GenericEvent event) {
    switch (event) {
      case ReadyEvent ready -> later(() -> noteAll(ready.getJDA()));
      case GuildJoinEvent join -> later(() -> join(join.getGuild()));
      case GuildLeaveEvent leave ->
          later(() -> note(Scope.ofServer(leave.getGuild().getIdLong()), false));
      default -> {} // nothing about where the bot is
    }
  }

  private void noteAll(JDA shard) {
    JDA.ShardInfo info = shard.getShardInfo();
    for (Scope server : departures.withSomething()) {
      long id = server.server().orElseThrow();
      if (MiscUtil.getShardForGuild(id, info.getShardTotal()) == info.getShardId()) {
        note(server, shard.getGuildById(id) != null || shard.isUnavailable(id));
      }
    }
  }

  private void join(Guild guild) {
    Scope server = Scope.ofServer(guild.getIdLong());
    note(server, true);
    greet(guild, welcome.apply(server, Requests.language(guild.getLocale())));
  }

  /** Where the server greets people, else in the first channel that the bot may write to. */
  private static void greet(Guild guild, Reply welcome) {
    Stream.concat(Stream.ofNullable(guild.getSystemChannel()), guild.getTextChannels().stream())
        .filter(TextChannel::canTalk)
        .findFirst()
        .ifPresent(
            channel ->
                channel
                    .sendMessage(welcome.create())
                    .queue(
                        _ -> {},
                        failure -> LOG.info("a welcome was not taken: {}", failure.toString())));
  }

  private void note(Scope server, boolean isThere) {
    if (isThere && departures.comeBack(server)) {
      LOG.info("back in {}: its feeds go on", server.id());
    } else if (!isThere && departures.leave(server)) {
      LOG.info("no longer in {}: its feeds stop; what it has is deleted later", server.id());
    }
  }

  /** A database may keep its callers waiting; Discord's events must not. */
  private static void later(Runnable work) {
    Thread.startVirtualThread(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.warn("which servers the bot is in cannot be noted: {}", e.getMessage());
          }
        });
  }
}
