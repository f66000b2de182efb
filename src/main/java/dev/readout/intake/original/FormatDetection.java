package dev.readout.intake.original;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Tells a document's form. Confined to one thread.
 *
 * <p>Markup goes by its first element, after byte order mark, white space, comments, processing
 * instructions and document type; a PDF by {@code %PDF-} within its first 1,024 bytes (where
 * Acrobat looks too: PDF 1.7 reference, appendix H, note 13); JSON by being JSON to its end; text
 * by holding no byte that the MIME Sniffing Standard calls a binary data byte (section 3).
 */
final class FormatDetection {
  private static final int PDF_WITHIN_BYTES = 1024;

  /** Longest comments and the like before the first element, in bytes. */
  private static final int PROLOGUE_BYTES = 64 << 10;

  private static final JsonFactory JSON = new JsonFactory();

  private final byte[] bytes;
  private final @Nullable MediaType declared;
  private final String fileName;

  FormatDetection(byte[] bytes, @Nullable String declaredType, @Nullable String fileName) {
    this.bytes = bytes;
    this.declared = declaredType == null ? null : MediaType.parse(declaredType);
    this.fileName = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
  }

  Optional<Format> format() {
    if (bytes.length == 0 || startsWith(0xff, 0xfe, 0, 0)) {
      // UTF-32 is nothing that an HTML or text reader has to know.
      return Optional.empty();
    }
    Optional<Charset> utf16 = utf16();
    Charset ascii = utf16.orElse(StandardCharsets.ISO_8859_1);
    FirstElement root =
        FirstElement.of(new String(bytes, 0, Math.min(bytes.length, PROLOGUE_BYTES), ascii));
    return switch (root.kind()) {
      case HTML -> Optional.of(Format.HTML);
      case FEED -> Optional.of(Format.FEED);
      case OTHER_XML -> Optional.empty();
      case PIECE_OF_HTML -> Optional.of(isMarkdown() ? Format.MARKDOWN : Format.HTML);
      case NONE -> withoutMarkup(utf16);
    };
  }

  private Optional<Format> withoutMarkup(Optional<Charset> utf16) {
    if (isJson()) {
      return Optional.of(Format.JSON);
    }
    String head =
        new String(bytes, 0, Math.min(bytes.length, PDF_WITHIN_BYTES), StandardCharsets.ISO_8859_1);
    if (head.contains("%PDF-")) {
      return Optional.of(Format.PDF);
    }
    // Text on the outside only: RTF and PostScript.
    if (head.startsWith("{\\rtf") || head.startsWith("%!PS") || !isText(utf16)) {
      return Optional.empty();
    }
    if (isMarkdown()) {
      return Optional.of(Format.MARKDOWN);
    }
    return Optional.of(saysHtml() ? Format.HTML : Format.PLAIN_TEXT);
  }

  private Optional<Charset> utf16() {
    if (startsWith(0xff, 0xfe) || startsWith('<', 0)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (startsWith(0xfe, 0xff) || startsWith(0, '<')) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    Charset said = declared == null ? null : declared.charset(null);
    return Optional.ofNullable(said).filter(charset -> charset.name().startsWith("UTF-16"));
  }

  private boolean startsWith(int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean isJson() {
    int start = startsWith(0xef, 0xbb, 0xbf) ? 3 : 0;
    while (start < bytes.length && " \t\r\n".indexOf(bytes[start]) >= 0) {
      start++;
    }
    if (start == bytes.length || (bytes[start] != '{' && bytes[start] != '[')) {
      return false;
    }
    try (JsonParser parser = JSON.createParser(bytes, start, bytes.length - start)) {
      parser.nextToken();
      parser.skipChildren();
      // A second value makes it something else, such as a line of a log.
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isText(Optional<Charset> utf16) {
    if (utf16.isEmpty()) {
      return !containsBinary(new String(bytes, StandardCharsets.ISO_8859_1));
    }
    try {
      ByteBuffer whole = ByteBuffer.wrap(bytes);
      return !containsBinary(utf16.get().newDecoder().decode(whole).toString());
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean containsBinary(String text) {
    return text.chars()
        .anyMatch(c -> c <= 0x08 || c == 0x0b || (c >= 0x0e && c <= 0x1a) || isSeparator(c));
  }

  /** Escape, 0x1b, is part of ISO-2022 encodings; the separators after it are of none. */
  private static boolean isSeparator(int c) {
    return c >= 0x1c && c <= 0x1f;
  }

  private boolean isMarkdown() {
    return saysType("text/markdown", "text/x-markdown")
        || fileName.endsWith(".md")
        || fileName.endsWith(".markdown");
  }

  private boolean saysHtml() {
    return saysType("text/html", "application/xhtml+xml")
        || fileName.endsWith(".html")
        || fileName.endsWith(".htm");
  }

  private boolean saysType(String... types) {
    return declared != null
        && Arrays.asList(types).contains(declared.type() + "/" + declared.subtype());
  }
}
