package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The unit that is quoted: a slice of a record's body in UTF-16 units, never rewritten, with the
 * first 16 digits of its SHA-256; the speaker of a verbatim one; what leads to its place in the
 * source, {@code :~:text=…} or {@code page=3}; and its simplified Chinese, a slice too, from the
 * line {@code zh: …} under it. Null for none. Immutable.
 */
public record Statement(
    String recordId,
    int start,
    int end,
    Voice voice,
    @Nullable String speaker,
    String text,
    String hash,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String fragment,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String zh) {
  /** Longest fragment; a longer one makes an address that cannot be linked. */
  public static final int MAX_FRAGMENT_CHARS = 300;

  private static final int HASH_CHARS = 16;

  /** From a statement's end to its Chinese: nothing but the rest of its quotation lies between. */
  private static final Pattern TO_CHINESE =
      Pattern.compile("[^\n]*\n(?:  zh: |(?:>(?! zh: )[^\n]*\n)+> zh: )");

  public Statement {
    if (start < 0 || end - start != text.length() || text.isBlank()) {
      throw new IllegalArgumentException(
          "no slice: " + recordId + " " + start + "-" + end + " '" + text + "'");
    }
    if (fragment != null && (fragment.isEmpty() || fragment.length() > MAX_FRAGMENT_CHARS)) {
      throw new IllegalArgumentException("no fragment: '" + fragment + "'");
    }
    if (zh != null && zh.isBlank()) {
      throw new IllegalArgumentException("blank Chinese: " + recordId + " " + start + "-" + end);
    }
    if ((speaker == null) != (voice == Voice.SUMMARY)) {
      throw new IllegalArgumentException(
          "a verbatim statement names its speaker, a summary none: %s %d-%d"
              .formatted(recordId, start, end));
    }
  }

  /** A statement without Chinese that only its whole source can be linked for. */
  public static Statement cut(
      String recordId, String body, int start, int end, Voice voice, @Nullable String speaker) {
    String text = body.substring(start, end);
    return new Statement(recordId, start, end, voice, speaker, text, hash(text), null, null);
  }

  /** The same statement, with the place in its source that a link can lead to. */
  public Statement at(@Nullable String place) {
    return new Statement(recordId, start, end, voice, speaker, text, hash, place, zh);
  }

  public Statement inChinese(@Nullable String wording) {
    return new Statement(recordId, start, end, voice, speaker, text, hash, fragment, wording);
  }

  /** Whether body, place and hash agree byte for byte, and its Chinese stands beside it. */
  public boolean isSliceOf(String body) {
    return end <= body.length()
        && body.startsWith(text, start)
        && hash.equals(hash(text))
        && (zh == null || isBeside(zh, body));
  }

  private boolean isBeside(String wording, String body) {
    Matcher between = TO_CHINESE.matcher(body).region(end, body.length());
    return between.lookingAt()
        && body.startsWith(wording, between.end())
        && body.substring(between.end() + wording.length())
            .lines()
            .findFirst()
            .orElse("")
            .isBlank();
  }

  static String hash(String text) {
    return Sha256.of(text).substring(0, HASH_CHARS);
  }

  /** Ours about a source or the source's own; a summary is never shown as somebody's words. */
  public enum Voice implements WireNamed {
    SUMMARY,
    VERBATIM
  }
}
