package dev.readout.discord.command;

import dev.readout.answer.Answer;
import dev.readout.answer.Question;
import dev.readout.answer.desk.Desk;
import dev.readout.answer.desk.Desks;
import dev.readout.answer.receipt.ReceiptBook;
import dev.readout.discord.observation.AskOutcome;
import dev.readout.discord.render.AnswerMessage;
import dev.readout.discord.render.Reply;
import java.util.Optional;

/** From a question to a reply with a receipt, for everything that asks. Thread-safe. */
final class Asking {
  /** Some three pages; a page holds what Discord takes. */
  static final int BUDGET_CHARS = 6_000;

  private final Desks desks;
  private final ReceiptBook receipts;
  private final GapNotes gaps;

  Asking(Desks desks, ReceiptBook receipts, GapNotes gaps) {
    this.desks = desks;
    this.receipts = receipts;
    this.gaps = gaps;
  }

  Reply ask(Request request, Question question) {
    return desks.with(request.scope(), current -> ask(request, question, current));
  }

  private static AskOutcome outcome(Answer answer) {
    return switch (answer) {
      case Answer.Answered _ -> AskOutcome.ANSWERED;
      case Answer.Declined _ -> AskOutcome.DECLINED;
      case Answer.Invalid _ -> AskOutcome.PROBLEM;
    };
  }

  private Reply ask(Request request, Question question, Desk current) {
    Answer answer = current.answerer().answer(question);
    request.arrival().found(outcome(answer));
    if (answer instanceof Answer.Declined) {
      gaps.declined(request, question.text());
    }
    Optional<String> receipt =
        answer instanceof Answer.Answered answered
            ? receipts.keep(
                answered,
                current.generation(),
                request.scope(),
                request.keepsQuestions() ? request.member() : null)
            : Optional.empty();
    return new AnswerMessage(
            answer, request.frame(receipt.orElse(null)), current.generation()::find, "")
        .first();
  }
}
