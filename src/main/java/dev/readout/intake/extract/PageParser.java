package dev.readout.intake.extract;

import java.util.Iterator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/** Parses a page as a browser does, within limits that hold while it is parsed. */
final class PageParser {
  /** Most elements of a page; the longest rules in the Federal Register have some 30,000. */
  static final int MAX_ELEMENTS = 200_000;

  /** Deepest nesting; what is deeper becomes siblings. */
  private static final int MAX_DEPTH = 256;

  private PageParser() {}

  /** The page; null where it has more than {@link #MAX_ELEMENTS}. */
  static @Nullable Document parse(String html) {
    Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    try (StreamParser pieces = new StreamParser(parser).parse(html, "")) {
      int elements = 0;
      for (Iterator<Element> each = pieces.iterator(); each.hasNext(); each.next()) {
        if (++elements > MAX_ELEMENTS) {
          return null;
        }
      }
      return pieces.document();
    }
  }
}
