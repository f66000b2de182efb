package dev.readout.store;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the moderators of a Discord server have chosen. Immutable.
 *
 * @param server Discord's id
 * @param language the language of the labels; null for the language of each question
 * @param privateByDefault whether only the asking member sees an answer, unless told otherwise
 * @param feedback whether members are asked what they think of an answer
 * @param keepQuestions whether question texts are stored with receipts
 * @param channels the channels where questions are answered, at most 500; none for all of them
 */
public record ServerSettings(
    long server,
    @Nullable String language,
    boolean privateByDefault,
    boolean feedback,
    boolean keepQuestions,
    Set<Long> channels) {

  /** As many as Discord lets a server have. */
  public static final int MAX_CHANNELS = 500;

  private static final Limit LANGUAGE = new Limit("the language", 1, 35);

  public ServerSettings {
    if (language != null) {
      LANGUAGE.check(language);
    }
    if (channels.size() > MAX_CHANNELS) {
      throw new IllegalArgumentException(
          "settings name at most " + MAX_CHANNELS + " channels, not " + channels.size());
    }
    channels = Collections.unmodifiableSet(new TreeSet<>(channels));
  }

  /** Those of a server that has chosen nothing: public answers, feedback, no question stored. */
  public static ServerSettings defaults(long server) {
    return new ServerSettings(server, null, false, true, false, Set.of());
  }
}
