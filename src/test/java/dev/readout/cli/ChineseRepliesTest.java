package dev.readout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Answer;
import dev.readout.answer.Lookups;
import dev.readout.answer.Lookups.Lookup;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.MeetingComparison;
import dev.readout.answer.Question;
import dev.readout.answer.RetrievalAnswerer;
import dev.readout.answer.ShippedIndex;
import dev.readout.answer.SourceText;
import dev.readout.cli.LookupText.ComparisonText;
import dev.readout.cli.Terminal.Layout;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.index.Generation;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise 13, over every shipped record: who reads Chinese is shown Chinese. */
@ExtendWith(ShippedIndex.class)
final class ChineseRepliesTest {
  private static final Layout LAYOUT = Layout.PLAIN;
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern RECORD_ID = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z]");

  /** A sentence of English, which names and citations are not. */
  private static final Pattern SENTENCE = Pattern.compile("\\b(?:was|were|is|are|has|said)\\b");

  private static void assertChinese(String reply) {
    String shown = ADDRESS.matcher(reply).replaceAll("");
    assertThat(shown).doesNotContainPattern(RECORD_ID);
    assertThat(
            shown
                .lines()
                .filter(line -> !line.startsWith("  ")) // publishers and citations stand there
                .filter(line -> SENTENCE.matcher(line).find()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EN")
  void status_everyMeasure_isInChinese(Language language, Generation generation) {
    for (CorpusRecord record : generation.records().toList()) {
      MeasureStatus.of(record, ShippedIndex.TODAY)
          .map(status -> StatusText.of(status, generation::find, language, LAYOUT))
          .ifPresent(
              reply -> {
                assertChinese(reply);
                assertThat(reply)
                    .contains(
                        SourceText.title(record, language), SourceText.issuer(record, language))
                    .doesNotContain(record.title());
                SourceText.note(record, Language.EN)
                    .ifPresent(note -> assertThat(reply).doesNotContain(note));
              });
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EN")
  void compare_everyMeeting_isInChinese(Language language, Generation generation) {
    Lookups desk = new Lookups(generation);
    for (CorpusRecord record : generation.records().toList()) {
      if (desk.compare(record.id()) instanceof Lookup.Found<MeetingComparison>(var comparison)) {
        assertChinese(ComparisonText.of(comparison, language, LAYOUT));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EN")
  void ask_chineseQuestionsOfRecords_areAnsweredInChinese(
      Language language, Generation generation) {
    RetrievalAnswerer answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
    AnswerText text = new AnswerText(generation::find, LAYOUT, true);
    generation
        .records()
        .flatMap(record -> record.questions().stream())
        .filter(question -> Language.of(question) == Language.ZH)
        .limit(100)
        .map(
            question ->
                new Question(
                    question, language, null, null, null, null, null, Question.BUDGET_CHARS))
        .map(answerer::answer)
        .forEach(answer -> assertIsChinese(answer, text, language));
  }

  private static void assertIsChinese(Answer answer, AnswerText text, Language language) {
    assertChinese(text.of(answer));
    if (answer instanceof Answer.Answered answered) {
      for (Snippet snippet : answered.snippets()) {
        assertThat(SourceText.issuer(snippet.record(), language)).matches(".*\\p{IsHan}.*");
        assertThat(text.of(answer)).doesNotContain(snippet.statement().text());
      }
    }
  }
}
