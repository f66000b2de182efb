package dev.readout.cli;

import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.IndexText;
import dev.readout.index.Generation;
import dev.readout.index.GenerationInfo;
import dev.readout.index.IndexUnavailableException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells what is running and what it searches. */
@Command(
    name = "version",
    sortOptions = false,
    description = "Tells the version, Java, and the index that serves.")
final class VersionCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  VersionCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PrintWriter out = terminal.out();
    String version = VersionCommand.class.getPackage().getImplementationVersion();
    out.println("readout " + (version == null ? "(not packaged)" : version));
    out.println("Java " + Runtime.version() + ", " + System.getProperty("java.vm.name"));
    out.println("records in " + installation.corpusFolder());
    out.println("index in " + installation.indexFolder());
    try (Generation generation = installation.index().open()) {
      GenerationInfo info = generation.info();
      out.println(IndexText.summary(info, Language.EN));
      out.println(IndexText.reaches(info, Language.EN));
      out.println(
          "%d terms, %d topics".formatted(generation.terms().size(), generation.topics().size()));
      out.println("built by " + info.settings());
    } catch (IndexUnavailableException _) {
      out.println(
          "no index yet that this version can read; the first question or 'bin/readout index'"
              + " builds it");
    }
    return ReadoutCommand.DONE;
  }
}
