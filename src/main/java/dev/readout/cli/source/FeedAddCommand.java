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
import java.time.Duration;
import java.util.List;
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
          "rss (also Atom), federal-register (its interface's JSON), list-page (a page of links) or"
              + " json-list (what a page's scripts ask for); rss if not given.")
  private FeedKind kind = FeedKind.RSS;

  @Option(
      names = "--links",
      paramLabel = "PATTERN",
      description =
          "With list-page and json-list: which links are documents, such as '/article/*'.")
  private @Nullable String links;

  @Option(
      names = "--pointer",
      paramLabel = "POINTER",
      description = "With json-list: where the HTML or the items are, such as /data/html.")
  private @Nullable String pointer;

  @Option(
      names = "--match",
      paramLabel = "WORD",
      split = ",",
      description = "Words of which title or text must have one, such as China,Beijing.")
  private List<String> match = List.of();

  @Option(names = "--every", paramLabel = "HOURS", description = "Hours between two looks; 1.")
  private int hours = 1;

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
    if (pointer != null && kind != FeedKind.JSON_LIST) {
      throw new BadInputException("--pointer needs --kind json-list");
    }
    try (Workbench bench = installation.workbench()) {
      Feed.Listing listing =
          new Feed.Listing(
              kind, parsed.toString(), pointer, pattern, match, Duration.ofHours(hours));
      Feed feed = bench.desk().feeds().add(scope.scope(), listing, Workbench.ACTOR);
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
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage() + "; see --help");
    }
  }

  private String pattern(String typed) {
    if (kind != FeedKind.LIST_PAGE && kind != FeedKind.JSON_LIST) {
      throw new BadInputException("--links needs --kind list-page or json-list");
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
      super("kind of feed", FeedKind::ofWireName, "rss, federal-register, list-page or json-list");
    }
  }
}
