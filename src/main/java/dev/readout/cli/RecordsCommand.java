package dev.readout.cli;

import dev.readout.intake.release.RecordReleases;
import dev.readout.intake.release.ReleaseFile;
import dev.readout.intake.release.ReleaseFile.ReleaseKey;
import dev.readout.intake.release.ReleaseWatch;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that those for releases of the records are under. */
@Command(
    name = "records",
    addMethodSubcommands = false,
    synopsisSubcommandLabel = "COMMAND",
    description = "Takes releases of the records, goes back, and packs them.",
    footer = {"", "docs/records-releases.md shows how."})
public record RecordsCommand(
    Installation installation, RecordReleases releases, Terminal terminal) {
  /** The command for a command line that may be about something else: see {@code source}. */
  public static CommandLine forArguments(
      Installation installation, RecordReleases releases, Terminal terminal, String... arguments) {
    CommandLine command = new CommandLine(new RecordsCommand(installation, releases, terminal));
    if (arguments.length > 0 && arguments[0].equals(command.getCommandName())) {
      command.getCommandSpec().addMethodSubcommands();
    }
    return command;
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Nothing that is refused has changed anything, whatever it is. */
  private int run(Work work) {
    try {
      work.run();
      return ReadoutCommand.DONE;
    } catch (ReleaseFile.ReleaseRefusedException e) {
      terminal.tell(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      terminal.tell(e + "; the records from before are in force");
    }
    return ReadoutCommand.FAILED;
  }

  @Command(
      name = "update",
      description = "Takes a newer release of the records and indexes it; a running bot follows.")
  int update(
      @Parameters(
              arity = "0..1",
              paramLabel = "URL|FILE",
              description = "Where it is; what records.url says if not given.")
          @Nullable String from) {
    return run(
        () -> {
          ReleaseWatch.ReleaseSettings settings = installation.places().intake().releases();
          try (CatalogueSession session = installation.openCatalogue()) {
            ReleaseFile release = release(from, settings, session);
            boolean isTaken =
                session.catalogue().updates(releases).take(release, CatalogueSession.ACTOR);
            terminal.done((isTaken ? "in force: " : "in force already: ") + release.summary());
          }
        });
  }

  private ReleaseFile release(
      @Nullable String from, ReleaseWatch.ReleaseSettings settings, CatalogueSession session)
      throws IOException {
    URI url = settings.url();
    String named = from != null ? from : url == null ? "" : url.toString();
    if (named.isEmpty()) {
      throw new Terminal.BadInputException("name an address or a file, or set records.url");
    }
    if (!named.toLowerCase(Locale.ROOT).matches("https?://.*")) {
      try (InputStream in = Files.newInputStream(Path.of(named))) {
        return ReleaseFile.read(in.readNBytes(ReleaseFile.MAX_BYTES), settings.key());
      }
    }
    try (ReleaseWatch watch = session.catalogue().releaseWatch(releases)) {
      return watch.fetch(URI.create(named));
    } catch (IllegalArgumentException e) {
      throw new Terminal.BadInputException("no address: " + e.getMessage());
    }
  }

  @Command(
      name = "rollback",
      description =
          "Goes back to the release before, or to the records that came with the program.")
  int rollback() {
    return run(
        () -> {
          try (CatalogueSession session = installation.openCatalogue()) {
            terminal.done(
                "in force: "
                    + session.catalogue().updates(releases).rollBack(CatalogueSession.ACTOR));
          }
        });
  }

  @Command(name = "list", description = "Shows the releases that are kept; * is in force.")
  int list() {
    releases.list().forEach(terminal.out()::println);
    return ReadoutCommand.DONE;
  }

  @Command(
      name = "pack",
      description = "Packs and signs the records; their version is what index-data/VERSION says.")
  int pack(
      @Parameters(paramLabel = "OUT", description = "The file to write.") Path out,
      @Option(
              names = "--key",
              required = true,
              paramLabel = "FILE",
              description = "The private key that 'records keygen' wrote.")
          Path key,
      @Option(
              names = "--program",
              paramLabel = "VERSION",
              description = "The lowest version of Readout that can read these records.")
          @Nullable String program) {
    return run(
        () -> {
          String privateKey = Files.readString(key);
          byte[] release = ReleaseFile.pack(installation.corpusFolder(), program, privateKey);
          Path part = out.resolveSibling(out.getFileName() + ".part");
          Files.write(part, release);
          Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
          terminal.done("%s, %d bytes".formatted(out, release.length));
        });
  }

  @Command(
      name = "keygen",
      description = "Makes a pair of keys: writes the private one, prints the public one.")
  int keygen(
      @Parameters(
              paramLabel = "FILE",
              description = "Where the private key goes; none is replaced.")
          Path file) {
    return run(
        () -> {
          ReleaseKey made = ReleaseKey.generate();
          boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
          if (posix) {
            Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
          }
          Files.writeString(
              file,
              made.privateKey() + "\n",
              posix ? StandardOpenOption.WRITE : StandardOpenOption.CREATE_NEW);
          terminal.done(made.publicKey());
        });
  }
}
