package dev.readout.discord.moderation;

import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.CatalogueMessage;
import dev.readout.discord.render.NoticeMessage;
import dev.readout.discord.render.NoticeMessage.Press;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceId;
import dev.readout.discord.render.SourcePhrase;
import dev.readout.discord.render.SourceProblems;
import dev.readout.intake.FeedChecker;
import dev.readout.intake.FeedPack;
import dev.readout.intake.FeedPack.FederalRegisterSearch;
import dev.readout.intake.fetch.SourceAddress;
import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.FeedTable;
import dev.readout.store.RefusedChangeException;
import dev.readout.store.RefusedChangeException.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Looks after feeds. Thread-safe. */
record FeedCare(FeedTable feeds, FeedChecker checker, Supplier<FeedPack> pack, Outcomes outcomes) {
  static final String KIND = "kind";
  static final String URL = "url";
  static final String PATTERN = "pattern";
  static final String AGENCY = "agency";
  static final String TERM = "term";

  /** Watches a feed from now on, and looks at it at once. */
  Reply add(ScopedRequest request) {
    Request filled = request.request();
    FeedKind kind = FeedKind.ofWireName(filled.required(KIND)).orElse(FeedKind.RSS);
    Optional<String> pattern = filled.option(PATTERN);
    if (pattern.isPresent() && kind != FeedKind.LIST_PAGE && kind != FeedKind.JSON_LIST) {
      return request.text(SourcePhrase.FEED_PATTERN_ONLY_PAGES);
    }
    Optional<String> typed = filled.option(URL).or(() -> search(kind, filled));
    if (typed.isEmpty()) {
      return request.text(
          kind == FeedKind.FEDERAL_REGISTER
              ? SourcePhrase.FEED_NEEDS_SEARCH
              : SourcePhrase.FEED_NEEDS_URL);
    }
    Optional<URI> address = SourceAddress.parse(typed.get());
    if (address.isEmpty()) {
      return request.text(SourcePhrase.BAD_URL, SourceProblems.named(typed.get()));
    }
    try {
      Feed feed =
          feeds.add(
              request.scope(),
              new Feed.Listing(kind, address.get().toString(), pattern.orElse(null)),
              request.actor());
      request.show(SourcePhrase.CHECKING);
      String name = SourceProblems.named(feed.address());
      String added = SourcePhrase.FEED_ADDED.in(request.language(), feed.number(), name);
      return Reply.text(added + "\n" + look(feed, request.language()));
    } catch (RefusedChangeException e) {
      return Reply.text(refused(e, request.language()));
    }
  }

  private static String refused(RefusedChangeException e, Language language) {
    return switch (e.reason()) {
      case Reason.Duplicate(_, long number) -> SourcePhrase.FEED_THERE.in(language, number);
      case Reason.Full(var limit) -> SourceProblems.of(limit, language);
    };
  }

  private static Optional<String> search(FeedKind kind, Request request) {
    Optional<String> agency = request.option(AGENCY);
    Optional<String> term = request.option(TERM);
    return kind == FeedKind.FEDERAL_REGISTER && (agency.isPresent() || term.isPresent())
        ? Optional.of(FederalRegisterSearch.of(agency.stream(), term.stream()))
        : Optional.empty();
  }

  Reply list(ScopedRequest request) {
    List<Feed> all = feeds.list(request.scope());
    try {
      return list(all, presses(pack.get(), request), request);
    } catch (FeedPack.MistakeException e) {
      return list(all, List.of(), request).under(mistake(e, request.language()));
    }
  }

  private List<Press> presses(FeedPack official, ScopedRequest request) {
    int watched = official.of(feeds, request.scope()).size();
    List<Press> presses = new ArrayList<>();
    if (watched < official.entries().size()) {
      presses.add(Press.of(new SourceId.Pack(true, request.global()), SourcePhrase.PACK_ON));
    }
    if (watched > 0) {
      presses.add(Press.of(new SourceId.Pack(false, request.global()), SourcePhrase.PACK_OFF));
    }
    return presses;
  }

  private Reply list(List<Feed> all, List<Press> presses, ScopedRequest request) {
    Language language = request.language();
    return all.isEmpty()
        ? NoticeMessage.of(
            SourcePhrase.FEEDS_EMPTY.in(language, outcomes.link("source feed add")),
            presses,
            language)
        : CatalogueMessage.feeds(all, request.global(), presses, language);
  }

  private static String mistake(FeedPack.MistakeException e, Language language) {
    return SourcePhrase.PACK_MISTAKE.in(language, e.place(), e.key(), e.allowed());
  }

  /** Watches the official feeds, or no longer. */
  Reply watchPack(boolean on, ScopedRequest request) {
    Language language = request.language();
    Scope scope = request.scope();
    String actor = request.actor();
    try {
      return on
          ? request.text(SourcePhrase.PACK_IS_ON, pack.get().switchOn(feeds, scope, actor))
          : request.text(SourcePhrase.PACK_IS_OFF, pack.get().switchOff(feeds, scope, actor));
    } catch (RefusedChangeException e) {
      return Reply.text(refused(e, language));
    } catch (FeedPack.MistakeException e) {
      return Reply.text(mistake(e, language));
    }
  }

  Reply check(long number, ScopedRequest request) {
    Language language = request.language();
    return with(
        feeds.find(request.scope(), number),
        language,
        feed -> {
          request.show(SourcePhrase.CHECKING);
          return SourcePhrase.FEED_CHECKED.in(language, number) + "\n" + look(feed, language);
        });
  }

  Reply remove(long number, ScopedRequest request) {
    Language language = request.language();
    return with(
        feeds.remove(request.scope(), number, request.actor()),
        language,
        _ -> SourcePhrase.FEED_REMOVED.in(language, number));
  }

  private Reply with(Optional<Feed> feed, Language language, Function<Feed, String> said) {
    return Reply.text(
        feed.map(said)
            .orElseGet(
                () -> SourcePhrase.FEED_NOT_FOUND.in(language, outcomes.link("source feed list"))));
  }

  private String look(Feed feed, Language language) {
    FeedChecker.Checked checked = checker.check(feed);
    String problem = checked.problem();
    if (problem != null) {
      return SourcePhrase.FEED_FAILED.in(language, SourceProblems.ofFeed(problem, language));
    }
    List<String> lines = new ArrayList<>();
    if (checked.waiting() > 0) {
      lines.add(
          SourcePhrase.FOUND_WAITING.in(
              language, checked.waiting(), outcomes.link("source approve")));
    }
    if (checked.taken() > 0) {
      lines.add(SourcePhrase.FOUND_TAKEN.in(language, checked.taken(), outcomes.reindex()));
    }
    if (checked.failed() > 0) {
      lines.add(SourcePhrase.FOUND_FAILED.in(language, checked.failed()));
    }
    return lines.isEmpty() ? SourcePhrase.FOUND_NOTHING.in(language) : String.join("\n", lines);
  }
}
