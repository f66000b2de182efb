package dev.readout.discord.render;

import dev.readout.answer.Label;
import dev.readout.answer.ListingText;
import dev.readout.answer.Listings.Listed;
import dev.readout.answer.Listings.Named;
import dev.readout.answer.MeasureStatus;
import dev.readout.corpus.Language;
import dev.readout.discord.render.Containers.Standings;
import dev.readout.discord.render.Reply.Frame;
import dev.readout.index.GenerationInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** A name's listings, each with the statement that says so; or that no record says so. */
public record ListedMessage(
    Named named, LocalDate day, GenerationInfo index, Frame frame, Language language) {
  /** The message, with as many listings as fit, the newest first. */
  public Reply reply() {
    return Reply.of(MessageLimits.most(named.listed().size(), 0, this::message));
  }

  private List<MessageTopLevelComponent> message(int shown) {
    List<MessageTopLevelComponent> message = new ArrayList<>();
    String others = ListingText.alsoCalled(named, language);
    message.add(
        TextDisplay.of(
            Markdown.heading(Markdown.escapeLine(named.asked()))
                + (others.isEmpty() ? "" : "\n" + Markdown.small(Markdown.escapeLine(others)))));
    named.listed().stream().limit(shown).map(this::box).forEach(message::add);
    if (named.listed().isEmpty()) {
      message.add(
          Containers.plain(Markdown.escapeLine(ListingText.none(named, language)))
              .withAccentColor(Standings.NONE));
    }
    if (!named.beside().isEmpty()) {
      message.add(
          TextDisplay.of(
              Label.LISTED_BESIDE.in(language)
                  + "\n"
                  + StatementLine.block(named.beside(), language)));
    }
    message.add(TextDisplay.of(foot(shown)));
    message.addAll(
        Actions.menu(
            new ComponentId.View(ComponentId.Part.LISTED, "any"),
            named.listed().isEmpty() ? Phrase.WHICH_ONE : Phrase.LISTED_LIKE,
            named.near().stream()
                .map(name -> Markdown.shortened(name, SelectOption.LABEL_MAX_LENGTH))
                .map(name -> SelectOption.of(name, name))
                .toList(),
            language));
    message.add(Actions.row(frame));
    return message;
  }

  private Container box(Listed listed) {
    String name = Markdown.bold(Markdown.escapeLine(ListingText.name(listed, language)));
    String line = Markdown.escapeLine(ListingText.of(listed, day, language));
    String says = StatementLine.block(listed.says(), language);
    MeasureStatus status = listed.status();
    if (status == null || listed.isOver()) {
      return Containers.plain(name + "\n" + line + "\n" + says).withAccentColor(Standings.NONE);
    }
    return Containers.plain(name + "\n" + Standings.mark(status) + " " + line + "\n" + says)
        .withAccentColor(Standings.colour(status));
  }

  private String foot(int shown) {
    List<String> lines = new ArrayList<>();
    int left = named.listed().size() - shown;
    if (left > 0) {
      lines.add(Markdown.small(Phrase.MORE_NOT_SHOWN.in(language, left)));
    }
    if (!named.lists().isEmpty()) {
      lines.add(
          Markdown.small(
              Label.LISTS_PUBLISHED.in(language)
                  + Label.COLON.in(language)
                  + named.lists().stream()
                      .map(list -> SourceLine.title(list, language))
                      .collect(Collectors.joining(" · "))));
    }
    lines.add(
        Markdown.small(
            Phrase.SOME_SUMMARIES.in(language) + " · " + Actions.reach(index, language)));
    return String.join("\n", lines);
  }
}
