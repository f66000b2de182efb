package dev.readout.discord.command;

import dev.readout.answer.Answer;
import dev.readout.answer.Answer.Problem;
import dev.readout.answer.FollowUp;
import dev.readout.answer.GapTerms;
import dev.readout.answer.Question;
import dev.readout.answer.ReceiptBook;
import dev.readout.answer.ServingIndex;
import dev.readout.answer.ServingIndexes;
import dev.readout.answer.SideText;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.discord.command.Observer.AskOutcome;
import dev.readout.discord.render.AnswerMessage;
import dev.readout.discord.render.DeclinedMessage;
import dev.readout.discord.render.Markdown;
import dev.readout.discord.render.NoticeMessage;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import java.util.List;
import java.util.Optional;

/** From a question to a reply with a receipt, for everything that asks. Thread-safe. */
record Asking(
    ServingIndexes indexes, ReceiptBook receipts, UnansweredQuestions gaps, FollowUps followUps) {
  Reply ask(Request request, Question question) {
    return indexes.with(request.scope(), current -> ask(request, question, current, 0));
  }

  /** Answers what is said in a thread, read with what was answered there before. */
  Reply followUp(Request request, long thread, String text) {
    Language language = request.language();
    return indexes.with(
        request.scope(),
        current -> {
          Optional<FollowUp.Before> before = followUps.before(thread);
          FollowUp read =
              before
                  .map(turn -> FollowUps.read(text, turn, current.generation()))
                  .orElseGet(() -> FollowUp.alone(text));
          Question question =
              new Question(
                  read.question(),
                  language,
                  read.side(),
                  null,
                  null,
                  null,
                  null,
                  Question.BUDGET_CHARS);
          Reply reply = ask(request, question, current, thread);
          if (before.isEmpty()) {
            return reply.beginning(Phrase.ANSWER_FORGOTTEN.in(language));
          }
          return read.isAlone() ? reply : reply.beginning(readAs(read, language));
        });
  }

  /** A question with nothing beside its text. */
  static Question question(String text, Request request) {
    return new Question(
        text, request.language(), null, null, null, null, null, Question.BUDGET_CHARS);
  }

  private static String readAs(FollowUp read, Language language) {
    Side side = read.side();
    String only = side == null ? "" : " · " + SideText.name(side, language);
    return Phrase.READ_AS.in(language, Markdown.escapeLine(read.question()) + only);
  }

  private static AskOutcome outcome(Answer answer) {
    return switch (answer) {
      case Answer.Answered _ -> AskOutcome.ANSWERED;
      case Answer.Declined _ -> AskOutcome.DECLINED;
      case Answer.Invalid _ -> AskOutcome.PROBLEM;
    };
  }

  /** The reply to a question; 0 for no thread in which it goes on. */
  private Reply ask(Request request, Question question, ServingIndex current, long thread) {
    Answer answer = current.answerer().answer(question);
    request.arrival().found(outcome(answer));
    return switch (answer) {
      case Answer.Answered answered -> answered(request, answered, current, thread);
      case Answer.Declined declined -> declined(request, declined, current);
      case Answer.Invalid invalid -> NoticeMessage.of(invalid.problem(), request.language());
    };
  }

  /** What is replied to a question that is not asked. */
  static Reply mistake(Problem problem, Request request) {
    request.arrival().found(AskOutcome.PROBLEM);
    return NoticeMessage.of(problem, request.language());
  }

  private Reply answered(
      Request request, Answer.Answered answer, ServingIndex current, long thread) {
    Optional<String> receipt =
        receipts.keep(
            answer,
            current.generation(),
            request.scope(),
            request.keepsQuestions() ? request.member() : null);
    return new AnswerMessage(answer, request.frame(receipt.orElse(null)), "")
        .reply()
        .whenSent(
            message ->
                followUps.remember(thread == 0 ? message : thread, request.member(), answer));
  }

  /** For the asker alone, unless they or their server want it to be seen. */
  private Reply declined(Request request, Answer.Declined declined, ServingIndex current) {
    String question = declined.question().text();
    gaps.declined(request, question);
    List<String> wanted =
        gaps.areCounted(request) ? GapTerms.of(current.generation(), question) : List.of();
    return request.isDeclinedInPublic()
        ? DeclinedMessage.of(declined, request.frame(), wanted)
        : DeclinedMessage.of(declined, request.inPrivate(true).frame(), wanted).aside();
  }
}
