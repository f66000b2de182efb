package dev.readout.corpus;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that nobody writes but somebody sends. Pure functions. */
public final class OddText {
  private static final String[] PIECES = {
    "\uD800",
    "\uDC00",
    "\uD83D\uDE00",
    "\u202E",
    "\u2066",
    "\u200B",
    "\uFEFF",
    "\u0000",
    "\u0301",
    "\u00AD",
    "\u2028",
    "\uFFFF",
    "ﷺ",
    "İ",
    "ß",
    "\t",
    "\n",
    "\r\n",
    " ",
    "\u3000",
    "\u00A0",
    "2026-02-31",
    "0000-00-00",
    "31 April 99999",
    "Q9 2025",
    "before 1 January",
    "since 2025",
    "spring of 0001",
    "last week",
    "二〇二五年十三月三十二日",
    "3月以来",
    "12/31/-1",
    "May 2025 to May 2024",
    "99999999999999999999",
    "1e400",
    "10%",
    "$",
    "the",
    "tariff",
    "关税",
    "關稅",
    "会谈",
    "Washington",
    "Beijing",
    "what",
    "is",
    "in force",
    "quota",
    "\"",
    "“",
    "”",
    "…",
    "[...]",
    "'",
    "<",
    ">",
    "&",
    "&#0;",
    "&#xD800;",
    "<p>",
    "</p>",
    "<table>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "---\n",
    "- ",
    "> ",
    "#",
    "*",
    "_",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    ":",
    ": ",
    "|",
    "~",
    "!",
    "{",
    "}",
    "%",
    "%zz",
    "//",
    "://",
    "https://",
    "http://[::1",
    "xn--",
    "@",
    "?",
    "\\",
    "r1",
    "more",
    "^",
  };

  private OddText() {}

  /** Up to so many pieces, some of any characters at all, seldom a very long one. */
  public static Arbitrary<String> upTo(int pieces) {
    return Arbitraries.frequencyOf(
            Tuple.of(12, Arbitraries.of(PIECES)),
            Tuple.of(3, Arbitraries.strings().ofMaxLength(8)),
            Tuple.of(2, Arbitraries.strings().ascii().ofMaxLength(12)),
            Tuple.of(
                1, Arbitraries.of("a", "关", "ab ", "1", "\uD800").map(part -> part.repeat(400))))
        .list()
        .ofMaxSize(pieces)
        .map(parts -> String.join("", parts));
  }

  /** The text with odd pieces in it, and parts of it doubled, moved or gone. */
  public static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      int at = random.nextInt(mutated.length() + 1);
      int end = Math.min(mutated.length(), at + random.nextInt(1, 60));
      switch (random.nextInt(4)) {
        case 0 -> mutated.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 -> mutated.insert(random.nextInt(mutated.length() + 1), mutated.substring(at, end));
        case 2 -> mutated.delete(at, end);
        default -> mutated.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return mutated.toString();
  }
}
