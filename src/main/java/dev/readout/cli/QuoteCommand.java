package dev.readout.cli;

import dev.readout.answer.quote.QuoteChecker;
import dev.readout.answer.quote.QuoteChecker.QuoteReport;
import dev.readout.answer.reading.Language;
import dev.readout.cli.render.QuoteText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks quotations against the sources. */
@Command(
    name = "quote",
    sortOptions = false,
    description = "Checks whether what a message quotes is in the sources, word for word.",
    footer = {
      "",
      "Checked is what stands between quotation marks or in block quotes; without any, the whole:",
      "bin/readout quote 'He said \"we had to get the negativity out\" in London'"
    })
final class QuoteCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final int MAX_BYTES_A_CHAR = 4;

  private final Installation installation;
  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "TEXT",
      description = "The message; - for standard input.")
  private List<String> words = List.of();

  @Option(
      names = "--lang",
      paramLabel = "en|zh|zh-TW",
      converter = QuestionOptions.LanguageConverter.class,
      description = "Language of the labels; the text's own if not given.")
  private @Nullable Language language;

  QuoteCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    String text = words.equals(List.of(STANDARD_INPUT)) ? read() : String.join(" ", words);
    if (text.isBlank()) {
      throw new BadInputException("there is nothing to check; write the message or a quotation");
    }
    QuoteReport report = new QuoteChecker(installation.generation()).check(text);
    QuoteText renderer =
        new QuoteText(
            Objects.requireNonNullElseGet(language, () -> Language.ofLabelsFor(text)),
            terminal.layout());
    terminal.out().print(renderer.of(report, installation.generation().info()));
    return ReadoutCommand.DONE;
  }

  /** A little more than is checked, so that the report says when there was more. */
  private String read() throws IOException {
    int bytes = (QuoteChecker.MAX_TEXT_CHARS + 1) * MAX_BYTES_A_CHAR;
    return new String(terminal.in().readNBytes(bytes), StandardCharsets.UTF_8);
  }
}
