package dev.readout.discord.render;

import dev.readout.answer.Snippet;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.SourceText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a statement comes from, in one line with a linked title. Pure functions. */
final class SourceLine {
  private static final String BETWEEN = " · ";

  /** A citation longer than this is no number to look up, and the link leads there as well. */
  private static final int MAX_CITATION_CHARS = 60;

  /** Titles and origins come from records that others may have added. */
  private static final int MAX_TITLE_CHARS = 200;

  private static final int MAX_ORIGIN_CHARS = 400;

  /** A longer address is not linked: it would take the place of statements. */
  private static final int MAX_URL_CHARS = 500;

  private SourceLine() {}

  /**
   * Title, issuer, dates, publisher and kind of source, formal citation, and how it was checked.
   */
  static String of(Snippet snippet, Language language) {
    return title(snippet, language) + BETWEEN + withoutTitle(snippet.record(), language);
  }

  /** Title, issuer, dates, and how it was checked: for where the sources stand below. */
  static String beforeSources(CorpusRecord record, Language language) {
    List<String> parts = new ArrayList<>();
    parts.add(SourceText.origin(record, language));
    SourceText.provenance(record, language).ifPresent(parts::add);
    return title(record, language) + BETWEEN + line(parts);
  }

  /** What a statement needs at least: title and link or else citation, issuer, day. */
  static String brief(CorpusRecord record, Language language) {
    return title(record, language) + BETWEEN + origin(record, language);
  }

  /** The same, with a link to the statement itself. */
  static String brief(Snippet snippet, Language language) {
    return title(snippet, language) + BETWEEN + origin(snippet.record(), language);
  }

  private static String origin(CorpusRecord record, Language language) {
    List<String> parts = new ArrayList<>();
    parts.add(SourceText.issuer(record, language));
    parts.add(SourceText.day(record, language));
    if (link(record).isEmpty()) {
      record.citation().ifPresent(parts::add);
    }
    return line(parts);
  }

  /** The same as {@link #of} for where the title stands above. */
  static String withoutTitle(CorpusRecord record, Language language) {
    Source shown = record.linkedSource().orElse(record.sources().getFirst());
    List<String> parts = new ArrayList<>();
    parts.add(SourceText.origin(record, language));
    String type = SourceText.type(shown, language);
    String publisher = SourceText.publisher(shown, language);
    if (publisher != null) {
      // The issuer's own page needs no second name.
      parts.add(
          publisher.equals(SourceText.issuer(record, language))
              ? type
              : publisher + " [" + type + "]");
    }
    record
        .citation()
        .filter(citation -> shown.url() == null || citation.length() <= MAX_CITATION_CHARS)
        .ifPresent(parts::add);
    SourceText.provenance(record, language).ifPresent(parts::add);
    return line(parts);
  }

  private static String line(List<String> parts) {
    return Markdown.escapeLine(Actions.shortened(String.join(BETWEEN, parts), MAX_ORIGIN_CHARS));
  }

  /** The title, linked where the record has an address. */
  static String title(CorpusRecord record, Language language) {
    return title(record, link(record), language);
  }

  /** The same, with a link to the statement itself where that is not too long. */
  private static String title(Snippet snippet, Language language) {
    Optional<String> place = snippet.address().filter(url -> url.length() <= MAX_URL_CHARS);
    return title(snippet.record(), place.or(() -> link(snippet.record())), language);
  }

  private static String title(CorpusRecord record, Optional<String> link, Language language) {
    String title = Actions.shortened(SourceText.title(record, language), MAX_TITLE_CHARS);
    return link.map(url -> Markdown.link(title, url)).orElseGet(() -> Markdown.escapeLine(title));
  }

  /** The address of the best source that has one; empty where there is none to link. */
  static Optional<String> link(CorpusRecord record) {
    return record.linkedSource().map(Source::url).filter(url -> url.length() <= MAX_URL_CHARS);
  }

  /** One source of several, linked where it has an address. */
  static String of(Source source, Language language) {
    String kind = Markdown.escapeLine(SourceText.type(source, language));
    String publisher = SourceText.publisher(source, language);
    String name =
        publisher != null
            ? publisher
            : source.citation() != null ? source.citation() : String.valueOf(source.url());
    String shown = Actions.shortened(name, MAX_TITLE_CHARS);
    String url = source.url();
    String linked =
        url == null || url.length() > MAX_URL_CHARS
            ? Markdown.escapeLine(shown)
            : Markdown.link(shown, url);
    boolean cited = source.citation() != null && !source.citation().equals(name);
    return linked
        + (cited ? BETWEEN + Markdown.escapeLine(String.valueOf(source.citation())) : "")
        + BETWEEN
        + kind;
  }
}
