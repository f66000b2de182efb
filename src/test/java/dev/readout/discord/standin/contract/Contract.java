package dev.readout.discord.standin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.journal.Journal;
import dev.readout.discord.standin.message.MessageFlag;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.UploadedFile;
import java.util.List;
import java.util.Optional;

/**
 * What Discord takes from a bot. Without Discord's document only our own rules are held.
 * Thread-safe; loading takes a second the first time.
 */
public final class Contract {
  private static final int MAX_CHOICES = 25;

  private final Optional<DiscordDocument> document;

  private Contract(Optional<DiscordDocument> document) {
    this.document = document;
  }

  /** Read once, when it is first asked for. */
  private static final class Loaded {
    private static final Contract CONTRACT =
        new Contract(DiscordDocument.find().map(DiscordDocument::ofRequests));
  }

  /** The contract, with Discord's document if it is there. */
  public static Contract load() {
    return Loaded.CONTRACT;
  }

  /** The contract by our own rules alone. */
  static Contract ownRules() {
    return new Contract(Optional.empty());
  }

  /** What is wrong with all requests of a journal. */
  public List<Violation> violations(Journal journal) {
    return journal.exchanges().stream().flatMap(e -> violations(e).stream()).toList();
  }

  /**
   * What is wrong with the stand-in's own answers, by Discord's document; nothing without it. For
   * tests of the stand-in.
   */
  public List<Violation> answerViolations(Journal journal) {
    return DiscordDocument.find().map(DiscordDocument::ofAnswers).stream()
        .flatMap(
            answers ->
                journal.exchanges().stream()
                    .flatMap(exchange -> AnswerKind.violations(exchange, answers).stream()))
        .toList();
  }

  /** What is wrong with a request. */
  public List<Violation> violations(Exchange exchange) {
    return violations(exchange.method(), exchange.path(), exchange.body(), exchange.files());
  }

  /** What is wrong with a body sent to this method and path (without "/api/v10/"). */
  public List<Violation> violations(
      String method, String path, JsonNode body, List<UploadedFile> files) {
    Findings findings = new Findings(method + " " + path);
    RequestKind.of(method, path)
        .ifPresent(
            kind -> {
              checkDocument(kind, body, findings);
              checkRules(kind, body, files, findings);
            });
    return findings.violations();
  }

  private void checkDocument(RequestKind kind, JsonNode body, Findings findings) {
    if (document.isEmpty()) {
      return;
    }
    JsonNode mended = FalseAlarms.removed(kind.described(body));
    if (kind == RequestKind.COMMANDS) {
      findings.require(mended.isArray(), "openapi", "not a list", body);
      Json.elements(mended).forEach(command -> check(kind.schema(command), command, findings));
    } else {
      check(kind.schema(body), mended, findings);
    }
  }

  private void check(String schema, JsonNode body, Findings findings) {
    document
        .map(discord -> discord.errors(schema, body))
        .orElse(List.of())
        .forEach(error -> findings.require(false, "openapi", schema + " " + error, body));
  }

  private static void checkRules(
      RequestKind kind, JsonNode body, List<UploadedFile> files, Findings findings) {
    switch (kind) {
      case COMMANDS -> CommandRules.checkAll(body, findings);
      case COMMAND -> CommandRules.check(body, findings);
      // A part of a command only, which the rules for whole ones do not fit.
      case COMMAND_EDIT -> {}
      case CALLBACK -> checkCallback(body, files, findings);
      case FOLLOW_UP -> MessageRules.check(body, files, MessageRules.Act.ANSWER, findings);
      case CHANNEL_MESSAGE -> MessageRules.check(body, files, MessageRules.Act.POST, findings);
      case WEBHOOK_EDIT, CHANNEL_EDIT ->
          MessageRules.check(body, files, MessageRules.Act.EDIT, findings);
    }
  }

  private static void checkCallback(JsonNode body, List<UploadedFile> files, Findings findings) {
    JsonNode data = body.path("data");
    switch (body.path("type").asInt()) {
      case Acknowledgement.MESSAGE ->
          MessageRules.check(data, files, MessageRules.Act.ANSWER, findings);
      case Acknowledgement.UPDATE ->
          MessageRules.check(data, files, MessageRules.Act.EDIT, findings);
      case Acknowledgement.DEFERRED_MESSAGE -> checkDeferral(data, findings);
      case Acknowledgement.DEFERRED_UPDATE ->
          findings.require(Json.isEmpty(data), "deferral", "no data", body);
      case Acknowledgement.CHOICES -> {
        JsonNode choices = data.path("choices");
        findings.require(choices.size() <= MAX_CHOICES, "choices", "over 25", data);
        Json.elements(choices).forEach(choice -> CommandRules.checkChoice(choice, findings));
      }
      case Acknowledgement.MODAL -> ModalRules.check(data, findings);
      default -> findings.require(false, "callback-type", "no such type", body);
    }
  }

  private static void checkDeferral(JsonNode data, Findings findings) {
    boolean isEphemeralOnly =
        (data.path("flags").asInt() & ~MessageFlag.EPHEMERAL.bit()) == 0
            && data.size() <= (data.has("flags") ? 1 : 0);
    findings.require(isEphemeralOnly, "deferral", "only the flag EPHEMERAL", data);
  }
}
