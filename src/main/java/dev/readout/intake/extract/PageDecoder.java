package dev.readout.intake.extract;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.readout.intake.fetch.Original;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns a page's bytes into text by the encoding that they are really in. In this order: a byte
 * order mark; UTF-8 where every byte fits it, which does not happen by chance; what the sender or
 * the page declares, if the bytes fit; a guess. Never throws: bytes that fit nothing become U+FFFD.
 */
final class PageDecoder {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** How much of a page is looked at for a declaration; browsers look at as much. */
  private static final int DECLARATION_BYTES = 4096;

  private static final int GUESS_BYTES = 1 << 16;
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:<meta[^>]{0,300}?charset|<\\?xml[^>]{0,100}?encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  /** Pages that declare the older ones use characters of the newer, which contains them. */
  private static final Set<String> CHINESE =
      Set.of("gb2312", "gbk", "x-gbk", "x-mswin-936", "cp936");

  private static final Set<String> LATIN = Set.of("us-ascii", "iso-8859-1", "windows-1252");

  private PageDecoder() {}

  static String decode(Original original) {
    byte[] bytes = original.bytes();
    Mark mark = Mark.of(bytes);
    if (mark != null) {
      return new String(bytes, mark.length(), bytes.length - mark.length(), mark.charset());
    }
    String utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8 != null && utf8.indexOf('\0') < 0) {
      return utf8;
    }
    return decode(bytes, original.declaredCharset());
  }

  private static String decode(byte[] bytes, @Nullable Charset sent) {
    List<Charset> declared =
        Stream.of(widened(sent), written(bytes)).filter(Objects::nonNull).distinct().toList();
    // A server's Latin default says less than a page that names its own encoding.
    for (Charset charset : declared) {
      String text = charset.equals(WINDOWS_1252) ? null : strictly(bytes, charset);
      if (text != null) {
        return text;
      }
    }
    if (isPairsOfHighBytes(bytes)) {
      return new String(bytes, GB18030);
    }
    for (Charset charset : declared) {
      String text = new String(bytes, charset);
      if (isMostlyRight(text)) {
        return text;
      }
    }
    return new String(bytes, guess(bytes));
  }

  private record Mark(Charset charset, int length) {
    static @Nullable Mark of(byte[] bytes) {
      String start = new String(bytes, 0, Math.min(bytes.length, 3), StandardCharsets.ISO_8859_1);
      if (start.equals("\u00EF\u00BB\u00BF")) {
        return new Mark(StandardCharsets.UTF_8, 3);
      }
      if (start.startsWith("\u00FE\u00FF")) {
        return new Mark(StandardCharsets.UTF_16BE, 2);
      }
      return start.startsWith("\u00FF\u00FE") ? new Mark(StandardCharsets.UTF_16LE, 2) : null;
    }
  }

  private static @Nullable Charset written(byte[] bytes) {
    String head =
        new String(
            bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
    Matcher declaration = DECLARATION.matcher(head);
    if (!declaration.find()) {
      return null;
    }
    try {
      Charset charset = widened(Charset.forName(declaration.group(1)));
      // What could be read as ASCII to find the declaration is not in UTF-16.
      return charset != null && charset.name().startsWith("UTF-16")
          ? StandardCharsets.UTF_8
          : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static @Nullable Charset widened(@Nullable Charset charset) {
    if (charset == null) {
      return null;
    }
    String name = charset.name().toLowerCase(Locale.ROOT);
    if (CHINESE.contains(name)) {
      return GB18030;
    }
    return LATIN.contains(name) ? WINDOWS_1252 : charset;
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Whether the bytes beyond ASCII come in twos, as GB 2312's do and Latin text's do not. */
  private static boolean isPairsOfHighBytes(byte[] bytes) {
    int paired = 0;
    int single = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0) {
        continue;
      }
      boolean isPair =
          i + 1 < bytes.length && (bytes[i] & 0xFF) > 0xA0 && (bytes[i + 1] & 0xFF) > 0xA0;
      if (isPair) {
        paired++;
        i++;
      } else {
        single++;
      }
    }
    return paired >= 20 && single * 20L <= paired;
  }

  /** Whether at most one character in a hundred beyond ASCII is lost. */
  private static boolean isMostlyRight(String text) {
    long lost = text.chars().filter(c -> c == 0xFFFD).count();
    long beyondAscii = text.chars().filter(c -> c > 0x7F).count();
    return lost * 100 <= Math.max(beyondAscii, 100) && text.indexOf('\0') < 0;
  }

  private static Charset guess(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true); // leaves out what stands in tags
    detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, GUESS_BYTES)));
    CharsetMatch match = detector.detect();
    if (match == null) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Objects.requireNonNullElse(
          widened(Charset.forName(match.getName())), StandardCharsets.UTF_8);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
