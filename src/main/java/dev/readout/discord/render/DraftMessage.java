package dev.readout.discord.render;

import dev.readout.answer.SnippetText;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import dev.readout.intake.Details.Candidates;
import dev.readout.intake.Details.DetailsProblem;
import dev.readout.intake.Draft;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import org.jspecify.annotations.Nullable;

/**
 * A document that is not added yet: what is proposed for it, its first words, and what must be said
 * before, if anything. Pure.
 */
public record DraftMessage(
    Draft draft,
    String id,
    boolean global,
    Candidates candidates,
    @Nullable DetailsProblem problem,
    Language language) {
  private static final int MAX_STATEMENTS = 4;
  private static final int MAX_TITLE_CHARS = 300;

  /** Longer ones would leave no room for the others. */
  static final int MAX_STATEMENT_CHARS = 1_200;

  public Reply reply() {
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(Containers.of(draft.proposed().side(), String.join("\n", lines())));
    String odd = String.join("\n", odd());
    if (!odd.isEmpty()) {
      parts.add(TextDisplay.of(odd));
    }
    int needed = parts.size();
    parts.add(
        TextDisplay.of(SourcePhrase.STATEMENTS.in(language, draft.text().statements().size())));
    statements().forEach(words -> parts.add(TextDisplay.of(words)));
    return Reply.of(
        MessageLimits.dropping(parts, needed, List.of(NoticeMessage.row(presses(), language))));
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    String title = SourceNames.title(draft.proposed().title(), draft.address(), MAX_TITLE_CHARS);
    String whose = global ? " · " + SourcePhrase.FOR_ALL_SERVERS.in(language) : "";
    lines.add(Markdown.small(SourcePhrase.PREVIEW.in(language) + whose));
    lines.add(Markdown.heading(title));
    if (draft.address() == null) {
      lines.add(Markdown.small(Markdown.escapeLine(draft.name(), MAX_TITLE_CHARS)));
    }
    lines.addAll(SourceNames.lines(draft.proposed(), draft.issuer(), candidates, language));
    return lines;
  }

  private List<String> odd() {
    List<String> odd = new ArrayList<>();
    switch (problem) {
      case null -> {}
      case DetailsProblem.NoDay() -> odd.add(SourcePhrase.NO_DAY_FOUND.in(language));
      default -> odd.add(SourcePhrase.PROBLEM.in(language, SourceProblems.of(problem, language)));
    }
    if (draft.sides().size() < Side.values().length) {
      odd.add(
          SourcePhrase.SIDES_ALLOWED.in(language, SourceProblems.sides(draft.sides(), language)));
    } else {
      odd.add(SourcePhrase.FILE_SIDE.in(language));
    }
    if (draft.text().language() == null) {
      odd.add(SourcePhrase.LANGUAGE_UNKNOWN.in(language));
    }
    return odd;
  }

  /** Cut from the text as they will be cut for the record. */
  private List<String> statements() {
    String body = draft.text().body();
    return draft.text().statements().stream()
        .limit(MAX_STATEMENTS)
        .map(
            slice ->
                Statement.cut(
                    "draft", body, slice.start(), slice.end(), Voice.VERBATIM, draft.issuer()))
        .map(statement -> words(statement, language))
        .toList();
  }

  /** The statement, whole or not at all. */
  static String words(Statement statement, Language language) {
    String words = SnippetText.words(statement, language);
    return Markdown.bullet(
        words.length() > MAX_STATEMENT_CHARS
            ? Phrase.STATEMENT_TOO_LONG.in(language)
            : Markdown.escapeLine(words));
  }

  private List<NoticeMessage.Press> presses() {
    List<NoticeMessage.Press> presses = new ArrayList<>();
    presses.add(press(SourceId.DraftAction.EDIT, SourcePhrase.EDIT_AND_ADD));
    if (problem == null) {
      presses.add(press(SourceId.DraftAction.ADD, SourcePhrase.ADD_AS_PROPOSED));
    }
    presses.add(press(SourceId.DraftAction.DISCARD, SourcePhrase.DISCARD));
    return presses;
  }

  private NoticeMessage.Press press(SourceId.DraftAction action, SourcePhrase label) {
    return NoticeMessage.Press.of(new SourceId.Draft(action, id, global), label);
  }
}
