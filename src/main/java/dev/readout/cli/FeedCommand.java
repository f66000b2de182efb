package dev.readout.cli;

import dev.readout.cli.Page.Ink;
import dev.readout.cli.SourceOptions.ScopeOption;
import dev.readout.cli.Terminal.BadInputException;
import dev.readout.intake.FeedChecker;
import dev.readout.intake.FeedPack;
import dev.readout.intake.SourceCatalogue;
import dev.readout.intake.extract.FeedReading.LinkPattern;
import dev.readout.intake.fetch.SourceAddress;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.FeedTable;
import dev.readout.store.RefusedChangeException;
import dev.readout.store.RefusedChangeException.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Feeds, and the group of commands that look after them. */
@Command(
    name = "feed",
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks after feeds: what they list waits for approval.",
    footer = {"", "A bot that runs looks at every feed once an hour, or as often as --every says."})
record FeedCommand(Installation installation, Terminal terminal) {
  private static final String UNDER = " ".repeat(7);

  /** How a feed is read, and what of it is taken. Filled in by picocli. */
  static final class Listing {
    @Parameters(paramLabel = "URL", description = "Of the feed or of a page of links.")
    private String address = "";

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        description =
            "rss (also Atom), federal-register (its interface's JSON), list-page (a page of links)"
                + " or json-list (what a page's scripts ask for); rss if not given.")
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

    private Feed.Listing listing() {
      URI parsed =
          SourceAddress.parse(address)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          SourceCommand.shown(address)
                              + " is no address; write one with https://"));
      String pattern = links == null ? null : pattern(links);
      if (pointer != null && kind != FeedKind.JSON_LIST) {
        throw new BadInputException("--pointer needs --kind json-list");
      }
      return new Feed.Listing(
          kind, parsed.toString(), pointer, pattern, match, Duration.ofHours(hours));
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
  }

  @Command(
      name = "add",
      description = "Adds a feed; a bot that runs looks at it within a minute, then every hour.")
  int add(@Mixin Listing listing, @Mixin ScopeOption scope) {
    try (CatalogueSession session = installation.openCatalogue()) {
      Feed feed =
          session.catalogue().feeds().add(scope.scope(), listing.listing(), CatalogueSession.ACTOR);
      return terminal.done(
          "Feed %d is added; 'bin/readout source feed check %d' looks at it now."
              .formatted(feed.number(), feed.number()));
    } catch (RefusedChangeException e) {
      return refused(e, scope);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage() + "; see --help");
    }
  }

  private int refused(RefusedChangeException e, ScopeOption scope) {
    return switch (e.reason()) {
      case Reason.Duplicate(_, long number) ->
          terminal.failed("that is feed %d already".formatted(number));
      case Reason.Full(var limit) -> new SourceChanges(terminal, scope).full(limit);
    };
  }

  @Command(name = "list", description = "Lists the feeds, and how the last look at each went.")
  int list(@Mixin ScopeOption scope) {
    Page page = new Page(terminal.layout());
    try (CatalogueSession session = installation.openCatalogue()) {
      List<Feed> feeds = session.catalogue().feeds().list(scope.scope());
      feeds.forEach(feed -> line(page, feed));
      page.line(Ink.PLAIN, feeds.size() == 1 ? "1 feed" : feeds.size() + " feeds");
    }
    terminal.out().print(page);
    return ReadoutCommand.DONE;
  }

  private static void line(Page page, Feed feed) {
    page.line(Ink.PLAIN, "%5d  ".formatted(feed.number()), feed.address());
    Feed.FeedHealth health = feed.health();
    page.line(
        Ink.FAINT,
        UNDER,
        "%s%s · %s"
            .formatted(
                feed.kind().wireName(),
                (feed.linkPattern() == null ? "" : " · links " + feed.linkPattern())
                    + (feed.listing().words().isEmpty()
                        ? ""
                        : " · with " + String.join(", ", feed.listing().words())),
                health.checked() == null
                    ? "not looked at yet"
                    : "looked at " + health.checked().truncatedTo(ChronoUnit.SECONDS)));
    if (health.problem() != null) {
      page.line(
          Ink.YELLOW,
          UNDER,
          "the last %d looks failed: %s".formatted(health.failures(), health.problem()));
    }
  }

  @Command(
      name = "pack",
      description = "Watches the official feeds of config/feeds.yaml, or lists which are watched.",
      footer = {"", "What they find waits for 'bin/readout source approve'."})
  int pack(
      @Option(names = "--on", description = "Watches all of them.") boolean on,
      @Option(names = "--off", description = "Watches none of them; what they have found stays.")
          boolean off,
      @Mixin ScopeOption scope) {
    if (on && off) {
      throw new BadInputException("--on and --off exclude each other; leave one out");
    }
    try (CatalogueSession session = installation.openCatalogue()) {
      FeedTable feeds = session.catalogue().feeds();
      FeedPack pack = session.catalogue().pack();
      if (on == off) {
        list(pack, pack.of(feeds, scope.scope()));
        return ReadoutCommand.DONE;
      }
      return terminal.done(
          on
              ? pack.switchOn(feeds, scope.scope(), CatalogueSession.ACTOR)
                  + " official feeds are watched now that were not before."
              : pack.switchOff(feeds, scope.scope(), CatalogueSession.ACTOR)
                  + " official feeds are watched no more.");
    } catch (RefusedChangeException e) {
      return refused(e, scope);
    } catch (FeedPack.MistakeException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private void list(FeedPack pack, List<Feed> watched) {
    for (FeedPack.Entry entry : pack.entries()) {
      boolean isOn =
          watched.stream().anyMatch(feed -> feed.address().equals(entry.listing().address()));
      terminal.done(
          "%s  %s (%s)"
              .formatted(isOn ? "on " : "off", entry.name(), entry.listing().kind().wireName()));
    }
  }

  @Command(
      name = "check",
      description = "Looks at a feed now and brings in what is new, ten documents at most.")
  int check(@Mixin SourceOptions.Numbered feed) {
    try (CatalogueSession session = installation.openCatalogue()) {
      SourceCatalogue catalogue = session.catalogue();
      Optional<Feed> found = catalogue.feeds().find(feed.scope(), feed.number());
      FeedChecker.Checked checked =
          catalogue.checker().check(found.orElseThrow(FeedCommand::noSuchFeed));
      return checked.problem() == null
          ? terminal.done(
              "Feed %d: %d new waiting, %d taken, %d that could not be fetched or read."
                  .formatted(feed.number(), checked.waiting(), checked.taken(), checked.failed()))
          : terminal.failed(
              "feed %d could not be read: %s; check its address and kind"
                  .formatted(feed.number(), checked.problem()));
    }
  }

  @Command(
      name = "remove",
      description = "Looks at a feed no more; the sources that it has brought stay.")
  int remove(@Mixin SourceOptions.Numbered feed) {
    try (CatalogueSession session = installation.openCatalogue()) {
      FeedTable feeds = session.catalogue().feeds();
      Optional<Feed> removed = feeds.remove(feed.scope(), feed.number(), CatalogueSession.ACTOR);
      return terminal.done(
          "Feed %d is removed.".formatted(removed.orElseThrow(FeedCommand::noSuchFeed).number()));
    }
  }

  private static BadInputException noSuchFeed() {
    return new BadInputException(
        "there is no such feed; 'bin/readout source feed list' shows those there are");
  }
}
