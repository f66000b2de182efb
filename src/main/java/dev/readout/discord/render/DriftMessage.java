package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.Drift;
import dev.readout.answer.Label;
import dev.readout.answer.SideText;
import dev.readout.answer.TermText;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Term;
import dev.readout.discord.render.Containers.Standings;
import dev.readout.discord.render.Reply.Frame;
import dev.readout.index.GenerationInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** What a side said before and no longer, what is new, and what both accounts have. */
public record DriftMessage(Drift drift, GenerationInfo index, Frame frame, Language language) {
  private static final int MAX_NAMES = 10;

  /** The message, with as many statements of each kind as fit. */
  public Reply reply() {
    int most = Math.max(drift.gone().size(), Math.max(drift.added().size(), drift.kept().size()));
    return Reply.of(MessageLimits.most(most, 0, this::message));
  }

  private List<MessageTopLevelComponent> message(int shown) {
    List<MessageTopLevelComponent> message = new ArrayList<>();
    message.add(
        TextDisplay.of(
            Markdown.heading(Markdown.escapeLine(title()))
                + "\n"
                + Markdown.small(SourceLine.of(drift.earlier(), language))
                + "\n"
                + Markdown.small(SourceLine.of(drift.later(), language))
                + (drift.areLast() ? "\n" + Markdown.small(Label.DRIFT_LAST.in(language)) : "")));
    message.add(
        Containers.plain(
                part(Label.DRIFT_GONE, drift.gone(), shown),
                names(Label.DRIFT_NAMES_GONE, drift.goneTerms()))
            .withAccentColor(Standings.RED));
    message.add(
        Containers.plain(
                part(Label.DRIFT_ADDED, drift.added(), shown),
                names(Label.DRIFT_NAMES_ADDED, drift.addedTerms()))
            .withAccentColor(Standings.GREEN));
    if (!drift.kept().isEmpty()) {
      List<Snippet> both =
          drift.kept().stream()
              .limit(shown)
              .flatMap(kept -> List.of(kept.earlier(), kept.later()).stream())
              .toList();
      message.add(Containers.plain(head(Label.DRIFT_KEPT, drift.kept().size(), both)));
    }
    message.add(
        TextDisplay.of(
            Markdown.small(
                (drift.isVerbatim() ? Label.DRIFT_BY_WORDS : Label.DRIFT_BY_STATEMENTS).in(language)
                    + " · "
                    + Actions.reach(index, language))));
    message.add(Actions.row(frame));
    return message;
  }

  private String title() {
    return Label.DRIFT_HEAD.in(
        language,
        TermText.name(drift.topic(), language),
        SideText.name(drift.later().side(), language),
        DateText.brief(drift.earlier().anchorDay(), language),
        DateText.brief(drift.later().anchorDay(), language));
  }

  private String part(Label label, List<Snippet> said, int shown) {
    List<Snippet> some = said.stream().limit(shown).toList();
    return said.isEmpty()
        ? Markdown.bold(label.in(language))
            + Label.COLON.in(language)
            + Label.DRIFT_NONE.in(language)
        : head(label, said.size(), some);
  }

  private String head(Label label, int all, List<Snippet> some) {
    return Markdown.bold(label.in(language) + " (" + all + ")")
        + (some.isEmpty() ? "" : "\n" + StatementLine.block(some, language));
  }

  private String names(Label label, List<Term> terms) {
    String names =
        terms.stream()
            .limit(MAX_NAMES)
            .map(term -> Markdown.escapeLine(TermText.name(term, language)))
            .collect(Collectors.joining(Label.BETWEEN_NAMES.in(language)));
    return names.isEmpty()
        ? ""
        : Markdown.small(label.in(language) + Label.COLON.in(language) + names);
  }
}
