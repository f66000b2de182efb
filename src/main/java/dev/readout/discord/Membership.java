package dev.readout.discord;

import dev.readout.corpus.Scope;
import dev.readout.store.Departures;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes which servers the bot is in, so that it looks at nothing for one that it has left. What
 * happened while it was not connected shows when it is. Thread-safe.
 */
final class Membership extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

  /** Discord's own rule for which shard a server belongs to. */
  private static final int SHARD_SHIFT = 22;

  private final Departures departures;

  Membership(Departures departures) {
    this.departures = departures;
  }

  @Override
  public void onReady(ReadyEvent event) {
    JDA shard = event.getJDA();
    later(
        () -> {
          for (Scope server : departures.withSomething()) {
            long id = server.server().orElseThrow();
            JDA.ShardInfo info = shard.getShardInfo();
            if ((id >>> SHARD_SHIFT) % info.getShardTotal() == info.getShardId()) {
              note(server, shard.getGuildById(id) != null || shard.isUnavailable(id));
            }
          }
        });
  }

  @Override
  public void onGuildLeave(GuildLeaveEvent event) {
    later(() -> note(Scope.ofServer(event.getGuild().getIdLong()), false));
  }

  @Override
  public void onGuildJoin(GuildJoinEvent event) {
    later(() -> note(Scope.ofServer(event.getGuild().getIdLong()), true));
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
