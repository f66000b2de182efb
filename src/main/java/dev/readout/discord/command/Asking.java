package dev.readout.discord.command;

import dev.readout.answer.Answer;
import dev.readout.answer.Question;
import dev.readout.answer.desk.CurrentDesk;
import dev.readout.answer.desk.Desk;
import dev.readout.answer.receipt.ReceiptBook;
import dev.readout.discord.render.AnswerMessage;
import dev.readout.discord.render.Reply;
import java.util.Optional;

/** From a question to a reply with a receipt, for everything that asks. Thread-safe. */
final class Asking {
  /** Some three pages; a page holds what Discord takes. */
  static final int BUDGET_CHARS = 6_000;

  private final CurrentDesk desk;
  private final ReceiptBook receipts;

  Asking(CurrentDesk desk, ReceiptBook receipts) {
    this.desk = desk;
    this.receipts = receipts;
  }

  Reply ask(Request request, Question question) {
    return desk.with(current -> ask(request, question, current));
  }

  private Reply ask(Request request, Question question, Desk current) {
    Answer answer = current.answerer().answer(question);
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
