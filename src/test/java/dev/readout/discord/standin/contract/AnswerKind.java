package dev.readout.discord.standin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.wire.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of answers that the stand-in itself gives, and where the document describes them. */
enum AnswerKind {
  SELF("users/@me", "UserPIIResponse"),
  GATEWAY("gateway/bot", "GatewayBotResponse"),
  COMMANDS("applications/.*/commands(/.*)?", "ApplicationCommandResponse"),
  CALLBACK("interactions/.*", "InteractionCallbackResponse"),
  WEBHOOK("webhooks/.*", "MessageResponse"),
  CHANNEL("channels/.*/messages(/.*)?", "MessageResponse");

  private final String path;
  private final String schema;

  AnswerKind(String path, String schema) {
    this.path = path;
    this.schema = schema;
  }

  static Set<String> schemas() {
    return Arrays.stream(values()).map(kind -> kind.schema).collect(Collectors.toSet());
  }

  /** What is wrong with the answer to a request that was not refused. */
  static List<Violation> violations(Exchange exchange, DiscordDocument document) {
    Findings findings = new Findings(exchange.method() + " " + exchange.path());
    Optional<AnswerKind> kind =
        Arrays.stream(values()).filter(k -> exchange.path().matches(k.path)).findFirst();
    if (exchange.status() == 200 && kind.isPresent()) {
      JsonNode answer = exchange.answer();
      (answer.isArray() ? Json.elements(answer).toList() : List.of(answer))
          .forEach(
              one ->
                  document
                      .errors(kind.get().schema, one)
                      .forEach(error -> findings.require(false, "openapi", error, one)));
    }
    return findings.violations();
  }
}
