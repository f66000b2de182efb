package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ShippedIndex.class)
final class RelatedQuestionsTest {
  private final Generation generation;

  RelatedQuestionsTest(Generation generation) {
    this.generation = generation;
  }

  private static List<String> related(Generation generation, String question) {
    return switch (new RetrievalAnswerer(generation, ShippedIndex.CLOCK)
        .answer(Ask.plainly(question))) {
      case Answer.Answered answered -> answered.related();
      case Answer.Declined declined -> declined.related();
      case Answer.Invalid _ -> List.of();
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who is Li Chenggang",
        "is the affiliates rule in force?",
        "rare earths",
        "实体清单是什么?",
        "稀土",
        "芬太尼關稅是多少"
      })
  void related_anyQuestion_areAFewOfTheRecordsOwnInItsLanguage(String question) {
    List<String> own = generation.records().flatMap(r -> r.questions().stream()).toList();

    assertThat(related(generation, question))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(5)
        .doesNotHaveDuplicates()
        .allMatch(own::contains)
        .allMatch(related -> Language.of(related) == Language.of(question));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is Red Flag 29 for exporters who cannot find out the ownership share?",
        "what is red flag 29, for exporters who cannot find out the ownership share",
        "50%穿透性规则是什么，美国哪天发布的？",
        "50%穿透性规则是什么 美国哪天发布的"
      })
  void related_questionOfARecord_isNotOfferedAgain(String question) {
    assertThat(related(generation, question))
        .map(related -> related.replaceAll("[\\p{P}\\s]", ""))
        .isNotEmpty()
        .noneMatch(question.replaceAll("[\\p{P}\\s]", "")::equalsIgnoreCase);
  }

  @Test
  void related_severalRecords_oneOfEachBeforeASecond(@TempDir Path folder) throws IOException {
    try (Generation small =
        RecordSketch.index(
            folder,
            new RecordSketch("bicycle-talks", Kind.MEETING, Side.JOINT)
                .says("The bicycle talks were held in Lisbon.")
                .asks("Where were the bicycle talks held?", "What came of the bicycle talks?"),
            new RecordSketch("bicycle-rule", Kind.RESTRICTION, Side.US)
                .says("The bicycle rule asks for a licence.")
                .asks("What does the bicycle rule ask for?", "Who wrote the bicycle rule?"))) {
      List<String> related = related(small, "bicycle talks in Lisbon");

      assertThat(related.subList(0, 2))
          .containsExactly(
              "Where were the bicycle talks held?", "What does the bicycle rule ask for?");
    }
  }
}
