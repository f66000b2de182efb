package dev.readout.discord.command;

import dev.readout.answer.reading.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.access.Rights;
import dev.readout.discord.observation.Arrival;
import dev.readout.discord.observation.Ending;
import dev.readout.discord.render.Frame;
import dev.readout.store.ServerSettings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a member asks of a command, a button or a form. Immutable.
 *
 * @param caller who asks
 * @param server how their server has set the bot; null outside servers
 * @param filled what they filled in
 * @param isPrivate whether only they see the reply
 * @param arrival is told what becomes of it
 */
public record Request(
    Caller caller,
    @Nullable ServerSettings server,
    Filled filled,
    boolean isPrivate,
    Arrival arrival) {

  /**
   * The same with a reply that others see or do not.
   *
   * @param isPrivate whether only who asks sees it
   */
  public Request inPrivate(boolean isPrivate) {
    return new Request(caller, server, filled, isPrivate, arrival);
  }

  /** The id of who asks. */
  public long member() {
    return caller.member();
  }

  /** What they may see. */
  public Scope scope() {
    return caller.scope();
  }

  /** What the reply is to be in. */
  public Language language() {
    return caller.language();
  }

  /** What they may do here and now. */
  public Rights rights() {
    return caller.rights();
  }

  /** The subcommand, such as {@code add}; empty where there is none. */
  public String subcommand() {
    return filled.subcommand();
  }

  /** What was filled in; empty for nothing but spaces. */
  public Optional<String> option(String name) {
    return Optional.ofNullable(filled.texts().get(name)).filter(value -> !value.isBlank());
  }

  /** What was filled in for an option that Discord insists on. */
  public String required(String name) {
    return filled.texts().getOrDefault(name, "");
  }

  /** What was chosen in a form's menu; nothing where nothing was. */
  public List<String> chosen(String name) {
    return filled.lists().getOrDefault(name, List.of());
  }

  /** The files of an option or a field; none where none was attached. */
  public List<Upload> files(String name) {
    return filled.files().getOrDefault(name, List.of());
  }

  /** The surroundings of a reply without a receipt. */
  public Frame frame() {
    return frame(null);
  }

  Frame frame(@Nullable String receipt) {
    return new Frame(
        member(),
        isPrivate,
        server == null || server.feedback(),
        receipt,
        option("for").map(Long::valueOf).orElse(null));
  }

  /** It has been dealt with; the first time counts. */
  public void end(Ending ending) {
    arrival.end(ending, language());
  }

  boolean keepsQuestions() {
    return server != null && server.keepQuestions();
  }
}
