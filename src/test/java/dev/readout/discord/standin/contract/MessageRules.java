package dev.readout.discord.standin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.message.MessageFlag;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.UploadedFile;
import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules for messages that the document does not have, and two promises of this project: nobody is
 * pinged, and no link grows a preview. Source: Discord's documentation of messages and components.
 */
final class MessageRules {
  /** How a message comes to be. */
  enum Act {
    /** A reply or follow-up to an interaction. */
    ANSWER(4 | 64 | 4096 | 32768),
    /** A message that answers nobody. */
    POST(4 | 4096 | 32768),
    /** A change of a message. */
    EDIT(4 | 32768);

    private final int allowedFlags;

    Act(int allowedFlags) {
      this.allowedFlags = allowedFlags;
    }
  }

  private static final int MAX_CONTENT = 2000;
  private static final int MAX_EMBEDS = 6000;

  /** A link that Discord would preview: not between angle brackets. */
  private static final Pattern BARE_LINK = Pattern.compile("(?<!<)https?://");

  private final JsonNode body;
  private final List<UploadedFile> files;
  private final Act act;
  private final Findings findings;
  private final boolean isV2;

  private MessageRules(JsonNode body, List<UploadedFile> files, Act act, Findings findings) {
    this.body = body;
    this.files = files;
    this.act = act;
    this.findings = findings;
    this.isV2 = MessageFlag.IS_COMPONENTS_V2.isIn(body.path("flags").asInt());
  }

  static void check(JsonNode body, List<UploadedFile> files, Act act, Findings findings) {
    MessageRules rules = new MessageRules(body, files, act, findings);
    rules.checkEmpty();
    rules.checkFlags();
    rules.checkContent();
    rules.checkMentions();
    rules.checkFiles();
    rules.checkAddresses();
    // An edit without flags keeps those of the message, which are not known here.
    boolean isV2Possible = rules.isV2 || (act == Act.EDIT && !body.has("flags"));
    new ComponentRules(body.path("components"), findings).check(rules.isV2, isV2Possible);
  }

  private void checkEmpty() {
    Stream<String> parts = Stream.of("content", "embeds", "components", "attachments", "poll");
    boolean isShowing =
        act == Act.EDIT
            ? parts.anyMatch(part -> body.has(part)) || body.has("flags") || !files.isEmpty()
            : parts.anyMatch(part -> !Json.isEmpty(body.path(part))) || !files.isEmpty();
    findings.require(isShowing, "empty-message", "nothing to show", body);
  }

  private void checkFlags() {
    int unknown = body.path("flags").asInt() & ~act.allowedFlags;
    findings.require(unknown == 0, "flags", unknown + " cannot be set here", body);
    if (isV2) {
      for (String field : List.of("content", "embeds", "poll", "sticker_ids")) {
        findings.require(
            Json.isEmpty(body.path(field)), "v2-with-" + field, "not with Components V2", body);
      }
    }
  }

  private void checkContent() {
    String content = body.path("content").asText();
    boolean isSuppressed = MessageFlag.SUPPRESS_EMBEDS.isIn(body.path("flags").asInt());
    boolean hasEmbeds = !Json.isEmpty(body.path("embeds"));
    findings.require(
        CommandRules.length(content) <= MAX_CONTENT, "content-length", "over 2000", body);
    findings.require(
        body.path("content").isNull() || isSuppressed || !BARE_LINK.matcher(content).find(),
        "link-preview",
        "a link without SUPPRESS_EMBEDS",
        body);
    findings.require(
        !(isSuppressed && hasEmbeds), "suppressed-embeds", "SUPPRESS_EMBEDS hides these", body);
    int length = Json.elements(body.path("embeds")).mapToInt(MessageRules::embedLength).sum();
    findings.require(length <= MAX_EMBEDS, "embeds-length", length + " of 6000", body);
  }

  private static int embedLength(JsonNode embed) {
    Stream<JsonNode> fields =
        Json.elements(embed.path("fields"))
            .flatMap(field -> Stream.of(field.path("name"), field.path("value")));
    Stream<JsonNode> rest =
        Stream.of(
            embed.path("title"),
            embed.path("description"),
            embed.path("footer").path("text"),
            embed.path("author").path("name"));
    return Stream.concat(fields, rest).mapToInt(t -> CommandRules.length(t.asText())).sum();
  }

  private void checkMentions() {
    boolean hasText =
        Stream.of("content", "embeds", "components")
            .anyMatch(field -> !Json.isEmpty(body.path(field)));
    if (!hasText) {
      return;
    }
    JsonNode mentions = body.path("allowed_mentions");
    findings.require(
        mentions.path("parse").isArray(), "allowed-mentions", "parse: [] is missing", body);
    // JDA always says that the author of a message replied to is pinged, also where there is none.
    boolean pingsAuthor =
        body.has("message_reference") && mentions.path("replied_user").asBoolean(true);
    boolean isAny =
        pingsAuthor
            || Stream.of("parse", "users", "roles").anyMatch(f -> !Json.isEmpty(mentions.path(f)));
    findings.require(!isAny, "allowed-mentions", "somebody may be pinged", mentions);
  }

  private void checkFiles() {
    List<String> names = files.stream().map(file -> "attachment://" + file.name()).toList();
    List<String> used = texts(body).filter(text -> text.startsWith("attachment://")).toList();
    if (act != Act.EDIT) {
      used.forEach(url -> findings.require(names.contains(url), "unknown-attachment", url, body));
    }
    if (isV2) {
      names.forEach(name -> findings.require(used.contains(name), "unshown-file", name, body));
    }
  }

  private void checkAddresses() {
    findings.require(
        texts(body).noneMatch(text -> text.contains("file://")), "file-url", "file://", body);
  }

  private static Stream<String> texts(JsonNode node) {
    Stream.Builder<String> texts = Stream.builder();
    ArrayDeque<JsonNode> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      JsonNode next = open.removeFirst();
      if (next.isTextual()) {
        texts.add(next.asText());
      }
      next.forEach(open::addLast);
    }
    return texts.build();
  }
}
