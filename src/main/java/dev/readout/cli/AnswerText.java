package dev.readout.cli;

import dev.readout.answer.Answer;
import dev.readout.answer.InventoryText;
import dev.readout.answer.Label;
import dev.readout.answer.MissingText;
import dev.readout.answer.ProblemText;
import dev.readout.answer.SideText;
import dev.readout.answer.Slot;
import dev.readout.answer.SnippetText;
import dev.readout.answer.SourceText;
import dev.readout.answer.StandingText;
import dev.readout.answer.Verdict;
import dev.readout.answer.VerdictText;
import dev.readout.cli.Page.Ink;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Statement.Voice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** An answer as text for a terminal. Immutable; its methods are pure. */
record AnswerText(
    Function<String, Optional<CorpusRecord>> records, Terminal.Layout layout, boolean isWhole) {
  private static final int MAX_RELATED = 3;

  /** The answer on as many lines as it takes; a problem on one. */
  String of(Answer answer) {
    return switch (answer) {
      case Answer.Answered answered -> answered(answered);
      case Answer.Declined declined -> declined(declined);
      case Answer.Invalid invalid -> ProblemText.of(invalid.problem(), invalid.language()) + "\n";
    };
  }

  private String answered(Answer.Answered answer) {
    Language language = answer.language();
    Page page = new Page(layout, language);
    writeRepairs(page, answer.repairs(), language);
    Verdict verdict = answer.verdict();
    if (verdict == null) {
      page.lead(answer.lead());
      standingOfLead(answer).ifPresent(line -> page.line(Ink.YELLOW, Page.INDENT, line));
    } else if (verdict.slot() == Slot.LIST) {
      writeInventory(page, verdict, language);
    } else {
      page.line(Ink.BOLD, VerdictText.of(verdict, language));
      verdict.records().stream()
          .filter(
              record ->
                  (verdict.slot() == Slot.AMOUNT && verdict.records().size() > 1)
                      || !record.equals(answer.lead().record())) // named right below
          .forEach(
              record -> page.line(Ink.FAINT, Page.INDENT, SourceText.inOneLine(record, language)));
      page.statements(List.of(answer.lead()));
    }
    if (!answer.missing().isEmpty()) {
      page.line(Ink.YELLOW, MissingText.line(answer.missing(), language));
    }
    answer.blocks().forEach(block -> writeBlock(page, answer, block));
    writeMore(page, answer);
    writeRelated(page, answer.related(), language);
    page.gap();
    if (answer.all().stream().anyMatch(AnswerText::isSummary)) {
      page.line(Ink.FAINT, Label.SUMMARIES.in(language));
    }
    page.index(answer.index());
    return page.toString();
  }

  /** A line for each measure, and its source, under how those stand. */
  private static void writeInventory(Page page, Verdict verdict, Language language) {
    for (InventoryText.Group group : InventoryText.groups(verdict, language)) {
      page.line(Ink.BOLD, group.heading() + Label.COLON.in(language).strip());
      for (CorpusRecord measure : group.measures()) {
        page.line(Ink.PLAIN, Page.BULLET, InventoryText.line(measure, verdict, language));
        page.line(Ink.FAINT, Page.INDENT, SourceText.inOneLine(measure, language));
      }
    }
  }

  /** How the measure stands that the lead tells of; empty where it tells of none. */
  private static Optional<String> standingOfLead(Answer.Answered answer) {
    return answer.statuses().stream()
        .filter(status -> status.isOf(answer.lead()))
        .findFirst()
        .map(
            status ->
                Label.STANDING_NOW.in(
                    answer.language(),
                    SourceText.title(status.measure(), answer.language()),
                    StandingText.withoutProof(status, answer.language())));
  }

  private void writeMore(Page page, Answer.Answered answer) {
    Language language = answer.language();
    if (isWhole) {
      Answer.Block.of(answer.more())
          .forEach(
              block -> {
                page.gap();
                String heading = SideText.heading(block, language);
                page.line(Ink.of(block.side()), Label.MORE.in(language) + " · " + heading);
                page.statements(block.snippets());
              });
      new StatusText(page, records, language).writeAll(answer.statuses());
    } else if (!answer.more().isEmpty()) {
      page.line(Ink.FAINT, Label.MORE_THERE_IS.in(language, answer.more().size()));
    }
  }

  private String declined(Answer.Declined answer) {
    Language language = answer.language();
    Page page = new Page(layout, language);
    writeRepairs(page, answer.repairs(), language);
    Label near = answer.isUnsure() ? Label.NEAR_AND_PERHAPS_SAID : Label.NOT_SAID_BUT_NEAR;
    Label opening = answer.isNearest() ? near : Label.NOT_IN_SOURCES;
    page.line(Ink.YELLOW, MissingText.line(answer.missing(), language));
    page.line(Ink.BOLD, opening.in(language));
    page.statements(answer.near());
    if (!answer.isNearest() && !answer.nearest().isEmpty()) {
      page.gap();
      page.line(Ink.BOLD, Label.NEAREST.in(language));
      answer.nearest().forEach(record -> page.record(Page.BULLET, record));
    }
    writeRelated(page, answer.related(), language);
    page.gap();
    page.index(answer.index());
    return page.toString();
  }

  private static void writeRepairs(Page page, Map<String, String> repairs, Language language) {
    new TreeMap<>(repairs)
        .forEach(
            (typed, searched) ->
                page.line(Ink.FAINT, Label.SEARCHED_INSTEAD.in(language, typed, searched)));
    page.gap();
  }

  /** A government's heading stands only where one of two is heard, or not. */
  private static void writeBlock(Page page, Answer.Answered answer, Answer.Block block) {
    Language language = answer.language();
    if (answer.blocks().size() > 1 || block.snippets().isEmpty()) {
      page.gap();
      page.line(Ink.of(block.side()), SideText.heading(block, language));
    }
    if (block.snippets().isEmpty()) {
      page.line(Ink.PLAIN, SideText.empty(answer, block.side()));
    } else {
      page.statements(block.snippets());
    }
  }

  private static void writeRelated(Page page, List<String> related, Language language) {
    if (!related.isEmpty()) {
      page.gap();
      page.line(Ink.BOLD, Label.RELATED.in(language));
      related.stream()
          .limit(MAX_RELATED)
          .forEach(
              question ->
                  page.line(Ink.PLAIN, Page.BULLET, SnippetText.inScript(question, language)));
    }
  }

  private static boolean isSummary(Snippet snippet) {
    return snippet.statement().voice() == Voice.SUMMARY;
  }
}
