package dev.readout.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JudgedQuestionFileTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("questions.jsonl"), text);
  }

  @Test
  void read_questionsAndEmptyLines_givesTheQuestions() throws IOException {
    List<JudgedQuestion> questions =
        JudgedQuestionFile.read(
            file(
                """
                {"q": "是什么?", "records": ["a"], "must": ["x|y"], "type": "zh"}

                {"q": "never", "records": [], "type": "unanswerable", "kind": "near-miss"}
                """));
    assertThat(questions).extracting(JudgedQuestion::text).containsExactly("是什么?", "never");
    assertThat(questions.getFirst().must()).singleElement().hasToString("x|y");
    assertThat(questions.getLast().isAnswerable()).isFalse();
    assertThat(questions).extracting(JudgedQuestion::kind).containsExactly(null, "near-miss");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json | no JSON",
        "{\"records\": []} | needs \"q\"",
        "{\"q\": \"x\"} | needs \"q\"",
        "[1] | needs \"q\"",
        "{\"q\": \"x\", \"records\": [], \"must\": [\"(\"]} | no regular expression"
      })
  void read_malformedLine_namesFileAndLine(String line, String problem) throws IOException {
    Path file = file("\n" + line + "\n");
    assertThatThrownBy(() -> JudgedQuestionFile.read(file))
        .isInstanceOf(MalformedQuestionsException.class)
        .hasMessageStartingWith(file + ":2: " + problem);
  }
}
