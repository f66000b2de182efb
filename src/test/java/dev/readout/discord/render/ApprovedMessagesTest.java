package dev.readout.discord.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.readout.answer.ShippedIndex;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What would be sent to Discord, beside what was approved. With {@code -Dapprove} the files are
 * written anew instead: then look at what changed in them.
 */
@ExtendWith(ShippedIndex.class)
final class ApprovedMessagesTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/readout/discord/approved");

  @TestFactory
  Stream<DynamicTest> payload_everyCase_isAsApproved(Generation generation) {
    return MessageCases.of(new Scene(generation)).entrySet().stream()
        .map(one -> dynamicTest(one.getKey(), () -> compare(one.getKey(), one.getValue().get())));
  }

  @Test
  void approved_everyFile_belongsToACase(Generation generation) throws IOException {
    Map<String, Supplier<Reply>> cases = MessageCases.of(new Scene(generation));
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              cases.keySet().stream().map(name -> name + ".json").toList());
    }
  }

  private static void compare(String name, Reply reply) throws IOException {
    Path file = FOLDER.resolve(name + ".json");
    String made = Payload.of(reply).toPrettyString() + "\n";
    if (System.getProperty("approve") != null) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, made);
      return;
    }
    List<String> expected = Files.readString(file).lines().toList();
    List<String> actual = made.lines().toList();
    int line = 0;
    while (line < Math.min(expected.size(), actual.size())
        && expected.get(line).equals(actual.get(line))) {
      line++;
    }
    assertThat(lineOf(actual, line))
        .as("%s, line %s (approve a wanted change with -Dapprove)", file, line + 1)
        .isEqualTo(lineOf(expected, line));
  }

  private static String lineOf(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "(end)";
  }
}
