package dev.readout.intake.fetch;

import java.util.Locale;
import java.util.Set;

/**
 * What a document's first element says about it. Immutable.
 *
 * @param kind what document begins like this
 */
record FirstElement(Kind kind) {
  enum Kind {
    HTML,
    /** An element of HTML that Markdown may begin with too. */
    PIECE_OF_HTML,
    FEED,
    OTHER_XML,
    NONE
  }

  /** Elements that an HTML document may begin with when it leaves out html and head. */
  private static final Set<String> WHOLE = Set.of("html", "head", "body", "title", "meta", "base");

  /** Documents of the Federal Register in XML, which are read like pages. */
  private static final Set<String> GAZETTE = Set.of("rule", "prorule", "notice", "presdocu");

  private static final Set<String> PIECES =
      Set.of(
          "a",
          "article",
          "aside",
          "b",
          "br",
          "center",
          "div",
          "dl",
          "em",
          "font",
          "footer",
          "form",
          "frameset",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "i",
          "iframe",
          "img",
          "link",
          "main",
          "nav",
          "noscript",
          "ol",
          "p",
          "pre",
          "script",
          "section",
          "span",
          "strong",
          "style",
          "table",
          "ul");

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
          return new FirstElement(Kind.HTML);
        }
        xml = true;
        end = pastDoctype(prologue, at);
      } else {
        return element(prologue, at, xml);
      }
      if (end < 0) {
        return new FirstElement(xml ? Kind.OTHER_XML : Kind.NONE);
      }
      at = end;
    }
  }

  private static FirstElement element(String text, int at, boolean xml) {
    if (at >= text.length() || text.charAt(at) != '<') {
      return new FirstElement(xml ? Kind.OTHER_XML : Kind.NONE);
    }
    String full = word(text, at + 1);
    String name = full.substring(full.indexOf(':') + 1);
    if (name.equals("rss") || name.equals("feed") || (name.equals("rdf") && isRss(text))) {
      return new FirstElement(Kind.FEED);
    }
    if (WHOLE.contains(name) || (xml && GAZETTE.contains(name))) {
      return new FirstElement(Kind.HTML);
    }
    if (PIECES.contains(name)) {
      return new FirstElement(Kind.PIECE_OF_HTML);
    }
    boolean other = xml || name.equals("rdf") || name.equals("svg");
    return new FirstElement(other ? Kind.OTHER_XML : Kind.NONE);
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

  /** White space of HTML, and byte order marks, of which UTF-8's reads as three characters here. */
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
