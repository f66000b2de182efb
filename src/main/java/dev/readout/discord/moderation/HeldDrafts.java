package dev.readout.discord.moderation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.readout.corpus.Scope;
import dev.readout.discord.moderation.DetailsForm.TypedDetails;
import dev.readout.discord.moderation.HeldDrafts.Held.About;
import dev.readout.intake.Draft;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Drafts and forms that wait for somebody: for a quarter of an hour, as long as Discord lets their
 * messages be answered, a member's newest three of each, at most 48 MiB of documents on disk and 16
 * MiB of what was read from them in memory. Thread-safe.
 */
final class HeldDrafts {
  static final Duration KEPT = Duration.ofMinutes(15);
  static final int MAX_OF_MEMBER = 3;
  static final long MAX_BYTES = 48L << 20;
  static final long MAX_HEAP_BYTES = 16L << 20;

  /** What a form takes up beside its document, roughly. */
  private static final int BYTES_OF_FORM = 8 << 10;

  /** A slice with the words by which a link finds it. */
  private static final int BYTES_OF_STATEMENT = 200;

  private final Cache<String, Numbered> held;
  private final SecureRandom random = new SecureRandom();
  private long last;

  private record Numbered(long number, Held held) {}

  HeldDrafts(Ticker ticker) {
    this.held =
        Caffeine.newBuilder()
            .maximumWeight(MAX_HEAP_BYTES)
            .weigher((String _, Numbered one) -> weight(one.held()))
            .expireAfterWrite(KEPT)
            .ticker(ticker)
            .executor(Runnable::run)
            .removalListener(HeldDrafts::removed)
            .build();
  }

  private static int weight(Held held) {
    return switch (held.about()) {
      case About.NewDraft(var draft) ->
          BYTES_OF_FORM
              + 2 * draft.text().body().length()
              + BYTES_OF_STATEMENT * draft.text().statements().size();
      case About.Existing _ -> BYTES_OF_FORM;
    };
  }

  private static void removed(@Nullable String id, @Nullable Numbered one, RemovalCause cause) {
    // What replaces one has the same document.
    if (cause != RemovalCause.REPLACED
        && one != null
        && one.held().about() instanceof About.NewDraft(var draft)) {
      draft.original().close();
    }
  }

  /** Keeps it, and returns under which id; the member's oldest goes where there are too many. */
  synchronized String hold(Held one) {
    List<String> others =
        newestFirst()
            .filter(entry -> isAlike(entry.getValue().held(), one))
            .skip(MAX_OF_MEMBER - 1)
            .map(Map.Entry::getKey)
            .toList();
    held.invalidateAll(others);
    makeRoom(one);
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    last++;
    held.put(id, new Numbered(last, one));
    return id;
  }

  private void makeRoom(Held one) {
    long bytes = documentBytes(one);
    for (Map.Entry<String, Numbered> entry : newestFirst().toList()) {
      int more = documentBytes(entry.getValue().held());
      bytes += more;
      if (bytes > MAX_BYTES && more > 0) {
        held.invalidate(entry.getKey());
      }
    }
  }

  private Stream<Map.Entry<String, Numbered>> newestFirst() {
    return held.asMap().entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> -entry.getValue().number()));
  }

  private static int documentBytes(Held one) {
    return one.about() instanceof About.NewDraft(var draft) ? draft.original().size() : 0;
  }

  private static boolean isAlike(Held one, Held other) {
    return one.member() == other.member()
        && one.about().getClass().equals(other.about().getClass());
  }

  /** What is kept under the id; empty when it is no longer, or is somebody else's. */
  Optional<Held> find(String id, long member, Scope scope) {
    return Optional.ofNullable(held.getIfPresent(id))
        .map(Numbered::held)
        .filter(one -> one.member() == member && one.scope().equals(scope));
  }

  /** Keeps what was filled in since, for as long again. */
  void update(String id, Held one) {
    held.asMap().computeIfPresent(id, (_, before) -> new Numbered(before.number(), one));
  }

  void drop(String id) {
    held.invalidate(id);
  }

  /** What waits for a member to decide, is shown to nobody else and stored nowhere. Immutable. */
  record Held(long member, Scope scope, About about, TypedDetails typed) {

    /** What somebody decides about. */
    sealed interface About {
      record NewDraft(Draft draft) implements About {}

      /** A source of the catalogue, perhaps to be approved with what is filled in. */
      record Existing(long number, boolean approves) implements About {}
    }

    Held with(TypedDetails other) {
      return new Held(member, scope, about, other);
    }
  }
}
