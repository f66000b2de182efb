package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.SourceText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a statement comes from, in one line with a linked title. Pure functions. */
final class SourceLine {
  private static final String BETWEEN = " · ";

  /** Titles and origins come from records that others may have added. */
  private static final int MAX_TITLE_CHARS = 200;

  private static final int MAX_ORIGIN_CHARS = 400;

  /** A longer address is not linked: it would take the place of statements. */
  private static final int MAX_URL_CHARS = 500;

  private SourceLine() {}

  /** Title, linked to the statement itself, issuer, day, kind of source; a citation for a link. */
  static String of(Snippet snippet, Language language) {
    CorpusRecord record = snippet.record();
    List<String> from =
        snippet.isLater()
            ? SourceText.later(snippet, DateText.of(record.anchorDay(), language), language)
            : SourceText.from(record, language);
    return title(snippet, language)
        + BETWEEN
        + withoutTitle(from, record, snippet.source(), language);
  }

  /** The same of a record as a whole. */
  static String of(CorpusRecord record, Language language) {
    return title(record, language) + BETWEEN + withoutTitle(record, language);
  }

  /** The same for where the title stands above. */
  static String withoutTitle(CorpusRecord record, Language language) {
    Source source = record.linkedSource().orElse(record.sources().getFirst());
    return withoutTitle(SourceText.from(record, language), record, source, language);
  }

  private static String withoutTitle(
      List<String> from, CorpusRecord record, Source source, Language language) {
    List<String> parts = new ArrayList<>(from);
    if (link(record).isEmpty()) {
      record.citation().map(cited -> SourceText.citation(cited, language)).ifPresent(parts::add);
    } else {
      parts.add(SourceText.type(source, language));
    }
    SourceText.provenance(record, language).ifPresent(parts::add);
    return line(parts);
  }

  private static String line(List<String> parts) {
    return Markdown.escapeLine(String.join(BETWEEN, parts), MAX_ORIGIN_CHARS);
  }

  /** The title, linked where the record has an address. */
  static String title(CorpusRecord record, Language language) {
    return title(record, link(record), language);
  }

  /** The title alone. */
  static String plainTitle(CorpusRecord record, Language language) {
    return title(record, Optional.empty(), language);
  }

  /** The same, with a link to the statement itself. */
  private static String title(Snippet snippet, Language language) {
    return title(snippet.record(), place(snippet), language);
  }

  /** The address of the statement itself where that is not too long, else of its record. */
  static Optional<String> place(Snippet snippet) {
    return snippet
        .address()
        .filter(url -> url.length() <= MAX_URL_CHARS)
        .or(() -> link(snippet.record()));
  }

  private static String title(CorpusRecord record, Optional<String> link, Language language) {
    String title = Markdown.shortened(SourceText.title(record, language), MAX_TITLE_CHARS);
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
    String citation = source.citation();
    String cited = citation == null ? null : SourceText.citation(citation, language);
    String name =
        publisher != null ? publisher : cited != null ? cited : String.valueOf(source.url());
    String shown = Markdown.shortened(name, MAX_TITLE_CHARS);
    String url = source.url();
    String linked =
        url == null || url.length() > MAX_URL_CHARS
            ? Markdown.escapeLine(shown)
            : Markdown.link(shown, url);
    return linked
        + (cited == null || cited.equals(name) ? "" : BETWEEN + Markdown.escapeLine(cited))
        + BETWEEN
        + kind;
  }

  /** Records that are pointed to, not quoted: the title, and under it in small print the rest. */
  static String list(List<CorpusRecord> records, Language language) {
    return records.stream()
        .map(
            record ->
                Markdown.bullet(title(record, language))
                    + "\n"
                    + Markdown.small(withoutTitle(record, language)))
        .collect(Collectors.joining("\n"));
  }
}
