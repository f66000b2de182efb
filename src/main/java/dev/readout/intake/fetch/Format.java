package dev.readout.intake.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.readout.corpus.WireNamed;
import dev.readout.intake.fetch.Original.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/** What form a document is in. What its bytes are counts, not what its sender says. */
public enum Format implements WireNamed {
  HTML,
  PDF,
  MARKDOWN,
  PLAIN_TEXT,
  /** RSS or Atom. */
  FEED,
  JSON;

  /**
   * The form of a document by its bytes, empty for none of these; a {@code Content-Type} or a name,
   * where there is one, decides between forms of text.
   */
  public static Optional<Format> detect(
      Content content, @Nullable String declaredType, @Nullable String fileName) {
    try {
      return new FormatDetection(content, declaredType, fileName).format();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The encoding that a {@code Content-Type} names; empty for none that this Java knows. */
  public static Optional<Charset> declaredCharset(@Nullable String declaredType) {
    MediaType type = declaredType == null ? null : MediaType.parse(declaredType);
    return type == null ? Optional.empty() : Optional.ofNullable(type.charset(null));
  }

  /**
   * Tells a document's form. Confined to one thread.
   *
   * <p>Markup goes by its first element, after byte order mark, white space, comments, processing
   * instructions and document type; a PDF by {@code %PDF-} within its first 1,024 bytes (where
   * Acrobat looks too: PDF 1.7 reference, appendix H, note 13); JSON by being JSON to its end; text
   * by holding no byte that the MIME Sniffing Standard calls a binary data byte (section 3).
   */
  static final class FormatDetection {
    private static final int PDF_WITHIN_BYTES = 1024;

    /** Longest comments and the like before the first element, in bytes. */
    private static final int PROLOGUE_BYTES = 64 << 10;

    /** Lists in JSON that are read have no more, and as text in memory it is twice as large. */
    private static final int JSON_BYTES = 2 << 20;

    /** Without a table of all names, which would be as large as the document, many times over. */
    private static final JsonFactory JSON =
        JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

    private final Original.Content content;
    private final byte[] head;
    private final @Nullable MediaType declared;
    private final String fileName;

    FormatDetection(
        Original.Content content, @Nullable String declaredType, @Nullable String fileName)
        throws IOException {
      this.content = content;
      this.head = start(PROLOGUE_BYTES);
      this.declared = declaredType == null ? null : MediaType.parse(declaredType);
      this.fileName = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
    }

    Optional<Format> format() throws IOException {
      if (head.length == 0 || startsWith(0xff, 0xfe, 0, 0)) {
        // UTF-32 is nothing that an HTML or text reader has to know.
        return Optional.empty();
      }
      Optional<Charset> utf16 = utf16();
      Charset ascii = utf16.orElse(StandardCharsets.ISO_8859_1);
      FirstElement root = FirstElement.of(new String(head, ascii));
      return switch (root) {
        case HTML -> Optional.of(Format.HTML);
        case FEED -> Optional.of(Format.FEED);
        case OTHER_XML -> Optional.empty();
        case PIECE_OF_HTML -> Optional.of(isMarkdown() ? Format.MARKDOWN : Format.HTML);
        case NONE -> withoutMarkup(utf16);
      };
    }

    private Optional<Format> withoutMarkup(Optional<Charset> utf16) throws IOException {
      if (isJson()) {
        return Optional.of(Format.JSON);
      }
      String first =
          new String(head, 0, Math.min(head.length, PDF_WITHIN_BYTES), StandardCharsets.ISO_8859_1);
      if (first.contains("%PDF-")) {
        return Optional.of(Format.PDF);
      }
      // Text on the outside only: RTF and PostScript.
      if (first.startsWith("{\\rtf") || first.startsWith("%!PS") || !isText(utf16)) {
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
      if (head.length < start.length) {
        return false;
      }
      for (int i = 0; i < start.length; i++) {
        if ((head[i] & 0xff) != start[i]) {
          return false;
        }
      }
      return true;
    }

    /** What is too long to be looked at is JSON if it is so far. */
    private boolean isJson() throws IOException {
      byte[] start = start(JSON_BYTES);
      try (JsonParser parser = JSON.createParser(start)) {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
          return false;
        }
        parser.skipChildren();
        // A second value makes it something else, such as a line of a log.
        return parser.nextToken() == null;
      } catch (JsonEOFException e) {
        return start.length < content.size();
      } catch (IOException e) {
        return false;
      }
    }

    private byte[] start(int length) throws IOException {
      try (InputStream bytes = content.stream()) {
        return bytes.readNBytes(Math.min(length, content.size()));
      }
    }

    private boolean isText(Optional<Charset> utf16) throws IOException {
      // Unlike a reader's own, a new decoder reports what is none.
      CharsetDecoder decoder = utf16.orElse(StandardCharsets.ISO_8859_1).newDecoder();
      try (Reader text = new InputStreamReader(content.stream(), decoder)) {
        char[] piece = new char[8 << 10];
        for (int length = text.read(piece); length >= 0; length = text.read(piece)) {
          if (containsBinary(piece, length)) {
            return false;
          }
        }
        return true;
      } catch (CharacterCodingException e) {
        return false;
      }
    }

    private static boolean containsBinary(char[] text, int length) {
      for (int i = 0; i < length; i++) {
        char c = text[i];
        // Escape, 0x1b, is part of ISO-2022 encodings; the separators after it are of none.
        if (c <= 0x08 || c == 0x0b || (c >= 0x0e && c <= 0x1f && c != 0x1b)) {
          return true;
        }
      }
      return false;
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

    /** What kind of document begins like this. Immutable. */
    enum FirstElement {
      HTML,
      /** An element of HTML that Markdown may begin with too. */
      PIECE_OF_HTML,
      FEED,
      OTHER_XML,
      NONE;

      /** Elements that an HTML document may begin with when it leaves out html and head. */
      private static final Set<String> WHOLE =
          Set.of("html", "head", "body", "title", "meta", "base");

      /** Documents of the Federal Register in XML, which are read like pages. */
      private static final Set<String> GAZETTE = Set.of("rule", "prorule", "notice", "presdocu");

      private static final Set<String> PIECES =
          Set.of(
              ("a article aside b br center div dl em font footer form frameset h1 h2 h3 h4 h5 h6"
                   + " header hr i iframe img link main nav noscript ol p pre script section span"
                   + " strong style table ul")
                  .split(" ", -1));

      static FirstElement of(String prologue) {
        int at = 0;
        boolean xml = false;
        while (true) {
          at = pastWhiteSpace(prologue, at);
          int end;
          if (prologue.startsWith("<!--", at)) {
            end = past(prologue, "-->", at + 4);
          } else if (prologue.startsWith("<?", at)) {
            xml |= prologue.startsWith("<?xml", at);
            end = past(prologue, "?>", at);
          } else if (startsWithIgnoringCase(prologue, "<!doctype", at)) {
            String name = word(prologue, pastWhiteSpace(prologue, at + "<!doctype".length()));
            if (name.equals("html")) {
              return HTML;
            }
            xml = true;
            end = pastDoctype(prologue, at);
          } else {
            return element(prologue, at, xml);
          }
          if (end < 0) {
            return xml ? OTHER_XML : NONE;
          }
          at = end;
        }
      }

      private static FirstElement element(String text, int at, boolean xml) {
        if (at >= text.length() || text.charAt(at) != '<') {
          return xml ? OTHER_XML : NONE;
        }
        String full = word(text, at + 1);
        String name = full.substring(full.indexOf(':') + 1);
        if (name.equals("rss") || name.equals("feed") || (name.equals("rdf") && isRss(text))) {
          return FEED;
        }
        if (WHOLE.contains(name) || (xml && GAZETTE.contains(name))) {
          return HTML;
        }
        if (PIECES.contains(name)) {
          return PIECE_OF_HTML;
        }
        boolean other = xml || name.equals("rdf") || name.equals("svg");
        return other ? OTHER_XML : NONE;
      }

      /** RDF is a feed by its vocabulary only: RSS 0.90 or 1.0. */
      private static boolean isRss(String text) {
        return text.contains("http://purl.org/rss/1.0/")
            || text.contains("http://my.netscape.com/rdf/simple/0.9/");
      }

      private static int pastWhiteSpace(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
          at++;
        }
        return at;
      }

      /** White space of HTML, and byte order marks, of which UTF-8's reads as three here. */
      private static boolean isBlank(char c) {
        return " \t\n\f\r\ufeff\u00ef\u00bb\u00bf".indexOf(c) >= 0;
      }

      private static int past(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? -1 : found + end.length();
      }

      /** Past the document type and, if it has one, the declarations in its brackets. */
      private static int pastDoctype(String text, int from) {
        int close = text.indexOf('>', from);
        int bracket = text.indexOf('[', from);
        if (bracket < 0 || bracket > close) {
          return close < 0 ? -1 : close + 1;
        }
        int inner = text.indexOf(']', bracket);
        return inner < 0 ? -1 : past(text, ">", inner);
      }

      private static boolean startsWithIgnoringCase(String text, String start, int at) {
        return text.regionMatches(true, at, start, 0, start.length());
      }

      /** The name at this place, in small letters. */
      private static String word(String text, int from) {
        int to = from;
        while (to < text.length() && isNamePart(text.charAt(to))) {
          to++;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
      }

      private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z')
            || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9')
            || c == ':'
            || c == '-'
            || c == '_';
      }
    }
  }
}
