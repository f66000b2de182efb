package dev.readout.cli;

import dev.readout.answer.reading.Language;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The reader's language, for commands that look up what is named. Filled in by picocli. */
final class LanguageOption {
  @Option(
      names = "--lang",
      paramLabel = "en|zh|zh-TW",
      converter = QuestionOptions.LanguageConverter.class,
      description =
          "The reader's language; the name's own if not given: zh-TW for traditional characters.")
  private @Nullable Language language;

  Language of(Subject subject) {
    return Objects.requireNonNullElse(language, subject.language());
  }
}
