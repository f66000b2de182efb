package dev.readout.discord;

import dev.readout.discord.command.Observer;
import dev.readout.discord.command.Observer.ConnectionChange;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.events.Event;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator how the connections fare; JDA reconnects by itself. Thread-safe. */
final class ConnectionListener extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionListener.class);

  private final CompletableFuture<Bot.End> ended;
  private final Observer observer;

  ConnectionListener(CompletableFuture<Bot.End> ended, Observer observer) {
    this.ended = ended;
    this.observer = observer;
  }

  @Override
  public void onReady(ReadyEvent event) {
    observer.connection(ConnectionChange.READY);
    LOG.info(
        "connected as {} in {} servers (shard {})",
        event.getJDA().getSelfUser().getName(),
        event.getGuildTotalCount(),
        shard(event));
  }

  private static int shard(Event event) {
    return event.getJDA().getShardInfo().getShardId();
  }

  @Override
  public void onSessionDisconnect(SessionDisconnectEvent event) {
    observer.connection(ConnectionChange.LOST);
    CloseCode code = event.getCloseCode();
    LOG.warn(
        "lost the connection to Discord, {}; reconnecting (shard {})",
        code == null ? "no reason given" : code.getMeaning(),
        shard(event));
  }

  @Override
  public void onSessionResume(SessionResumeEvent event) {
    observer.connection(ConnectionChange.RESUMED);
    LOG.info("connected again, nothing missed (shard {})", shard(event));
  }

  @Override
  public void onSessionRecreate(SessionRecreateEvent event) {
    observer.connection(ConnectionChange.RECREATED);
    LOG.info("connected again, in a new session (shard {})", shard(event));
  }

  @Override
  public void onShutdown(ShutdownEvent event) {
    CloseCode code = event.getCloseCode();
    if (code == CloseCode.AUTHENTICATION_FAILED) {
      LOG.error("Discord no longer takes the token; copy it anew from the developer portal");
      ended.complete(Bot.End.TOKEN_REFUSED);
      return;
    }
    if (code != null && !code.isReconnect()) {
      LOG.error("Discord ended the connection for good: {}", code.getMeaning());
    }
    ended.complete(Bot.End.DISCONNECTED);
  }
}
