package dev.readout.cli.render;

import dev.readout.answer.reading.Language;
import dev.readout.cli.page.Ink;
import dev.readout.cli.page.Page;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Provenance;
import dev.readout.corpus.Source;
import dev.readout.corpus.SourceType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a record comes from: what it is, who issued it when, where to check it and how well it is
 * confirmed.
 */
final class SourceText {
  private static final String BETWEEN = " · ";

  private SourceText() {}

  /** Writes title, issuer, dates and the best source, in lines that begin under {@code indent}. */
  static void write(Page page, CorpusRecord record, Language language, String indent) {
    page.line(Ink.FAINT, indent, title(record, language));
    page.line(Ink.FAINT, indent, origin(record, language));
    page.line(Ink.FAINT, indent, place(record, language));
  }

  /** The title in the reader's language where the record has one. */
  static String title(CorpusRecord record, Language language) {
    return switch (language) {
      case EN -> record.title();
      case ZH -> Objects.requireNonNullElse(record.titleZh(), record.title());
    };
  }

  /** Issuer and dates, each date under its own name. */
  static String origin(CorpusRecord record, Language language) {
    List<String> parts = new ArrayList<>();
    parts.add(record.issuer());
    add(parts, Label.PUBLISHED, record.published(), language);
    add(parts, Label.AS_OF, record.asOf(), language);
    add(parts, Label.EFFECTIVE, record.effective(), language);
    return String.join(BETWEEN, parts);
  }

  /**
   * Publisher, kind of source and address of the best linked source; then the record's citation,
   * which may be another source's; then how well the record is confirmed.
   */
  static String place(CorpusRecord record, Language language) {
    Source source = record.linkedSource().orElse(record.sources().getFirst());
    StringBuilder place = new StringBuilder();
    if (source.publisher() != null) {
      place.append(source.publisher()).append(' ');
    }
    place.append('[').append(type(source.type()).in(language)).append(']');
    if (source.url() != null) {
      place.append(' ').append(source.url());
      record
          .citation()
          .ifPresent(text -> place.append(BETWEEN).append(Label.CITED.in(language, text)));
    } else {
      record.citation().ifPresent(text -> place.append(' ').append(text));
    }
    Label provenance = provenance(record.provenance());
    return provenance == null ? place.toString() : place + BETWEEN + provenance.in(language);
  }

  /** Writes every source of a record, best first. */
  static void writeAll(Page page, CorpusRecord record, Language language) {
    page.line(Ink.BOLD, Label.SOURCES.in(language));
    for (Source source : record.sources()) {
      page.line(Ink.PLAIN, "• ", source(source, language));
    }
    Label provenance = provenance(record.provenance());
    if (provenance != null) {
      page.line(Ink.FAINT, "  ", provenance.in(language));
    }
  }

  private static String source(Source source, Language language) {
    String kind = "[" + type(source.type()).in(language) + "]";
    return Stream.of(source.publisher(), source.citation(), kind, source.url())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  private static void add(
      List<String> parts, Label label, @Nullable LocalDate day, Language language) {
    if (day != null) {
      parts.add(label.in(language, DateText.of(day, language)));
    }
  }

  private static Label type(@Nullable SourceType type) {
    return switch (type) {
      case null -> Label.CITATION;
      case OFFICIAL -> Label.OFFICIAL;
      case OFFICIAL_MIRROR -> Label.OFFICIAL_MIRROR;
      case NEWS -> Label.NEWS;
      case ANALYSIS -> Label.ANALYSIS;
    };
  }

  private static @Nullable Label provenance(Provenance provenance) {
    return switch (provenance) {
      case OFFICIAL_PAGE -> null;
      case SECONDARY -> Label.SECONDARY;
      case UNCONFIRMED -> Label.UNCONFIRMED;
    };
  }
}
