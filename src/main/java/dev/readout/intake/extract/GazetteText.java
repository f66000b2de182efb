package dev.readout.intake.extract;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The two forms of text that the Federal Register gives to programs, freed of what is the
 * printer's: a page that is one block of wrapped lines, and XML by the Government Publishing
 * Office's elements. Pure functions.
 */
final class GazetteText {
  private static final String START = "[Federal Register Volume";
  private static final Pattern HEADER = Pattern.compile("(?s)\\A.*?\\n-{20,}\\s*\\n");
  private static final Pattern RULED_LINE = Pattern.compile("(?m)^[ \\t]*[-_=]{20,}[ \\t]*$");

  /** A new page amid a sentence. */
  private static final Pattern PAGE =
      Pattern.compile("\\s*\\n\\s*\\[\\[Page [0-9]+]]\\s*?\\n\\s*?(?=\\S| {4})");

  private GazetteText() {}

  /** The text of a page that is nothing but lines of text; null for another page. */
  static @Nullable String linesOf(Document page) {
    Element only = page.body().firstElementChild();
    if (only == null) {
      return null;
    }
    boolean isLines =
        only.normalName().equals("pre")
            && page.body().childrenSize() == 1
            && page.body().ownText().isBlank();
    return isLines ? only.wholeText() : null;
  }

  /** Without the printer's head, rules and page numbers; any other text as it is. */
  static String cleaned(String text) {
    String lines = text.stripLeading();
    if (!lines.startsWith(START)) {
      return text;
    }
    String withoutHead = HEADER.matcher(lines).replaceFirst("");
    String joined = PAGE.matcher(withoutHead).replaceAll("\n");
    return RULED_LINE.matcher(joined).replaceAll("");
  }

  /** Calls the elements of a document in XML what they are called in a page. */
  static void nameElements(Document page) {
    Element first = page.body().firstElementChild();
    if (first == null || !first.is("rule, prorule, notice, presdocu")) {
      return;
    }
    // In a page no element ends in its own tag: the rest of the paragraph is in them.
    page.select("prtpage, gid, mathph, stars").unwrap();
    page.select("bilcod").remove();
    page.select("hd, agency, subagy, cfr, rin, depdoc, subject, signer, name, titl").tagName("h3");
    page.select("fp, ftnt, frdoc, dated, amdpar").tagName("p");
  }
}
