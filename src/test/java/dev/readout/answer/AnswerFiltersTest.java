package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a member rules out is neither quoted nor offered as near. */
@ExtendWith(ShippedIndex.class)
final class AnswerFiltersTest {
  private static final List<String> QUESTIONS =
      List.of(
          "what did each side say about connected cars in October 2024?",
          "did they agree on TikTok in Madrid",
          "is the affiliates rule in force?",
          "is the gallium ban still suspended?",
          "are the port fees still in force?",
          "what did both sides say after the Busan summit?",
          "稀土出口管制还在生效吗",
          "rare earth export controls",
          "what is the Entity List?");

  private final Answerer answerer;

  AnswerFiltersTest(Generation generation) {
    this.answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
  }

  /** Ids of the records that an answer shows though they were ruled out. */
  private static List<String> strays(Answer answer, Predicate<CorpusRecord> allowed) {
    Stream<CorpusRecord> shown =
        switch (answer) {
          case Answer.Answered answered -> answered.all().stream().map(Snippet::record);
          case Answer.Declined declined ->
              Stream.concat(
                  declined.nearest().stream(), declined.near().stream().map(Snippet::record));
          case Answer.Invalid _ -> Stream.empty();
        };
    return shown.filter(allowed.negate()).map(CorpusRecord::id).distinct().toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = Side.class,
      names = {"US", "PRC"})
  void answer_oneSide_showsThatSideOnly(Side side) {
    for (String question : QUESTIONS) {
      Answer answer = answerer.answer(Ask.that(question).side(side).question());

      assertThat(strays(answer, record -> record.side() == side)).as(question).isEmpty();
    }
  }

  @Test
  void answer_oneSide_claimsNothingOfTheOther() {
    Answer answer =
        answerer.answer(
            Ask.that("what did they say of TikTok in Madrid").side(Side.PRC).question());

    assertThat(answer).isInstanceOf(Answer.Answered.class);
    assertThat(((Answer.Answered) answer).blocks()).noneMatch(block -> block.side() == Side.US);
    assertThat(((Answer.Answered) answer).more())
        .noneMatch(snippet -> snippet.record().side() == Side.US);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-01", "2024-10-08"})
  void answer_until_showsNothingLater(LocalDate day) {
    for (String question : QUESTIONS) {
      Answer answer = answerer.answer(Ask.that(question).until(day.toString()).question());

      assertThat(strays(answer, r -> !r.anchorDay().isAfter(day))).as(question).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-10", "2024-10-08", "2025-09-15"})
  void answer_since_showsNothingEarlier(LocalDate day) {
    for (String question : QUESTIONS) {
      Answer answer = answerer.answer(Ask.that(question).since(day.toString()).question());

      assertThat(strays(answer, r -> !r.anchorDay().isBefore(day))).as(question).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"export-controls", "tariffs", "tiktok", "connected-vehicles"})
  void answer_topic_showsNothingElse(String topic) {
    for (String question : QUESTIONS) {
      Answer answer = answerer.answer(Ask.that(question).topic(topic).question());

      assertThat(strays(answer, r -> r.topics().contains(topic))).as(question).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"2025-10-15, IN_FORCE", "2026-01-01, SUSPENDED"})
  void answer_asOf_isTheDayOfEveryStatus(LocalDate day, String state) {
    Answer answer =
        answerer.answer(
            Ask.that("is the affiliates rule in force?").asOf(day.toString()).question());

    assertThat(answer.asOf()).isEqualTo(day);
    assertThat(((Answer.Answered) answer).statuses())
        .allMatch(status -> status.day().equals(day))
        .filteredOn(s -> s.measure().id().equals("2025-09-29-bis-affiliates-rule"))
        .singleElement()
        .matches(s -> s.current() != null && s.current().state().name().equals(state));
  }

  @Test
  void answer_language_changesLabelsNotStatements() {
    Answer.Answered own =
        (Answer.Answered) answerer.answer(Ask.plainly("what is the Entity List?"));
    Answer.Answered other =
        (Answer.Answered)
            answerer.answer(Ask.that("what is the Entity List?").language(Language.ZH).question());

    assertThat(own.language()).isEqualTo(Language.EN);
    assertThat(other.language()).isEqualTo(Language.ZH);
    assertThat(other.snippets()).isEqualTo(own.snippets());
  }

  @Test
  void answer_traditionalCharacters_changeLabelsNotTheReading() {
    Answer.Answered simplified = (Answer.Answered) answerer.answer(Ask.plainly("实体清单是什么？"));
    Answer.Answered traditional = (Answer.Answered) answerer.answer(Ask.plainly("實體清單是什麼？"));

    assertThat(simplified.language()).isEqualTo(Language.ZH);
    assertThat(traditional.language()).isEqualTo(Language.ZH_TW);
    assertThat(traditional.snippets()).isEqualTo(simplified.snippets());
    assertThat(traditional.related()).isEqualTo(simplified.related());
  }
}
