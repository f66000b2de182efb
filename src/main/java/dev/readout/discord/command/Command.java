package dev.readout.discord.command;

import dev.readout.answer.Completions.Choice;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.modals.Modal;

/** A slash command or an entry of a message's menu. Thread-safe. */
public interface Command {

  /** What Discord is told of it, in every language. */
  CommandData data();

  /** What is replied; may take as long as a search. */
  Reply reply(Request request);

  /**
   * The same for work that takes minutes and says how far it is; from any thread, as often as it
   * likes, since what Discord would not take so quickly is left out.
   */
  default Reply reply(Request request, Consumer<Reply> progress) {
    return reply(request);
  }

  /**
   * A form to open instead of replying; empty for a reply. Whether there is one is said at once,
   * from the request alone; making it may take as long as one look into the database.
   */
  default Optional<Supplier<Opening>> form(Request request) {
    return Optional.empty();
  }

  /**
   * What is wrong with what was filled in, as far as it shows by itself: told to who asks alone,
   * before anything is acknowledged. At once, from memory.
   */
  default Optional<Reply> mistake(Request request) {
    return Optional.empty();
  }

  /** Whom it is for; moderators' and operators' replies are always private. */
  default Access access() {
    return Access.MEMBER;
  }

  /** Whether it asks for an answer from the sources. */
  default boolean isQuestion() {
    return false;
  }

  /** Whether it counts towards what members may ask in a minute. */
  default boolean isCounted() {
    return true;
  }

  /** Whether only who asks sees the reply unless they or their server say otherwise. */
  default boolean isPrivate() {
    return access() != Access.MEMBER;
  }

  /**
   * Choices for an option that is being typed, at most 25; empty where every option of that name
   * has the same ones. May take as long as one look into the index or the database; what comes
   * later than a second is not shown.
   */
  default Optional<List<Choice>> complete(String option, String typed, Request request) {
    return Optional.empty();
  }

  /**
   * What comes of asking for a form. Discord takes a form only as the first answer, so it is made
   * before anything is acknowledged.
   */
  sealed interface Opening {
    /** The form; its id is a {@code ComponentId}, by which it is known again when it is sent in. */
    record Form(Modal modal) implements Opening {}

    /** A private reply instead of one: what was to be edited is gone, say. */
    record Instead(Reply reply) implements Opening {}
  }
}
