package dev.readout.discord.moderation.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.readout.discord.moderation.source.Held.About;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Drafts and forms that wait for somebody, in memory: for a quarter of an hour, as long as Discord
 * lets their messages be answered, a member's newest three of each, and at most 48 MiB of documents
 * together. Thread-safe.
 */
final class HeldDrafts {
  static final Duration KEPT = Duration.ofMinutes(15);
  static final int MAX_OF_MEMBER = 3;
  static final long MAX_BYTES = 48L << 20;

  /** What a form takes up beside its document, roughly. */
  private static final int BYTES_OF_FORM = 8 << 10;

  private final Cache<String, Numbered> held;
  private final SecureRandom random = new SecureRandom();
  private long last;

  private record Numbered(long number, Held held) {}

  HeldDrafts(InstantSource clock) {
    this.held =
        Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((String _, Numbered one) -> weight(one.held()))
            .expireAfter(Expiry.writing((String _, Numbered _) -> KEPT))
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run)
            .build();
  }

  private static int weight(Held held) {
    return switch (held.about()) {
      // The text is there twice: as bytes and, two bytes a character, as what was read.
      case About.NewDraft(var draft) ->
          BYTES_OF_FORM + draft.original().size() + 2 * draft.text().body().length();
      case About.Existing _ -> BYTES_OF_FORM;
    };
  }

  /** Keeps it, and returns under which id; the member's oldest goes where there are too many. */
  synchronized String hold(Held one) {
    List<String> others =
        held.asMap().entrySet().stream()
            .filter(entry -> isAlike(entry.getValue().held(), one))
            .sorted(Comparator.comparingLong(entry -> -entry.getValue().number()))
            .skip(MAX_OF_MEMBER - 1)
            .map(Map.Entry::getKey)
            .toList();
    held.invalidateAll(others);
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    last++;
    held.put(id, new Numbered(last, one));
    return id;
  }

  private static boolean isAlike(Held one, Held other) {
    return one.member() == other.member()
        && one.about().getClass().equals(other.about().getClass());
  }

  /** What is kept under the id; empty when it is no longer, or is somebody else's. */
  Optional<Held> find(String id, long member, Whose whose) {
    return Optional.ofNullable(held.getIfPresent(id))
        .map(Numbered::held)
        .filter(one -> one.member() == member && one.whose().equals(whose));
  }

  /** Keeps what was filled in since, for as long again. */
  void update(String id, Held one) {
    held.asMap().computeIfPresent(id, (_, before) -> new Numbered(before.number(), one));
  }

  void drop(String id) {
    held.invalidate(id);
  }
}
