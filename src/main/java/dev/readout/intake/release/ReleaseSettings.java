package dev.readout.intake.release;

import dev.readout.config.Setting;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where record releases come from. Immutable.
 *
 * @param url the newest release; null for nowhere
 * @param key the public key that releases must be signed by, as {@code records keygen} prints it;
 *     null takes none
 * @param update what a running bot does about a newer one
 */
public record ReleaseSettings(
    @Setting(
            of = {"https", "http"},
            otherwise = "none")
        @Nullable URI url,
    @Setting(of = "a public key", otherwise = "none") @Nullable String key,
    Update update) {
  /** No releases. */
  public static final ReleaseSettings NONE = new ReleaseSettings(null, null, Update.NOTIFY);

  /** What a running bot does once a day. */
  public enum Update {
    OFF,
    /** Looks, and says in the log that a newer one is there. */
    NOTIFY,
    /** Looks, and takes a newer one. */
    DAILY
  }
}
