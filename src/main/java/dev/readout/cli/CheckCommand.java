package dev.readout.cli;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.file.CorpusReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Checks every record and list of the corpus. */
@Command(
    name = "check",
    sortOptions = false,
    description = "Checks the records; lists every defect with file and line.")
final class CheckCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  CheckCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CorpusReader.Reading reading = installation.reader().check();
    Corpus corpus = reading.corpus();
    reading.defects().forEach(terminal.out()::println);
    String defects =
        switch (reading.defects().size()) {
          case 0 -> "no defects";
          case 1 -> "1 defect";
          default -> reading.defects().size() + " defects";
        };
    terminal
        .out()
        .println(
            "%d records, %d statements, %d terms: %s"
                .formatted(
                    corpus.records().size(),
                    corpus.statementCount(),
                    corpus.terms().size(),
                    defects));
    return reading.defects().isEmpty() ? ReadoutCommand.DONE : ReadoutCommand.FAILED;
  }
}
