package dev.readout.store;

import dev.readout.corpus.JsonCodec;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the moderators of a Discord server have chosen: the language of labels, null for each
 * question's; public channels, none for all; how many days receipts are kept, null for the
 * operator's; roles that moderate beside those who manage the server. Immutable.
 */
public record ServerSettings(
    long server,
    @Nullable String language,
    boolean privateByDefault,
    boolean feedback,
    boolean keepQuestions,
    Set<Long> channels,
    boolean takeFeedItems,
    @Nullable Integer receiptDays,
    Set<Long> moderatorRoles,
    boolean declinedInPublic) {

  /** As many as Discord lets a server have. */
  public static final int MAX_CHANNELS = 500;

  /** More would be no overview. */
  public static final int MAX_MODERATOR_ROLES = 25;

  /** Ten years. */
  public static final int MAX_RECEIPT_DAYS = 3_650;

  private static final Limit LANGUAGE = new Limit("the language", 1, 35);

  public ServerSettings {
    LANGUAGE.check(language);
    if (channels.size() > MAX_CHANNELS) {
      throw new IllegalArgumentException(
          "settings name at most " + MAX_CHANNELS + " channels, not " + channels.size());
    }
    if (receiptDays != null && (receiptDays < 1 || receiptDays > MAX_RECEIPT_DAYS)) {
      throw new IllegalArgumentException(
          "receipts are kept 1 to " + MAX_RECEIPT_DAYS + " days, not " + receiptDays);
    }
    if (moderatorRoles.size() > MAX_MODERATOR_ROLES) {
      throw new IllegalArgumentException(
          "settings name at most " + MAX_MODERATOR_ROLES + " roles, not " + moderatorRoles.size());
    }
    moderatorRoles = Collections.unmodifiableSet(new TreeSet<>(moderatorRoles));
    channels = Collections.unmodifiableSet(new TreeSet<>(channels));
  }

  /** Public answers, feedback, no question stored, feed items wait for approval. */
  public static ServerSettings defaults(long server) {
    return new ServerSettings(
        server, null, false, true, false, Set.of(), false, null, Set.of(), false);
  }

  public ServerSettings withChannels(Set<Long> other) {
    return JsonCodec.with(this, "channels", other);
  }

  public ServerSettings withModeratorRoles(Set<Long> other) {
    return JsonCodec.with(this, "moderatorRoles", other);
  }
}
