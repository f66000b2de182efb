package dev.readout.cli;

import dev.readout.answer.Label;
import dev.readout.answer.MeetingComparison;
import dev.readout.answer.SideText;
import dev.readout.answer.SnippetText;
import dev.readout.answer.SourceText;
import dev.readout.answer.TermText;
import dev.readout.cli.Page.Ink;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Both accounts of a meeting, then topic by topic, in two columns where there is room. */
final class ComparisonText {
  private static final int MIN_COLUMNS_FOR_TWO = 100;

  private final MeetingComparison comparison;
  private final Language language;
  private final Page page;
  private final Map<String, Integer> numbers = new HashMap<>();

  private ComparisonText(MeetingComparison comparison, Language language, Terminal.Layout layout) {
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
