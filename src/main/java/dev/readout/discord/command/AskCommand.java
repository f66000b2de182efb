package dev.readout.discord.command;

import dev.readout.answer.Answer.Problem;
import dev.readout.answer.Completions.Choice;
import dev.readout.answer.Label;
import dev.readout.answer.Question;
import dev.readout.answer.QuestionCheck;
import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.discord.render.Reply;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** {@code /ask}: a question, and what the answer is to be limited to. */
record AskCommand(ServingIndexes indexes, Asking asking) implements Command {
  private static final String QUESTION = "question";
  static final String SIDE = "side";
  private static final String TOPIC = "topic";
  private static final String SINCE = "since";
  private static final String UNTIL = "until";
  private static final String AS_OF = "as-of";

  @Override
  public CommandData data() {
    return CommandForm.slash("ask")
        .addOptions(
            CommandForm.completed(QUESTION, true, Question.MAX_TEXT_CHARS),
            side(),
            CommandForm.name(TOPIC, false),
            CommandForm.day(SINCE),
            CommandForm.day(UNTIL),
            CommandForm.day(AS_OF),
            CommandForm.isPrivate(),
            CommandForm.option(OptionType.USER, "for"));
  }

  static OptionData side() {
    return CommandForm.option(OptionType.STRING, SIDE)
        .addChoices(
            CommandForm.choice(Label.WASHINGTON, Side.US.wireName()),
            CommandForm.choice(Label.BEIJING, Side.PRC.wireName()));
  }

  @Override
  public boolean isQuestion() {
    return true;
  }

  @Override
  public Optional<Reply> mistake(Request request) {
    return request
        .wrongDay(SINCE, UNTIL, AS_OF)
        .or(
            () ->
                QuestionCheck.inForm(question(request, request.required(QUESTION)))
                    .or(() -> request.option(TOPIC).flatMap(this::unknownTopic))
                    .map(problem -> Asking.mistake(problem, request)));
  }

  /** All servers have the same topics; empty, too, where nothing can be asked for now. */
  private Optional<Problem> unknownTopic(String id) {
    try {
      return indexes.with(
          Scope.GLOBAL,
          current ->
              current.generation().topic(id).isPresent()
                  ? Optional.empty()
                  : Optional.of(new Problem.UnknownTopic(id)));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  @Override
  public Reply reply(Request request) {
    return asking.ask(request, question(request, whole(request)));
  }

  private static Question question(Request request, String text) {
    return new Question(
        text,
        request.language(),
        request.option(SIDE).flatMap(Side::ofWireName).orElse(null),
        request.option(TOPIC).orElse(null),
        request.day(SINCE).orElse(null),
        request.day(UNTIL).orElse(null),
        request.day(AS_OF).orElse(null),
        Question.BUDGET_CHARS);
  }

  /**
   * The question; where it is the beginning of a longer suggestion, which Discord cuts at its limit
   * for choices, the whole suggestion.
   */
  private String whole(Request request) {
    String typed = request.required(QUESTION);
    if (typed.length() != OptionData.MAX_CHOICE_VALUE_LENGTH) {
      return typed;
    }
    return indexes.with(
        request.scope(),
        current ->
            current.completions().questions(typed, 1).stream()
                .map(Choice::value)
                .filter(question -> question.startsWith(typed))
                .findFirst()
                .orElse(typed));
  }
}
