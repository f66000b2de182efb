package dev.readout.intake.extract;

import dev.readout.corpus.Sentences;
import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.extract.Extraction.Slice;
import dev.readout.intake.extract.PageReader.PageReading;
import dev.readout.intake.extract.TextBlocks.TextLanguage;
import dev.readout.intake.fetch.Original;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
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
  /** Most statements of a document. */
  static final int MAX_STATEMENTS = 5_000;

  /** A shorter text is a document only where it is marked as one and has a sentence. */
  private static final int MIN_CHARS = 60;

  private static final Pattern SENTENCE =
      Pattern.compile("(?m)(?:(?:\\S+ ){4,}\\S+|\\p{IsHan}.{6,})[.!?。！？]$");
  private static final String SCRIPTS = "script:not([type=application/ld+json]), noscript";
  private static final String FRAMES = "iframe, frame, object, embed, [http-equiv=refresh]";
  private static final String ARTICLE = "article, main, [role=main]";

  private static final Pattern BLOCKS = Pattern.compile("[\\f\\n]");

  private final PublishedDay publishedDay;

  HtmlExtractor(InstantSource clock) {
    this.publishedDay = new PublishedDay(clock);
  }

  Extraction extract(Original original) {
    Document page = PageParser.parse(PageDecoder.decode(original));
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
    Furniture furniture = new Furniture(page);
    PageReading reading = PageReader.read(page, furniture, MainContent.find(page, furniture));
    if (reading == null) {
      return new Failed(Reason.TOO_LARGE);
    }
    if (Challenge.isIn(page.title(), reading.body())) {
      return new Failed(Reason.CHALLENGE);
    }
    String language = TextLanguage.of(reading.body(), language(page));
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
    OwnWords words = new OwnWords(reading.blocks().stream().map(reading::text).toList());
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

  private Extracted described(
      Document page, PageReading reading, @Nullable String language, List<Slice> statements) {
    LinkedData data = new LinkedData(page);
    PageMetadata metadata = new PageMetadata(page, data);
    String title = metadata.title();
    return new Extracted(
        title,
        publishedDay.of(page, data, lines(reading.page()), title),
        language,
        metadata.publisher(),
        reading.body(),
        statements);
  }

  private static List<String> lines(PageText page) {
    return Arrays.stream(BLOCKS.split(page.text().substring(0, page.seen()), -1))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Parses a page as a browser does, within limits that hold while it is parsed. */
  static final class PageParser {
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
}
