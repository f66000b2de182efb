package dev.readout.cli;

import dev.readout.answer.DateText;
import dev.readout.answer.Drift;
import dev.readout.answer.IndexText;
import dev.readout.answer.Label;
import dev.readout.answer.ListingText;
import dev.readout.answer.Listings.Listed;
import dev.readout.answer.Listings.Named;
import dev.readout.answer.Lookups.Explanation;
import dev.readout.answer.MeetingComparison;
import dev.readout.answer.SideText;
import dev.readout.answer.SnippetText;
import dev.readout.answer.SourceText;
import dev.readout.answer.TermText;
import dev.readout.cli.Page.Ink;
import dev.readout.cli.Terminal.Layout;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Source;
import dev.readout.corpus.Term;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is looked up, as pages: a term, a name's listings, what a side no longer says. */
final class LookupText {
  private LookupText() {}

  /** A term: its names in both languages, what the sources say it is, and where it is named. */
  static String of(Explanation explanation, Language language, Layout layout) {
    Page page = new Page(layout, language);
    Term term = explanation.term();
    page.line(Ink.BOLD, TermText.name(term, language));
    writeNames(page, Label.NAMES_EN, Stream.of(term.en(), term.abbr()), language);
    writeNames(page, Label.NAMES_ZH, Stream.of(TermText.chinese(term, language)), language);
    page.gap();
    writeEntry(page, explanation, language);
    page.gap();
    if (explanation.usedIn().isEmpty()) {
      page.line(Ink.PLAIN, Label.NOT_USED.in(language));
    } else {
      page.line(Ink.BOLD, Label.USED_IN.in(language, IndexText.count(explanation.uses())));
      explanation.usedIn().forEach(record -> page.record(Page.BULLET, record));
    }
    return page.toString();
  }

  private static void writeNames(
      Page page, Label label, Stream<List<String>> names, Language language) {
    String joined = names.flatMap(List::stream).distinct().collect(Collectors.joining("; "));
    if (!joined.isEmpty()) {
      page.line(Ink.PLAIN, "  " + label.in(language) + Label.COLON.in(language), joined);
    }
  }

  private static void writeEntry(Page page, Explanation explanation, Language language) {
    CorpusRecord entry = explanation.entry();
    if (entry == null) {
      page.line(Ink.PLAIN, Label.NO_ENTRY.in(language));
      return;
    }
    explanation
        .snippets()
        .forEach(
            snippet ->
                page.line(Ink.PLAIN, "• ", SnippetText.words(snippet.statement(), language)));
    page.line(Ink.FAINT, "  ", SourceText.title(entry, language));
    page.line(Ink.FAINT, "  ", SourceText.origin(entry, language));
    page.line(Ink.FAINT, "  ", Label.SUMMARIES.in(language));
    page.gap();
    page.sources(entry);
  }

  /** A name's listings, each with the statement that says so; or that no record says so. */
  static String of(Named named, LocalDate day, Language language, Layout layout) {
    Page page = new Page(layout, language);
    page.line(Ink.BOLD, named.asked());
    String others = ListingText.alsoCalled(named, language);
    if (!others.isEmpty()) {
      page.line(Ink.FAINT, others);
    }
    for (Listed listed : named.listed()) {
      page.gap();
      page.line(Ink.BOLD, ListingText.name(listed, language));
      page.line(Ink.PLAIN, Page.INDENT, ListingText.of(listed, day, language));
      page.statements(listed.says());
    }
    if (named.listed().isEmpty()) {
      page.gap();
      page.line(Ink.PLAIN, ListingText.none(named, language));
    }
    if (!named.beside().isEmpty()) {
      page.gap();
      page.line(Ink.PLAIN, Label.LISTED_BESIDE.in(language));
      page.statements(named.beside());
    }
    page.gap();
    if (!named.near().isEmpty()) {
      page.line(
          Ink.PLAIN,
          Label.LISTED_NEAR.in(language)
              + Label.COLON.in(language)
              + String.join(Label.BETWEEN_NAMES.in(language), named.near()));
    }
    page.line(Ink.PLAIN, Label.LISTS_PUBLISHED.in(language));
    for (CorpusRecord list : named.lists()) {
      Source source = list.linkedSource().orElse(list.sources().getFirst());
      page.line(
          Ink.FAINT,
          Page.BULLET,
          SourceText.title(list, language)
              + Label.COLON.in(language)
              + SourceText.of(source, language));
    }
    return page.toString();
  }

  /** What a side said before and no longer, what is new, and what both accounts have. */
  static String of(Drift drift, Language language, Layout layout) {
    Page page = new Page(layout, language);
    page.line(
        Ink.BOLD,
        Label.DRIFT_HEAD.in(
            language,
            TermText.name(drift.topic(), language),
            SideText.name(drift.later().side(), language),
            DateText.brief(drift.earlier().anchorDay(), language),
            DateText.brief(drift.later().anchorDay(), language)));
    page.record(Page.BULLET, drift.earlier());
    page.record(Page.BULLET, drift.later());
    said(page, Ink.RED, Label.DRIFT_GONE, drift.gone(), language);
    names(page, Label.DRIFT_NAMES_GONE, drift.goneTerms(), language);
    said(page, Ink.GREEN, Label.DRIFT_ADDED, drift.added(), language);
    names(page, Label.DRIFT_NAMES_ADDED, drift.addedTerms(), language);
    List<Snippet> both =
        drift.kept().stream().flatMap(kept -> Stream.of(kept.earlier(), kept.later())).toList();
    said(page, Ink.BOLD, Label.DRIFT_KEPT, both, language);
    page.gap();
    page.line(
        Ink.FAINT,
        (drift.isVerbatim() ? Label.DRIFT_BY_WORDS : Label.DRIFT_BY_STATEMENTS).in(language));
    if (drift.areLast()) {
      page.line(Ink.FAINT, Label.DRIFT_LAST.in(language));
    }
    return page.toString();
  }

  private static void said(Page page, Ink ink, Label label, List<Snippet> said, Language language) {
    page.gap();
    page.line(
        ink,
        label.in(language)
            + (said.isEmpty() ? Label.COLON.in(language) + Label.DRIFT_NONE.in(language) : ""));
    page.statements(said);
  }

  private static void names(Page page, Label label, List<Term> terms, Language language) {
    if (!terms.isEmpty()) {
      page.line(
          Ink.PLAIN,
          label.in(language)
              + Label.COLON.in(language)
              + terms.stream()
                  .map(term -> TermText.name(term, language))
                  .collect(Collectors.joining(Label.BETWEEN_NAMES.in(language))));
    }
  }

  /** Both accounts of a meeting, then topic by topic, in two columns where there is room. */
  static final class ComparisonText {
    private static final int MIN_COLUMNS_FOR_TWO = 100;

    private final MeetingComparison comparison;
    private final Language language;
    private final Page page;
    private final Map<String, Integer> numbers = new HashMap<>();

    private ComparisonText(
        MeetingComparison comparison, Language language, Terminal.Layout layout) {
      this.comparison = comparison;
      this.language = language;
      this.page = new Page(layout, language);
    }

    static String of(MeetingComparison comparison, Language language, Terminal.Layout layout) {
      return new ComparisonText(comparison, language, layout).write();
    }

    private String write() {
      CorpusRecord meeting = comparison.meeting();
      page.line(Ink.BOLD, SourceText.title(meeting, language));
      page.origin(Page.INDENT, meeting);
      writeAccounts(Side.US, Label.US_ACCOUNTS, Label.NO_US_ACCOUNT, comparison.usRecords());
      writeAccounts(Side.PRC, Label.PRC_ACCOUNTS, Label.NO_PRC_ACCOUNT, comparison.prcRecords());
      boolean beside = page.layout().isBroken() && page.layout().columns() >= MIN_COLUMNS_FOR_TWO;
      comparison.rows().forEach(row -> writeRow(row, beside));
      page.gap();
      if (!comparison.usRecords().isEmpty() && !comparison.prcRecords().isEmpty()) {
        writeOnly(Label.ONLY_US, comparison.onlyOf(Side.US), comparison.onlyUs());
        writeOnly(Label.ONLY_PRC, comparison.onlyOf(Side.PRC), comparison.onlyPrc());
        page.gap();
      }
      page.line(Ink.FAINT, Label.SUMMARIES.in(language));
      return page.toString();
    }

    private void writeAccounts(Side side, Label heading, Label none, List<CorpusRecord> accounts) {
      page.gap();
      page.line(Ink.of(side), heading.in(language));
      if (accounts.isEmpty()) {
        page.line(Ink.PLAIN, none.in(language));
      }
      for (CorpusRecord account : accounts) {
        int number = numbers.size() + 1;
        numbers.put(account.id(), number);
        page.record("[" + number + "] ", account);
      }
    }

    private void writeRow(MeetingComparison.Row row, boolean beside) {
      page.gap();
      page.line(Ink.BOLD, topic(row));
      if (beside && !row.us().isEmpty() && !row.prc().isEmpty()) {
        Page left = new Page(page.columnLayout(), language);
        Page right = new Page(page.columnLayout(), language);
        writeSide(left, Side.US, row.us());
        writeSide(right, Side.PRC, row.prc());
        page.columns(left, right);
      } else {
        writeSide(page, Side.US, row.us());
        writeSide(page, Side.PRC, row.prc());
      }
    }

    /** Nothing of a side that says nothing: its account may carry the topic all the same. */
    private void writeSide(Page target, Side side, List<Snippet> snippets) {
      if (!snippets.isEmpty()) {
        target.line(Ink.of(side), SideText.name(side, language));
      }
      for (Snippet snippet : snippets) {
        Integer number = numbers.get(snippet.record().id());
        if (number == null) {
          throw new IllegalArgumentException("a statement of no listed account: " + snippet);
        }
        target.line(
            Ink.PLAIN,
            Page.BULLET,
            SnippetText.words(snippet.statement(), language) + " [" + number + "]");
      }
    }

    private String topic(MeetingComparison.Row row) {
      return row.topic() == null
          ? Label.OTHER_TOPICS.in(language)
          : TermText.name(row.topic(), language);
    }

    private void writeOnly(Label label, List<MeetingComparison.Row> rows, List<Term> terms) {
      String names =
          Stream.concat(
                  rows.stream().filter(row -> row.topic() != null).map(this::topic),
                  terms.stream().map(term -> TermText.name(term, language)))
              .distinct()
              .collect(Collectors.joining(Label.BETWEEN_NAMES.in(language)));
      if (!names.isEmpty()) {
        page.line(Ink.PLAIN, label.in(language, names));
      }
    }
  }
}
