package dev.readout.cli.source;

import dev.readout.cli.BadInputException;
import dev.readout.cli.Installation;
import dev.readout.cli.ReadoutCommand;
import dev.readout.cli.ScopeOption;
import dev.readout.cli.Terminal;
import dev.readout.cli.WordConverter;
import dev.readout.cli.Workbench;
import dev.readout.intake.SourceAddress;
import dev.readout.intake.extract.LinkPattern;
import dev.readout.store.CatalogueFullException;
import dev.readout.store.DuplicateEntryException;
import dev.readout.store.Feed;
import dev.readout.store.FeedKind;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a feed. */
@Command(
    name = "add",
    sortOptions = false,
    description = "Adds a feed; a bot that runs looks at it within a minute, then every hour.")
final class FeedAddCommand implements Callable<Integer> {
  private final Installation installation;
  private final Terminal terminal;

  @Parameters(paramLabel = "URL", description = "Of the feed or of a page of links.")
  private String address = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = KindConverter.class,
      description =
          "rss (also Atom), federal-register (its interface's JSON) or list-page (a page of links);"
              + " rss if not given.")
  private FeedKind kind = FeedKind.RSS;

  @Option(
      names = "--links",
      paramLabel = "PATTERN",
      description = "With list-page: which links are documents, such as '/article/*'.")
  private @Nullable String links;

  @Mixin private ScopeOption scope = new ScopeOption();

  FeedAddCommand(Installation installation, Terminal terminal) {
    this.installation = installation;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    URI parsed =
        SourceAddress.parse(address)
            .orElseThrow(
                () ->
                    new BadInputException(
                        SourceNames.shown(address) + " is no address; write one with https://"));
    String pattern = links == null ? null : pattern(links);
    try (Workbench bench = installation.workbench()) {
      Feed feed =
          bench
              .desk()
              .feeds()
              .add(scope.scope(), kind, parsed.toString(), pattern, Workbench.ACTOR);
      terminal
          .out()
          .println(
              "Feed %d is added; 'bin/readout source feed check %d' looks at it now."
                  .formatted(feed.number(), feed.number()));
      return ReadoutCommand.DONE;
    } catch (DuplicateEntryException e) {
      terminal.tell("that is feed %d already".formatted(e.number()));
      return ReadoutCommand.FAILED;
    } catch (CatalogueFullException e) {
      return new Outcomes(terminal, scope).full(e.limit());
    }
  }

  private String pattern(String typed) {
    if (kind != FeedKind.LIST_PAGE) {
      throw new BadInputException("--links stands with --kind list-page; leave one out");
    }
    try {
      return new LinkPattern(typed).text();
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--links: " + e.getMessage() + "; write such as '/article/*'");
    }
  }

  /** Reads the words of the database. */
  static final class KindConverter extends WordConverter<FeedKind> {
    KindConverter() {
      super("kind of feed", FeedKind::ofWireName, "rss, federal-register or list-page");
    }
  }
}
