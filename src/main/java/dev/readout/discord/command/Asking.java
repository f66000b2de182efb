package dev.readout.discord.command;

import dev.readout.answer.Answer;
import dev.readout.answer.GapTerms;
import dev.readout.answer.Problem;
import dev.readout.answer.Question;
import dev.readout.answer.desk.Desk;
import dev.readout.answer.desk.Desks;
import dev.readout.answer.receipt.ReceiptBook;
import dev.readout.discord.observation.AskOutcome;
import dev.readout.discord.render.AnswerMessage;
import dev.readout.discord.render.DeclinedMessage;
import dev.readout.discord.render.ProblemMessage;
import dev.readout.discord.render.Reply;
import java.util.List;
import java.util.Optional;

/** From a question to a reply with a receipt, for everything that asks. Thread-safe. */
final class Asking {
  /** Some three pages; a page holds what Discord takes. */
  static final int BUDGET_CHARS = 6_000;

  private static final String PRIVATE = "private";

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
    return switch (answer) {
      case Answer.Answered answered -> answered(request, answered, current);
      case Answer.Declined declined -> declined(request, declined, current);
      case Answer.Invalid invalid -> ProblemMessage.of(invalid.problem(), request.language());
    };
  }

  /** What is replied to a question that is not asked. */
  static Reply mistake(Problem problem, Request request) {
    request.arrival().found(AskOutcome.PROBLEM);
    return ProblemMessage.of(problem, request.language());
  }

  private Reply answered(Request request, Answer.Answered answer, Desk current) {
    Optional<String> receipt =
        receipts.keep(
            answer,
            current.generation(),
            request.scope(),
            request.keepsQuestions() ? request.member() : null);
    return new AnswerMessage(answer, request.frame(receipt.orElse(null)), "").reply();
  }

  /** For the asker alone, unless they want it to be seen. */
  private Reply declined(Request request, Answer.Declined declined, Desk current) {
    String question = declined.question().text();
    gaps.declined(request, question);
    List<String> wanted =
        gaps.areCounted(request) ? GapTerms.of(current.generation(), question) : List.of();
    boolean open = request.option(PRIVATE).filter("false"::equals).isPresent();
    return open
        ? DeclinedMessage.of(declined, request.frame(), wanted)
        : DeclinedMessage.of(declined, request.inPrivate(true).frame(), wanted).aside();
  }
}
