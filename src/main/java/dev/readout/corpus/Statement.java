package dev.readout.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The unit that is quoted: a slice of a record's body. Immutable.
 *
 * @param recordId the record that it is a slice of
 * @param start first character in the body, 0-based, in UTF-16 units
 * @param end one past the last character
 * @param voice whose words these are
 * @param speaker who said it; null for a summary
 * @param text the slice itself, never rewritten
 * @param hash first 16 hexadecimal digits of the SHA-256 of the text in UTF-8
 */
public record Statement(
    String recordId,
    int start,
    int end,
    Voice voice,
    @Nullable String speaker,
    String text,
    String hash) {

  public Statement {
    if (start < 0 || end - start != text.length() || text.isBlank()) {
      throw new IllegalArgumentException(
          "no slice: " + recordId + " " + start + "-" + end + " '" + text + "'");
    }
    if ((speaker == null) != (voice == Voice.SUMMARY)) {
      throw new IllegalArgumentException(
          "a verbatim statement names its speaker, a summary none: "
              + recordId
              + " "
              + start
              + "-"
              + end);
    }
  }

  /** Cuts the slice out of the body. */
  public static Statement cut(
      String recordId, String body, int start, int end, Voice voice, @Nullable String speaker) {
    String text = body.substring(start, end);
    return new Statement(recordId, start, end, voice, speaker, text, hash(text));
  }

  /**
   * Whether this is, byte for byte, what the body holds at its place and what its hash was made
   * from.
   */
  public boolean isSliceOf(String body) {
    return end <= body.length() && body.startsWith(text, start) && hash.equals(hash(text));
  }

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
