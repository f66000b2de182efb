package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Source;
import dev.readout.corpus.Source.SourceType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a record comes from: what it is, who issued it when, where to check it and how well it is
 * confirmed.
 */
public final class SourceText {
  private static final String BETWEEN = " · ";

  /** What stands for the issuer of an entry that nobody issued (docs/writing-records.md). */
  private static final String COMPILED = "compiled from the sources listed";

  /** Numbers that say again what stands before them. */
  private static final QuickPattern SAID_AGAIN =
      QuickPattern.exactly("[;,] (?:FR Docs?\\.|RIN) [^;,]+");

  /** Whose announcement it is says its issuer. */
  private static final Map<Label, Pattern> CITED =
      Map.of(
          Label.EXECUTIVE_ORDER, Pattern.compile("Executive Order ([0-9]+)()"),
          Label.PROCLAMATION, Pattern.compile("Proclamation ([0-9]+)()"),
          Label.ANNOUNCEMENT,
              Pattern.compile("(?:[A-Z][A-Za-z ]+ )?Announcement No\\. ([0-9]+) of ([0-9]{4})"));

  private SourceText() {}

  /** A citation by its kind's name in the reader's language, without numbers that say it again. */
  public static String citation(String citation, Language language) {
    String shown = SAID_AGAIN.replaceAll(citation, "");
    if (language != Language.EN) {
      for (Map.Entry<Label, Pattern> named : CITED.entrySet()) {
        shown =
            named
                .getValue()
                .matcher(shown)
                .replaceAll(cited -> named.getKey().in(language, cited.group(1), cited.group(2)));
      }
      shown = shown.replace("; ", "；").replace(", ", "，");
    }
    return shown;
  }

  /** The title in the reader's language where the record has one, in the reader's script. */
  public static String title(CorpusRecord record, Language language) {
    return Objects.requireNonNullElse(
        SnippetText.chinese(record.titleZh(), language), record.title());
  }

  /** Who issued it, in the reader's language; of a compiled record that nobody did. */
  public static String issuer(CorpusRecord record, Language language) {
    return record.issuer().equals(COMPILED)
        ? Label.COMPILED.in(language)
        : Objects.requireNonNullElse(
            SnippetText.chinese(record.issuerZh(), language), record.issuer());
  }

  /**
   * What is noted of its standing, in the reader's language where the record has it. Empty once
   * somebody has assessed a later document, of which the note does not know.
   */
  public static Optional<String> note(CorpusRecord record, Language language) {
    return Optional.ofNullable(SnippetText.chinese(record.statusNoteZh(), language))
        .or(() -> Optional.ofNullable(record.statusNote()))
        .filter(_ -> record.standing().holdsAsRecorded());
  }

  /** Issuer and dates, each date under its own name. */
  public static String origin(CorpusRecord record, Language language) {
    List<String> parts = new ArrayList<>();
    parts.add(issuer(record, language));
    add(parts, Label.PUBLISHED, record.published(), language);
    add(parts, Label.AS_OF, record.asOf(), language);
    add(parts, Label.EFFECTIVE, record.effective(), language);
    return String.join(BETWEEN, parts);
  }

  /**
   * Publisher, kind of source and address of the best linked source; then the record's citation,
   * which may be another source's; then how well the record is confirmed.
   */
  public static String place(CorpusRecord record, Language language) {
    Optional<Source> linked = record.linkedSource();
    return place(record, linked, linked.map(Source::url), language);
  }

  /** The same, with the address of the statement itself where that is known. */
  public static String place(Snippet snippet, Language language) {
    return place(snippet.record(), Optional.of(snippet.source()), snippet.address(), language);
  }

  /**
   * Issuer, day and address: what a statement is followed by. Of what is later than its record not
   * the issuer, who did not say it.
   */
  public static String inOneLine(Snippet snippet, Language language) {
    CorpusRecord record = snippet.record();
    List<String> from =
        snippet.isLater()
            ? later(snippet, DateText.of(record.anchorDay(), language), language)
            : from(record, language);
    return inOneLine(from, record, snippet.source(), snippet.address().orElse(null), language);
  }

  /** Who says what is later than its record, where that is known, and which record tells it. */
  public static List<String> later(Snippet snippet, String day, Language language) {
    Source source = snippet.source();
    return Stream.concat(
            snippet.record().linkedSource().filter(source::equals).isPresent()
                ? Stream.empty()
                : Stream.ofNullable(publisher(source, language)),
            Stream.of(Label.IN_RECORD.in(language, day)))
        .toList();
  }

  /** The same of a record as a whole. */
  public static String inOneLine(CorpusRecord record, Language language) {
    Source source = record.linkedSource().orElse(record.sources().getFirst());
    return inOneLine(from(record, language), record, source, source.url(), language);
  }

  /** Who issued a record, and the day by which it is known. */
  public static List<String> from(CorpusRecord record, Language language) {
    return List.of(issuer(record, language), day(record, language));
  }

  /** An address that is no government's stands behind whose it is. */
  private static String inOneLine(
      List<String> from,
      CorpusRecord record,
      Source source,
      @Nullable String url,
      Language language) {
    List<String> parts = new ArrayList<>(from);
    String publisher = publisher(source, language);
    boolean isOthers = source.type() == SourceType.NEWS || source.type() == SourceType.ANALYSIS;
    if (url == null) {
      record.citation().ifPresent(parts::add);
    } else if (isOthers && publisher != null && !from.contains(publisher)) {
      parts.add(spaced(Stream.of(publisher, kind(source, language), url)));
    } else {
      parts.add(url);
    }
    provenance(record, language).ifPresent(parts::add);
    return String.join(BETWEEN, parts);
  }

  private static String place(
      CorpusRecord record, Optional<Source> shown, Optional<String> url, Language language) {
    Optional<Source> linked = shown.filter(source -> source.url() != null);
    Optional<String> citation = record.citation();
    List<String> parts = new ArrayList<>();
    if (linked.isPresent()) {
      Source source = linked.get();
      parts.add(
          spaced(Stream.of(publisher(source, language), kind(source, language), url.orElse(null))));
      citation.ifPresent(text -> parts.add(Label.CITED.in(language, text)));
    } else {
      Source source = record.sources().getFirst();
      parts.add(
          spaced(
              Stream.of(unlessCited(source, language), kind(source, language), source.citation())));
    }
    provenance(record, language).ifPresent(parts::add);
    return String.join(BETWEEN, parts);
  }

  /** One source: publisher, citation, kind of source, address; those that it has. */
  public static String of(Source source, Language language) {
    return spaced(
        Stream.of(
            unlessCited(source, language),
            source.citation(),
            kind(source, language),
            source.url()));
  }

  /** What kind of source it is: "official", "news"; "citation" where nothing is linked. */
  public static String type(Source source, Language language) {
    Label label =
        switch (source.type()) {
          case null -> Label.CITATION;
          case OFFICIAL -> Label.OFFICIAL;
          case OFFICIAL_MIRROR -> Label.OFFICIAL_MIRROR;
          case NEWS -> Label.NEWS;
          case ANALYSIS -> Label.ANALYSIS;
        };
    return label.in(language);
  }

  /** A warning that the record is not confirmed; empty where it is. */
  public static Optional<String> provenance(CorpusRecord record, Language language) {
    return switch (record.provenance()) {
      case OFFICIAL_PAGE, SECONDARY -> Optional.empty();
      case UNCONFIRMED -> Optional.of(Label.UNCONFIRMED.in(language));
    };
  }

  /** The publisher, unless the citation beside it begins with its name. */
  private static @Nullable String unlessCited(Source source, Language language) {
    String publisher = source.publisher();
    String citation = source.citation();
    return publisher != null && citation != null && citation.startsWith(publisher)
        ? null
        : publisher(source, language);
  }

  /** The publisher by its name in the reader's language, where it has one; null for none. */
  public static @Nullable String publisher(Source source, Language language) {
    String publisher = source.publisher();
    return publisher == null ? null : ChineseNames.of(publisher, language);
  }

  private static String kind(Source source, Language language) {
    return "[" + type(source, language) + "]";
  }

  private static String spaced(Stream<@Nullable String> parts) {
    return parts.filter(Objects::nonNull).collect(Collectors.joining(" "));
  }

  /** The day by which the record is known: published, or as of. */
  public static String day(CorpusRecord record, Language language) {
    Label label = record.published() != null ? Label.PUBLISHED : Label.AS_OF;
    return label.in(language, DateText.of(record.anchorDay(), language));
  }

  private static void add(
      List<String> parts, Label label, @Nullable LocalDate day, Language language) {
    if (day != null) {
      parts.add(label.in(language, DateText.of(day, language)));
    }
  }
}
