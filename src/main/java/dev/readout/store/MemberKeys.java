package dev.readout.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys by which a member's rows are found and forgotten without Discord's ids: HMAC-SHA256 of the
 * id, cut to 128 bits, under a secret drawn for this database and kept in it, so that whoever has
 * the file can try out all ids. Immutable.
 */
public final class MemberKeys {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String SECRET = "member keys";
  private static final int SECRET_BYTES = 32;
  private static final int KEY_BYTES = 16;
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{" + 2 * KEY_BYTES + "}");

  private final SecretKeySpec secret;

  /** Reads the secret, or draws it at the first use of the database. */
  public MemberKeys(Database database) {
    byte[] drawn = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(drawn);
    byte[] kept =
        database.write(
            handle -> {
              handle.execute(
                  "INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                  SECRET,
                  drawn);
              return handle
                  .select("SELECT value FROM secret WHERE name = ?", SECRET)
                  .mapTo(byte[].class)
                  .one();
            });
    this.secret = new SecretKeySpec(kept, ALGORITHM);
  }

  /** The key of a member, the same on every server: 32 hexadecimal digits. */
  public String of(long member) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      byte[] code = mac.doFinal(Long.toString(member).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(code, 0, KEY_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Refuses what is no key, such as an id of Discord's. */
  static void check(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "no key of a member; it has " + key.length() + " characters");
    }
  }
}
