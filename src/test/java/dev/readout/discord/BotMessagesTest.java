package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.cli.evaluation.JudgedQuestion;
import dev.readout.cli.evaluation.JudgedQuestionFile;
import dev.readout.discord.standin.message.Button;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked in whatever language, every page fits and every word on it has its source. */
@ExtendWith(SharedBot.class)
final class BotMessagesTest {
  private static final Path QUESTIONS = Path.of("src/test/resources/questions/development.jsonl");
  private static final int OF_EACH_TYPE = 5;
  private static final List<String> MEETINGS =
      List.of("Busan", "Geneva", "London", "Stockholm", "Madrid", "Kuala Lumpur", "Paris", "Lima");

  private final ServedBot served;
  private final Person alice;

  BotMessagesTest(ServedBot served) {
    this.served = served;
    alice = served.person("Alice");
  }

  /** Some questions of each type, spread over the file. */
  private static Stream<String> questions() throws IOException {
    Map<String, List<JudgedQuestion>> byType = new LinkedHashMap<>();
    for (JudgedQuestion question : JudgedQuestionFile.read(QUESTIONS)) {
      byType.computeIfAbsent(question.type(), _ -> new ArrayList<>()).add(question);
    }
    return byType.values().stream()
        .flatMap(
            all -> {
              int step = 2 * Math.max(1, all.size() / (2 * OF_EACH_TYPE - 1));
              return Stream.iterate(0, i -> i < all.size(), i -> i + step)
                  .limit(OF_EACH_TYPE)
                  .map(all::get);
            })
        .map(JudgedQuestion::text);
  }

  /** The words on all pages, as a reader opens one after the other. */
  private List<String> readToTheEnd(Person reader, Message answer) {
    List<String> words = new ArrayList<>();
    Optional<String> more = Optional.of(ServedBot.all(answer));
    for (Message page = answer; more.isPresent(); more = ServedBot.more(page)) {
      page = ReplyRules.checked(served, reader.press(page, more.get()));
      words.addAll(words(page));
    }
    return words;
  }

  private static List<String> words(Message message) {
    return Shown.in(message).stream().map(Shown::words).toList();
  }

  private List<String> kept(Message answer) {
    return answer.button("r1:sources:" + receipt(answer)).isPresent()
        ? ServedBot.words(served.receipt(receipt(answer)))
        : List.of();
  }

  /** Empty for a reply that is no answer. */
  private static String receipt(Message answer) {
    return answer.buttons().stream()
        .map(Button::customId)
        .filter(id -> id.startsWith("r1:sources:"))
        .map(id -> id.substring("r1:sources:".length()))
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "zh-CN", "zh-TW"})
  void ask_manyQuestions_everyPageKeepsTheRules(String locale) throws IOException {
    Person reader = alice.withLocale(locale);
    List<String> questions = questions().toList();
    int answered = 0;
    for (String question : questions) {
      Message reply =
          ReplyRules.checked(served, reader.slash("ask").option("question", question).send());
      if (receipt(reply).isEmpty()) { // declined, perhaps with what comes nearest
        assertThat(Shown.in(reply)).as("nearest to: %s", question).isEmpty();
        continue;
      }
      answered++;
      assertThat(readToTheEnd(reader, reply))
          .as("all pages on: %s", question)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(kept(reply));
    }
    assertThat(questions).hasSizeGreaterThan(35);
    assertThat(answered).isGreaterThan(questions.size() / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "zh-CN", "zh-TW"})
  void compare_manyMeetings_tableAndTopicsKeepTheRules(String locale) {
    Person reader = alice.withLocale(locale);
    for (String meeting : MEETINGS) {
      Message table =
          ReplyRules.checked(served, reader.slash("compare").option("meeting", meeting).send());
      String topic = table.selects().getFirst().options().getLast().value();
      assertThat(Shown.in(ReplyRules.checked(served, reader.choose(table, topic)))).isNotEmpty();
    }
  }
}
