package dev.readout.discord.render;

import dev.readout.answer.Explanation;
import dev.readout.answer.Snippet;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.IndexText;
import dev.readout.answer.wording.Label;
import dev.readout.answer.wording.TermText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Term;
import dev.readout.discord.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** A term as a message: its names, what the sources say it is, where it is used. Pure functions. */
public final class ExplanationMessage {
  private static final int MAX_NAMES = 3;
  private static final int MAX_NAME_CHARS = 80;
  private static final int MAX_SOURCES = 8;

  private ExplanationMessage() {}

  public static Reply of(Explanation explanation, Frame frame, Language language) {
    int statements = explanation.snippets().size();
    List<MessageTopLevelComponent> message = message(explanation, statements, frame, language);
    while (statements > 0 && !MessageLimits.leaveRoom(message)) {
      statements--;
      message = message(explanation, statements, frame, language);
    }
    return Reply.of(message);
  }

  /** With so many of the entry's statements, and where the term is used if there is room for it. */
  private static List<MessageTopLevelComponent> message(
      Explanation explanation, int statements, Frame frame, Language language) {
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(TextDisplay.of(head(explanation.term(), language)));
    CorpusRecord entry = explanation.entry();
    if (entry == null) {
      parts.add(TextDisplay.of(Label.NO_ENTRY.in(language)));
    } else {
      List<Snippet> shown = explanation.snippets().subList(0, statements);
      int left = explanation.snippets().size() - statements;
      parts.add(Containers.plain(entry(shown, left, entry, language)));
    }
    parts.add(TextDisplay.of(uses(explanation, language)));
    return Fitting.dropping(parts, 2, Actions.rows(frame, null, 0, language));
  }

  private static String head(Term term, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(Markdown.heading(Markdown.escapeLine(TermText.name(term, language))));
    names(lines, Label.NAMES_EN, List.of(term.en(), term.abbr()), language);
    names(lines, Label.NAMES_ZH, List.of(term.zhHans(), term.zhHant()), language);
    return String.join("\n", lines);
  }

  /** The first names are the ones to use; the rest are ways to search. */
  private static void names(
      List<String> lines, Label label, List<List<String>> lists, Language language) {
    String joined =
        lists.stream()
            .flatMap(names -> names.stream().limit(MAX_NAMES))
            .distinct()
            .map(name -> Markdown.escapeLine(Actions.shortened(name, MAX_NAME_CHARS)))
            .collect(Collectors.joining("; "));
    if (!joined.isEmpty()) {
      lines.add(label.in(language) + Label.COLON.in(language) + joined);
    }
  }

  private static String entry(
      List<Snippet> snippets, int left, CorpusRecord entry, Language language) {
    List<String> lines = new ArrayList<>();
    snippets.forEach(
        snippet -> lines.add(Markdown.bullet(StatementBlock.words(snippet, language))));
    if (left > 0) {
      lines.add(Phrase.MORE_NOT_SHOWN.in(language, left));
    }
    lines.add(Markdown.small(SourceLine.beforeSources(entry, language)));
    String sources =
        entry.sources().stream()
            .limit(MAX_SOURCES)
            .map(source -> SourceLine.of(source, language))
            .collect(Collectors.joining("; "));
    lines.add(Markdown.small(Label.SOURCES.in(language) + Label.COLON.in(language) + sources));
    lines.add(Markdown.small(Label.SUMMARIES.in(language)));
    return String.join("\n", lines);
  }

  private static String uses(Explanation explanation, Language language) {
    if (explanation.usedIn().isEmpty()) {
      return Label.NOT_USED.in(language);
    }
    return Markdown.bold(Label.USED_IN.in(language, IndexText.count(explanation.uses())))
        + "\n"
        + RecordList.of(explanation.usedIn(), language);
  }
}
