package dev.readout.store;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Ids of receipts: 8 characters of Crockford's base 32, so 40 random bits. No letter of it can be
 * taken for another when read aloud or typed. Thread-safe.
 */
public final class ReceiptIds {
  static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** The characters of an id. */
  public static final int LENGTH = 8;

  private static final Pattern ID = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");

  private final RandomGenerator random;

  /** Ids that cannot be guessed. */
  public ReceiptIds() {
    this(new SecureRandom());
  }

  ReceiptIds(RandomGenerator random) {
    this.random = random;
  }

  /** Another id; that no receipt has it yet, {@link Receipts#save} makes sure. */
  public String next() {
    return random
        .ints(LENGTH, 0, ALPHABET.length())
        .mapToObj(ALPHABET::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  /**
   * The id that somebody typed: in either case, with spaces or hyphens, O for 0, I or L for 1.
   * Empty when it cannot be one.
   */
  public static Optional<String> parse(String typed) {
    String id =
        SEPARATORS
            .matcher(typed)
            .replaceAll("")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return Optional.of(id).filter(ReceiptIds::isId);
  }

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }
}
