package dev.readout.discord.command;

import dev.readout.answer.reading.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.render.Frame;
import dev.readout.store.ServerSettings;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a member asks of a command. Immutable.
 *
 * @param member the id of who asks
 * @param scope what they may see
 * @param language what the reply is to be in
 * @param server how their server has set the bot; null outside servers
 * @param options what they filled in, by the options' names
 * @param isPrivate whether only they see the reply
 */
public record Request(
    long member,
    Scope scope,
    Language language,
    @Nullable ServerSettings server,
    Map<String, String> options,
    boolean isPrivate) {
  public Request {
    options = Map.copyOf(options);
  }

  /** What was filled in; empty for nothing but spaces. */
  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
  }

  /** What was filled in for an option that Discord insists on. */
  String required(String name) {
    return options.getOrDefault(name, "");
  }

  /** The surroundings of a reply without a receipt. */
  Frame frame() {
    return frame(null);
  }

  Frame frame(@Nullable String receipt) {
    return new Frame(
        member,
        isPrivate,
        server == null || server.feedback(),
        receipt,
        option("for").map(Long::valueOf).orElse(null));
  }

  boolean keepsQuestions() {
    return server != null && server.keepQuestions();
  }
}
