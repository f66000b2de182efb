package dev.readout.intake.extract;

import dev.readout.corpus.Sentences;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.extract.Extraction.Slice;
import dev.readout.intake.extract.PageReader.PageReading;
import dev.readout.intake.fetch.Original;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the text of a web page: decoded, parsed, freed of what stands around the text, cut into
 * statements that know how a link leads to them. Thread-safe. Holds its limits by itself, except
 * those of time and memory.
 */
final class HtmlExtractor {
  static final int MAX_STATEMENTS = 5_000;

  /** A shorter text is a document only where it is marked as one and has a sentence. */
  private static final int MIN_CHARS = 60;

  private static final Pattern SENTENCE =
      Pattern.compile("(?m)(?:(?:\\S+ ){4,}\\S+|\\p{IsHan}.{6,})[.!?。！？]$");
  private static final String SCRIPTS = "script:not([type=application/ld+json]), noscript";
  private static final String FRAMES = "iframe, frame, object, embed, [http-equiv=refresh]";
  private static final String ARTICLE = "article, main, [role=main]";

  private static final Pattern BLOCKS = Pattern.compile("[\\f\\n]");

  /** Most elements of a page; the longest rules in the Federal Register have some 30,000. */
  private static final int MAX_ELEMENTS = 200_000;

  /** Deepest nesting of a page; what is deeper becomes siblings. */
  private static final int MAX_DEPTH = 256;

  private final PublishedDay publishedDay;

  HtmlExtractor(InstantSource clock) {
    this.publishedDay = new PublishedDay(clock);
  }

  Extraction extract(Original original) {
    Document page = parse(PageDecoder.decode(original));
    if (page == null) {
      return new Failed(Reason.TOO_LARGE);
    }
    if (Challenge.isIn(page)) {
      return new Failed(Reason.CHALLENGE);
    }
    String lines = GazetteText.linesOf(page);
    if (lines != null) {
      return PlainTextExtractor.extract(lines);
    }
    GazetteText.nameElements(page);
    PageChrome chrome = new PageChrome(page);
    PageReading reading = PageReader.read(page, chrome, MainContent.find(page, chrome));
    if (reading == null) {
      return new Failed(Reason.TOO_LARGE);
    }
    if (Challenge.isIn(page.title(), reading.body())) {
      return new Failed(Reason.CHALLENGE);
    }
    String language = TextBlocks.TextLanguage.of(reading.body(), language(page));
    if (isTooShort(page, reading.body(), language)) {
      return new Failed(Reason.NO_TEXT);
    }
    List<Slice> statements = statements(reading, language);
    if (statements == null) {
      return new Failed(Reason.TOO_LARGE);
    }
    return statements.isEmpty()
        ? new Failed(Reason.NO_TEXT)
        : described(page, reading, language, statements);
  }

  /** The page as a browser parses it; null where it has more than {@link #MAX_ELEMENTS}. */
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

  /** A page that runs no script shows all that it has; another may only ask for patience. */
  private static boolean isTooShort(Document page, String body, @Nullable String language) {
    if (page.selectFirst(SCRIPTS) == null) {
      return body.length() < MIN_CHARS && !isShortArticle(page, body);
    }
    // Chinese says in 70 characters what takes 200 in English.
    return body.length() < ("zh".equals(language) ? 70 : MainContent.MIN_CHARS);
  }

  /** What a server says of a page that is not there is a sentence, too, but marked as no text. */
  private static boolean isShortArticle(Document page, String body) {
    return page.selectFirst(ARTICLE) != null
        && page.selectFirst(FRAMES) == null
        && SENTENCE.matcher(body).find();
  }

  private static String language(Document page) {
    Element html = page.selectFirst("html[lang]");
    return html == null ? "" : html.attr("lang").strip();
  }

  /** Null where there are more than {@link #MAX_STATEMENTS}. */
  private static @Nullable List<Slice> statements(PageReading reading, @Nullable String language) {
    TextFragments fragments = new TextFragments(reading.page());
    TextBlocks.OwnWords words =
        new TextBlocks.OwnWords(reading.blocks().stream().map(reading::text).toList());
    List<Slice> statements = new ArrayList<>();
    for (PageReading.Block block : reading.blocks()) {
      if (block.heading() || !words.isNextQuotable(reading.text(block))) {
        continue;
      }
      for (Sentences.Range range :
          Sentences.of(reading.body(), block.start(), block.end(), language)) {
        if (reading.hasGap(range.start(), range.end())) {
          continue;
        }
        if (statements.size() == MAX_STATEMENTS) {
          return null;
        }
        String fragment = fragments.of(reading.places(range.start(), range.end()));
        statements.add(new Slice(range.start(), range.end(), fragment));
      }
    }
    return statements;
  }

  private Extraction.Extracted described(
      Document page, PageReading reading, @Nullable String language, List<Slice> statements) {
    PageMetadata.LinkedData data = new PageMetadata.LinkedData(page);
    PageMetadata metadata = new PageMetadata(page, data);
    String title = metadata.title();
    return new Extraction.Extracted(
        title,
        publishedDay.of(page, data, lines(reading.page()), title),
        language,
        metadata.publisher(),
        reading.body(),
        statements);
  }

  private static List<String> lines(TextWriter.PageText page) {
    return Arrays.stream(BLOCKS.split(page.text().substring(0, page.seen()), -1))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /**
   * Tells a page that asks who is reading - for consent, for a captcha, for a request of access -
   * from the document that it stands in place of. Such pages come with the status of a success.
   * Told by what they say in the few words that they have; a document that speaks of captchas has
   * more. Pure functions.
   */
  static final class Challenge {
    /** A longer text is a document, whatever it says. */
    private static final int MAX_CHARS = 3_000;

    /** What the titles of such pages say; documents may say it in their text. */
    private static final Pattern TITLE =
        Pattern.compile(
            "request access|access denied|just a moment|attention required|before you continue"
                + "|pardon our interruption|are you a robot|security check|访问验证|安全验证|人机验证|访问被拒绝");

    private static final Pattern TEXT =
        Pattern.compile(
            "captcha|(?:verify|confirm|prove)(?: that)? you(?: are|'re|’re) (?:a |not a"
                + " )?(?:human|robot|bot)|checking your browser|enable javascript and"
                + " cookies|unusual traffic|aggressive automated scraping|access to this page has"
                + " been denied|you (?:don't|don’t|do not) have permission to access|incapsula"
                + " incident|accept (?:all )?cookies to continue"
                + "|请输入验证码|完成(?:安全|人机)?验证|人机验证|访问过于频繁|(?:开启|启用|允许)\\s*javascript");

    private Challenge() {}

    /** Whether the whole page says so. */
    static boolean isIn(Document page) {
      return isIn(page.title(), page.body().text());
    }

    static boolean isIn(String title, String text) {
      return text.length() <= MAX_CHARS
          && (TITLE.matcher(title.toLowerCase(Locale.ROOT)).find()
              || TEXT.matcher(text.toLowerCase(Locale.ROOT)).find());
    }
  }

  /**
   * The two forms of text that the Federal Register gives to programs, freed of what is the
   * printer's: a page that is one block of wrapped lines, and XML by the Government Publishing
   * Office's elements. Pure functions.
   */
  static final class GazetteText {
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
      page.select("hd, agency, subagy, cfr, rin, depdoc, subject, signer, name, titl")
          .tagName("h3");
      page.select("fp, ftnt, frdoc, dated, amdpar").tagName("p");
    }
  }
}
