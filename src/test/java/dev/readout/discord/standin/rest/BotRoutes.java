package dev.readout.discord.standin.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.wire.Json;
import java.util.List;
import java.util.function.Supplier;

/** Who the bot is, and where the gateway is. */
record BotRoutes(ObjectNode bot, Supplier<String> gatewayUrl, int shards) {
  private static final int IDENTIFIES_PER_DAY = 1000;

  List<Route> routes() {
    return List.of(
        Route.of("GET", "users/@me", request -> Answer.ok(bot)),
        Route.open("GET", "gateway", request -> Answer.ok(gateway())),
        Route.of("GET", "gateway/bot", request -> Answer.ok(gatewayBot())),
        Route.of("GET", "oauth2/applications/@me", request -> Answer.ok(application())),
        Route.of("GET", "applications/@me", request -> Answer.ok(application())));
  }

  private ObjectNode gateway() {
    return Json.object().put("url", gatewayUrl.get());
  }

  private ObjectNode gatewayBot() {
    ObjectNode answer = gateway().put("shards", shards);
    answer
        .putObject("session_start_limit")
        .put("total", IDENTIFIES_PER_DAY)
        .put("remaining", IDENTIFIES_PER_DAY - 1)
        .put("reset_after", 86_400_000)
        .put("max_concurrency", 1);
    return answer;
  }

  private ObjectNode application() {
    ObjectNode owner = Json.object().put("id", "310000000000000002").put("username", "Owner");
    ObjectNode application = Json.object();
    application.set("id", bot.path("id"));
    application.set("name", bot.path("username"));
    application.put("description", "").put("bot_public", true).put("flags", 0);
    application.put("bot_require_code_grant", false).putNull("icon").set("owner", owner);
    return application;
  }
}
