package dev.readout.discord.command;

import dev.readout.answer.desk.Completions.Choice;
import dev.readout.discord.render.Reply;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** A slash command or an entry of a message's menu. Thread-safe. */
public interface Command {

  /** What Discord is told of it, in every language. */
  CommandData data();

  /** What is replied; may take as long as a search. */
  Reply reply(Request request);

  /** Whether only who asks sees the reply unless they or their server say otherwise. */
  default boolean isPrivate() {
    return false;
  }

  /** Choices for an option that is being typed, at most 25; quick, from memory. */
  default List<Choice> complete(String option, String typed, Request request) {
    return List.of();
  }
}
