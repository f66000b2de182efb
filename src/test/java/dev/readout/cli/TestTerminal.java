package dev.readout.cli;

import dev.readout.cli.Installation.Folders;
import dev.readout.cli.Installation.Places;
import dev.readout.cli.Terminal.Layout;
import dev.readout.intake.SourceCatalogue.IntakeSettings;
import dev.readout.intake.extract.Extractor.ExtractorSettings;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import dev.readout.intake.release.RecordReleases;
import dev.readout.intake.release.ReleaseWatch.ReleaseSettings;
import dev.readout.meaning.Models;
import dev.readout.meaning.Models.ModelSettings;
import dev.readout.store.StoreSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * The program's commands over the records, the index and the database of a folder, in this process.
 * Confined to one thread.
 */
public class TestTerminal {
  private final Path folder;
  private final InstantSource clock;
  private Supplier<Places> places = this::places;
  private ReleaseSettings releases = ReleaseSettings.NONE;

  /** What one run of the program did. */
  public record Run(int code, String out, String err) {}

  public TestTerminal(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  private Folders folders() {
    return new Folders(RecordReleases.of(folder).inForce(), folder.resolve("index"));
  }

  /** Where everything is; pages of this machine may be fetched. */
  private Places places() {
    return new Places(
        folders(),
        new StoreSettings(folder.resolve("readout.db"), null),
        new IntakeSettings(
            new FetchSettings(true, Duration.ofSeconds(20)),
            ExtractorSettings.DEFAULT,
            releases,
            IntakeSettings.STANDARD.feeds()),
        ModelSettings.OFF);
  }

  /** From now on releases are taken that this key has signed. */
  public void trust(String publicKey) {
    releases = new ReleaseSettings(null, publicKey, ReleaseSettings.Update.NOTIFY);
  }

  /** From now on whatever asks where the database is fails. */
  void forbidPlaces() {
    places =
        () -> {
          throw new AssertionError("an answer must not wait for settings and database");
        };
  }

  public final Path corpus() {
    return folder.resolve("index-data");
  }

  public Run run(String... arguments) {
    return run(Layout.PLAIN, "", arguments);
  }

  Run run(Layout layout, String input, String... arguments) {
    return run(layout, input, false, arguments);
  }

  /** Somebody is there, and answers each question with this. */
  Run runAnswering(String answer, String... arguments) {
    return run(Layout.PLAIN, answer + "\n", true, arguments);
  }

  private Run run(Layout layout, String input, boolean interactive, String... arguments) {
    return run(new StringWriter(), layout, input, interactive, arguments);
  }

  /** Nothing that it prints can be written. */
  Run runOnFullDisk(String... arguments) {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    return run(full, Layout.PLAIN, "", false, arguments);
  }

  private Run run(
      Writer out, Layout layout, String input, boolean interactive, String... arguments) {
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            layout,
            interactive);
    int code;
    try (Installation installation = new Installation(folders(), places, clock, Models.off())) {
      code =
          new ReadoutCommand(
                  installation,
                  terminal,
                  SourceCommand.forArguments(installation, terminal, arguments),
                  RecordsCommand.forArguments(
                      installation, RecordReleases.of(folder), terminal, arguments),
                  new EvalCommand(installation, terminal))
              .run(arguments);
    }
    return new Run(code, out.toString(), err.toString());
  }

  /** Writes a file of the corpus. */
  public final void write(String file, String text) {
    try {
      Path path = corpus().resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
