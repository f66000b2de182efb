package dev.readout.answer;

import static java.util.Objects.requireNonNull;

import dev.readout.corpus.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Answers of the shipped records with the shipped models, opened once for a class of tests. */
final class ReadAnswers implements BeforeAllCallback, AfterAllCallback {
  private @Nullable Path folder;
  private @Nullable ShippedMeaning shipped;
  private @Nullable Answerer answerer;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("readout-read-answers");
    shipped = ShippedMeaning.in(folder);
    answerer = new RetrievalAnswerer(shipped.generation(), ShippedIndex.CLOCK);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    requireNonNull(shipped).close();
    IOUtils.rm(requireNonNull(folder));
  }

  Answer to(String question) {
    return to(Ask.plainly(question));
  }

  Answer to(Question question) {
    return requireNonNull(answerer).answer(question);
  }

  /** Of a question that the records answer. */
  Answer.Answered answered(String question) {
    return (Answer.Answered) to(question);
  }

  /** The line that opens the answer; its name where there is none: "Declined", "Nearest". */
  String firstLine(String question) {
    return switch (to(question)) {
      case Answer.Answered answer when answer.verdict() != null ->
          VerdictText.of(answer.verdict(), Language.EN);
      case Answer.Answered answer ->
          answer.lead().record().id() + ": " + answer.lead().statement().text();
      case Answer other -> other.getClass().getSimpleName();
    };
  }
}
