package dev.readout.cli.render;

import dev.readout.answer.Answer;
import dev.readout.answer.Snippet;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.EmptySide;
import dev.readout.answer.wording.IndexText;
import dev.readout.answer.wording.Label;
import dev.readout.answer.wording.ProblemText;
import dev.readout.answer.wording.SideText;
import dev.readout.answer.wording.SourceText;
import dev.readout.cli.page.Ink;
import dev.readout.cli.page.Layout;
import dev.readout.cli.page.Page;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Voice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer as text for a terminal. Immutable; its methods are pure. */
public final class AnswerText {
  private static final String BULLET = "• ";

  private final Records records;
  private final Layout layout;

  /**
   * A renderer for one layout.
   *
   * @param records where the proofs of a measure's standing are looked up
   */
  public AnswerText(Records records, Layout layout) {
    this.records = records;
    this.layout = layout;
  }

  /** The answer on as many lines as it takes; a problem on one. */
  public String of(Answer answer) {
    return switch (answer) {
      case Answer.Answered answered -> answered(answered);
      case Answer.Declined declined -> declined(declined);
      case Answer.Invalid invalid -> ProblemText.of(invalid.problem(), invalid.language()) + "\n";
    };
  }

  private String answered(Answer.Answered answer) {
    Language language = answer.language();
    Page page = new Page(layout);
    writeRepairs(page, answer.repairs(), language);
    SnippetLines.writeLead(page, answer.lead(), language);
    StatusText.writeAll(page, answer.statuses(), records, language);
    answer.blocks().forEach(block -> writeBlock(page, answer, block));
    writeRelated(page, answer.related(), language);
    page.gap();
    if (answer.snippets().stream().anyMatch(AnswerText::isSummary)) {
      page.line(Ink.FAINT, Label.SUMMARIES.in(language));
    }
    page.line(Ink.FAINT, IndexText.summary(answer.index(), language));
    page.line(Ink.FAINT, IndexText.reaches(answer.index(), language));
    return page.toString();
  }

  private String declined(Answer.Declined answer) {
    Language language = answer.language();
    Page page = new Page(layout);
    writeRepairs(page, answer.repairs(), language);
    page.line(Ink.BOLD, Label.NOT_IN_SOURCES.in(language));
    page.line(Ink.PLAIN, IndexText.reaches(answer.index(), language));
    if (!answer.nearest().isEmpty()) {
      page.gap();
      page.line(Ink.BOLD, Label.NEAREST.in(language));
      answer.nearest().forEach(record -> writeRecord(page, record, language));
    }
    writeRelated(page, answer.related(), language);
    page.gap();
    page.line(Ink.FAINT, IndexText.summary(answer.index(), language));
    return page.toString();
  }

  /** A record that is pointed to, not quoted. */
  static void writeRecord(Page page, CorpusRecord record, Language language) {
    page.line(Ink.PLAIN, BULLET, SourceText.title(record, language));
    page.line(Ink.FAINT, "  ", SourceText.origin(record, language));
    page.line(Ink.FAINT, "  ", SourceText.place(record, language));
  }

  private static void writeRepairs(Page page, Map<String, String> repairs, Language language) {
    new TreeMap<>(repairs)
        .forEach(
            (typed, searched) ->
                page.line(Ink.FAINT, Label.SEARCHED_INSTEAD.in(language, typed, searched)));
    page.gap();
  }

  private static void writeBlock(Page page, Answer.Answered answer, Answer.Block block) {
    Language language = answer.language();
    page.gap();
    page.line(SideInk.of(block.side()), SideText.heading(block, language));
    if (block.snippets().isEmpty()) {
      page.line(Ink.PLAIN, EmptySide.line(answer, block.side()));
    } else {
      SnippetLines.writeAll(page, block.snippets(), language);
    }
  }

  private static void writeRelated(Page page, List<String> related, Language language) {
    if (!related.isEmpty()) {
      page.gap();
      page.line(Ink.BOLD, Label.RELATED.in(language));
      related.forEach(question -> page.line(Ink.PLAIN, BULLET, question));
    }
  }

  private static boolean isSummary(Snippet snippet) {
    return snippet.statement().voice() == Voice.SUMMARY;
  }
}
