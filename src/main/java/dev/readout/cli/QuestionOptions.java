package dev.readout.cli;

import dev.readout.answer.Problem;
import dev.readout.answer.Question;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.ProblemText;
import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What may be asked of an answer besides the question. Filled in by picocli. */
final class QuestionOptions {
  @Option(
      names = "--side",
      paramLabel = "us|prc",
      converter = SideConverter.class,
      description = "Only records of this side.")
  private @Nullable Side side;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only records under this topic of topics.yaml, such as rare-earths.")
  private @Nullable String topic;

  @Option(
      names = "--since",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "Only records of this day or later, such as 2024-10-08.")
  private @Nullable LocalDate since;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "Only records of this day or earlier.")
  private @Nullable LocalDate until;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The day for which a measure's standing is told; today if not given.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--lang",
      paramLabel = "en|zh|zh-TW",
      converter = LanguageConverter.class,
      description =
          "Language of the labels; the question's own if not given: zh-TW for traditional"
              + " characters.")
  private @Nullable Language language;

  /**
   * Finds what is wrong with the options themselves, whatever is asked.
   *
   * @throws BadInputException when no topic is called so, or the span is empty
   */
  void check(List<Topic> topics) {
    if (topic != null) {
      new TopicNames(topics).idOf(topic);
    }
    if (since != null && until != null && until.isBefore(since)) {
      throw new BadInputException(ProblemText.of(new Problem.EmptySpan(), Language.EN));
    }
  }

  /**
   * The question under these options.
   *
   * @throws BadInputException when no topic is called so
   */
  Question question(String text, List<Topic> topics) {
    String topicId = topic == null ? null : new TopicNames(topics).idOf(topic);
    return new Question(
        text, language, side, topicId, since, until, asOf, Terminal.ANSWER_BUDGET_CHARS);
  }

  /** Reads the two governments' words. */
  static final class SideConverter extends WordConverter<Side> {
    SideConverter() {
      super(
          "side",
          word -> Side.ofWireName(word).filter(side -> side == Side.US || side == Side.PRC),
          "us or prc");
    }
  }

  /** Reads {@code en}, {@code zh} and {@code zh-TW}. */
  static final class LanguageConverter extends WordConverter<Language> {
    LanguageConverter() {
      super("language", Language::ofWireName, "en, zh or zh-TW");
    }
  }
}
