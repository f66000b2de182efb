package dev.readout.discord;

import dev.readout.corpus.Language;
import dev.readout.discord.command.Observer.Arrival;
import dev.readout.discord.command.Observer.AskOutcome;
import dev.readout.discord.command.Observer.Completing;
import dev.readout.discord.command.Observer.ConnectionChange;
import dev.readout.discord.command.Observer.Ending;
import dev.readout.discord.command.Observer.RestCall;
import dev.readout.ops.Health.Part;
import dev.readout.store.SourceEntry.SourceState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every value that a label of our metrics may have, so that their number is bounded. */
final class OurWords {
  private static final Set<String> COMMANDS =
      Set.of(
          "ask",
          "compare",
          "status",
          "next",
          "expiring",
          "digest",
          "timeline",
          "rates",
          "explain",
          "listed",
          "drift",
          "sources",
          "receipt",
          "help",
          "about",
          "ping",
          "privacy",
          "forget-me",
          "Find sources for this",
          "Check this quote",
          "watch",
          "source",
          "settings",
          "reindex",
          "rollback",
          "coverage",
          "audit",
          "doctor",
          Arrival.UNKNOWN,
          Arrival.PRESS,
          Arrival.RELATED,
          Arrival.FORM);

  private static final Set<String> OTHERS =
      Set.of(
          "test", // the version
          "members",
          "moderators",
          "hit",
          "miss",
          "done",
          "cancelled",
          "failed",
          "interactions",
          "webhooks",
          "applications",
          "gateway",
          "users");

  static final Set<String> ALL =
      Stream.of(
              COMMANDS.stream(),
              OTHERS.stream(),
              Arrays.stream(Language.values()).map(Language::wireName),
              Arrays.stream(RestCall.Status.values()).map(RestCall.Status::word),
              Stream.of(
                      AskOutcome.values(),
                      Ending.values(),
                      Completing.values(),
                      ConnectionChange.values(),
                      Part.values(),
                      SourceState.values())
                  .flatMap(Arrays::stream)
                  .map(constant -> constant.name().toLowerCase(Locale.ROOT)))
          .flatMap(words -> words)
          .collect(Collectors.toUnmodifiableSet());

  private OurWords() {}
}
