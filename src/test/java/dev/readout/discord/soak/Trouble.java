package dev.readout.discord.soak;

import dev.readout.discord.standin.StandIn;
import dev.readout.discord.standin.gateway.Gateway;
import dev.readout.discord.standin.rest.RestFault;
import java.time.Duration;

/**
 * What goes wrong at Discord now and then: the gateway goes away, requests are refused for a while
 * or answered late. Confined to one thread.
 */
final class Trouble {
  private static final String EDITS = "webhooks/.*/messages/@original";
  private static final String CALLBACKS = "interactions/.*";

  private final Gateway gateway;
  private final StandIn discord;
  private final Outages outages;

  Trouble(StandIn discord, Outages outages) {
    this.discord = discord;
    this.gateway = discord.gateway();
    this.outages = outages;
  }

  /** The connection is cut, and the session resumed. */
  void cut() {
    int resumed = gateway.resumed();
    interrupt(gateway::cut, () -> gateway.awaitResumed(resumed + 1));
  }

  /** Discord asks the bot to connect anew, as it does every few hours, and the session resumes. */
  void reconnect() {
    int resumed = gateway.resumed();
    interrupt(gateway::requestReconnect, () -> gateway.awaitResumed(resumed + 1));
  }

  /** The session is lost, and the bot has to begin a new one. */
  void loseSession() {
    int identified = gateway.identified();
    interrupt(
        () -> gateway.invalidateSessions(/* isResumable= */ false),
        () -> gateway.awaitIdentified(identified + 1));
  }

  private void interrupt(Runnable fault, Runnable recovery) {
    outages.begin();
    try {
      fault.run();
      recovery.run();
    } finally {
      outages.end();
    }
  }

  /** Some answers have to wait, since the bot asks too often. */
  void limitRate() {
    discord.fail(RestFault.on("PATCH", EDITS).rateLimited(1).times(5));
  }

  /** Some requests meet a server of Discord's that is broken, one an acknowledgement. */
  void breakServers() {
    discord.fail(RestFault.on("PATCH", EDITS).status(502).times(5));
    discord.fail(RestFault.on("POST", CALLBACKS).status(502).times(1));
  }

  /** Some answers are taken at once but confirmed late, and some connections are ended. */
  void slowDown() {
    discord.fail(RestFault.on("PATCH", EDITS).slow(Duration.ofSeconds(5)).times(3));
    discord.fail(RestFault.on("PATCH", EDITS).destroyed().times(2));
  }
}
